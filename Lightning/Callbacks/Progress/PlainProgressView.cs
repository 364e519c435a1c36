using System.Diagnostics;
using Spectre.Console;

namespace Lightning;

/// <summary>Progress where there is no terminal: a line now and then, and one at the end.</summary>
internal sealed class PlainProgressView(IAnsiConsole console, string title, long? total, TimeSpan refresh, ProgressLook look) : IProgressView
{
    private readonly ProgressText _text = new(title, total);
    private readonly Stopwatch _sinceLine = Stopwatch.StartNew();

    public bool Advance(long done)
    {
        _text.Done = done;
        return _sinceLine.Elapsed >= refresh;
    }

    public void Show(string metrics)
    {
        _sinceLine.Restart();
        console.Profile.Out.Writer.WriteLine(Finish(metrics));
    }

    public void Pause() => _text.Pause();

    public void Continue() => _text.Continue();

    public string Finish(string metrics)
    {
        _text.Metrics = metrics;
        return look.Line(_text);
    }

    public void Dispose()
    {
    }
}
