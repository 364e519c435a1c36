using System.Diagnostics;
using Spectre.Console;

namespace Lightning;

/// <summary>Progress where there is no terminal: a line now and then, and one at the end.</summary>
internal sealed class PlainProgressView(IAnsiConsole console, string title, long? total, TimeSpan refresh) : IProgressView
{
    private readonly ProgressText _text = new(title, total);
    private readonly Stopwatch _sinceLine = Stopwatch.StartNew();

    public bool Advance(long done)
    {
        _text.Done = done;
        return _sinceLine.Elapsed >= refresh;
    }

    public void Show(IReadOnlyDictionary<string, MetricValue> metrics) => Write(metrics);

    public void Pause() => _text.Pause();

    public void Continue() => _text.Continue();

    public void Finish(IReadOnlyDictionary<string, MetricValue> metrics) => Write(metrics);

    public void Dispose()
    {
    }

    private void Write(IReadOnlyDictionary<string, MetricValue> metrics)
    {
        _sinceLine.Restart();
        console.Profile.Out.Writer.WriteLine(_text.Line(ProgressText.Metrics(metrics)));
    }
}
