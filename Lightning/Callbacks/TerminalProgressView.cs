using Spectre.Console;

namespace Lightning;

/// <summary>A bar on a terminal, drawn by a thread of its own. The run's thread only stores a number and, when asked, the text of the metrics.</summary>
internal sealed class TerminalProgressView : IProgressView
{
    private readonly IAnsiConsole _console;
    private readonly ProgressText _text;
    private readonly TimeSpan _refresh;
    private readonly Lock _lock = new();
    private ManualResetEventSlim _stop = new();
    private Thread? _thread;
    private string _metrics = "";
    private long _done;
    private volatile bool _wantsMetrics = true;

    internal TerminalProgressView(IAnsiConsole console, string title, long? total, TimeSpan refresh)
    {
        _console = console;
        _text = new ProgressText(title, total);
        _refresh = refresh;
        Start();
    }

    public bool Advance(long done)
    {
        Volatile.Write(ref _done, done);
        return _wantsMetrics;
    }

    public void Show(IReadOnlyDictionary<string, MetricValue> metrics)
    {
        _wantsMetrics = false;
        var text = ProgressText.Metrics(metrics);
        lock (_lock)
        {
            _metrics = text;
        }
    }

    public void Pause()
    {
        _text.Pause();
        Stop();
    }

    public void Continue()
    {
        _text.Continue();
        Start();
    }

    public void Finish(IReadOnlyDictionary<string, MetricValue> metrics)
    {
        Show(metrics);
        Stop();
        _console.WriteLine(Line());
    }

    public void Dispose() => Stop();

    private void Start()
    {
        _stop = new ManualResetEventSlim();
        _thread = new Thread(Draw) { IsBackground = true, Name = "progress bar" };
        _thread.Start();
    }

    private void Stop()
    {
        if (_thread is { } thread)
        {
            _stop.Set();
            thread.Join();
            _stop.Dispose();
            _thread = null;
        }
    }

    private void Draw() => _console.Progress()
        .AutoRefresh(false)
        .AutoClear(true)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn())
        .Start(context =>
        {
            var task = context.AddTask(Markup.Escape(_text.Title));
            do
            {
                task.Description = Markup.Escape(Line());
                task.IsIndeterminate = _text.Total is null;
                task.MaxValue = _text.Total ?? 1;
                task.Value = _text.Total is null ? 0 : _text.Done;
                context.Refresh();
                _wantsMetrics = true;
            }
            while (!_stop.Wait(_refresh));
        });

    private string Line()
    {
        lock (_lock)
        {
            _text.Done = Volatile.Read(ref _done);
            return _text.Line(_metrics);
        }
    }
}
