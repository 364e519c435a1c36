using Spectre.Console;

namespace Lightning;

/// <summary>A bar on a terminal, drawn by a thread of its own. The run's thread only stores a number and, when asked, the text of the metrics.</summary>
internal sealed class TerminalProgressView : IProgressView
{
    private readonly IAnsiConsole _console;
    private readonly ProgressText _text;
    private readonly ProgressLook _look;
    private readonly TimeSpan _refresh;
    private readonly int _linesAbove;
    private ManualResetEventSlim _stop = new();
    private Thread? _thread;
    private volatile string _metrics = "";
    private long _done;
    private volatile bool _wantsMetrics = true;

    internal TerminalProgressView(IAnsiConsole console, string title, long? total, TimeSpan refresh, ProgressLook look, int linesAbove)
    {
        _console = console;
        _text = new ProgressText(title, total);
        _refresh = refresh;
        _look = look;
        _linesAbove = linesAbove;
        Start();
    }

    public bool Advance(long done)
    {
        Volatile.Write(ref _done, done);
        return _wantsMetrics;
    }

    public void Show(string metrics)
    {
        _wantsMetrics = false;
        _metrics = metrics;
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

    public string Finish(string metrics)
    {
        Show(metrics);
        Stop();
        TakeOver();
        return _look.Line(_text);
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

    private void Draw()
    {
        var progress = _console.Progress().AutoRefresh(false).AutoClear(true).Columns(_look.Columns(_text));
        if (_linesAbove > 0)
        {
            progress.UseRenderHook((bar, _) => new Rows([.. Enumerable.Repeat(new Text(" "), _linesAbove), bar]));
        }

        progress.Start(context =>
        {
            var task = context.AddTask(Markup.Escape(_text.Title));
            do
            {
                TakeOver();
                task.Description = Markup.Escape(_look.Description(_text));
                task.IsIndeterminate = _text.Total is null;
                task.MaxValue = _text.Total ?? 1;
                task.Value = _text.Total is null ? 0 : _text.Done;
                context.Refresh();
                _wantsMetrics = true;
            }
            while (!_stop.Wait(_refresh));
        });
    }

    /// <summary>What the run's thread has stored becomes what is shown; by the thread that draws, or when it has ended.</summary>
    private void TakeOver()
    {
        _text.Done = Volatile.Read(ref _done);
        _text.Metrics = _metrics;
    }
}
