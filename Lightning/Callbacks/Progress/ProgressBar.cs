using Spectre.Console;

namespace Lightning;

/// <summary>
/// Shows how far a run is: a bar on a terminal, plain lines elsewhere. It refreshes by time, on a thread of its own; a step costs it one flag, and
/// metrics are read to the host only when they are about to be shown.
/// </summary>
/// <remarks>
/// Python: <c>lightning.pytorch.callbacks.ProgressBar</c>. <see cref="TQDMProgressBar"/> and <see cref="RichProgressBar"/> are this one with Python's arguments.
/// </remarks>
public class ProgressBar : Callback
{
    private readonly IAnsiConsole _console;
    private readonly TimeSpan _refresh;
    private readonly bool _interactive;
    private readonly bool _leave;
    private readonly bool _keepsLast;
    private readonly int _every = 1;
    private readonly int _linesAbove;
    private readonly ProgressLook _look = new();
    private bool _enabled = true;
    private Pass? _pass;
    private Pass? _outer;
    private string? _last;
    private long _evaluated;

    /// <summary>Makes the progress bar.</summary>
    /// <param name="refresh_interval">How often to refresh; null takes 0.2 s on a terminal and 10 s elsewhere.</param>
    /// <param name="console">Where to show it; null takes the program's console.</param>
    /// <param name="leave">Whether the line of a finished pass stays (the default); without it only what is under way is shown.</param>
    public ProgressBar(TimeSpan? refresh_interval = null, IAnsiConsole? console = null, bool leave = true)
    {
        _leave = leave;
        _console = console ?? AnsiConsole.Console;
        var output = _console.Profile.Out;
        _interactive = _console.Profile.Capabilities is { Interactive: true, Ansi: true } && output.IsTerminal;
        _refresh = refresh_interval ?? (_interactive ? TimeSpan.FromSeconds(0.2) : TimeSpan.FromSeconds(10));
    }

    private protected ProgressBar(int refreshRate, int linesAbove, bool leave, IAnsiConsole? console, ProgressLook look)
        : this(null, console, leave)
    {
        if (refreshRate < 0 || linesAbove < 0)
        {
            throw new MisconfigurationException(
                $"{GetType().Name}(refresh_rate: {refreshRate}, process_position: {linesAbove}) is out of range: neither is negative; refresh_rate: 0 shows nothing.");
        }

        _every = refreshRate;
        _linesAbove = linesAbove;
        _look = look;
        _keepsLast = true;
    }

    /// <summary>Every how many batches the bar shows how far it is, when its time comes; 0 never.</summary>
    public int refresh_rate => _every;

    /// <summary>How many lines are left free above the bar.</summary>
    public int process_position => _linesAbove;

    /// <summary>Whether the bar is shown.</summary>
    public bool is_enabled => _enabled && _every > 0;

    /// <summary>Whether the bar is hidden.</summary>
    public bool is_disabled => !is_enabled;

    /// <summary>The title of the validation batches before training.</summary>
    public virtual string sanity_check_description => "Sanity checking";

    /// <summary>The title of an epoch, which its number follows.</summary>
    public virtual string train_description => "Epoch";

    /// <summary>The title of validation.</summary>
    public virtual string validation_description => "Validation";

    /// <summary>The title of a test run.</summary>
    public virtual string test_description => "Testing";

    /// <summary>The title of predictions.</summary>
    public virtual string predict_description => "Predicting";

    /// <summary>Shows the bar again from the next pass on.</summary>
    public void enable() => _enabled = true;

    /// <summary>Hides the bar; a pass under way ends without its line.</summary>
    public void disable()
    {
        _enabled = false;
        Close();
    }

    /// <summary>The metrics to show. A derived class may take some out or add others; looking at one reads it to the host.</summary>
    /// <param name="trainer">The Trainer.</param>
    /// <param name="pl_module">The module.</param>
    /// <returns>By default what was logged with <c>prog_bar: true</c>, and <c>v_num</c>, the number of the first logger's version.</returns>
    public virtual IReadOnlyDictionary<string, MetricValue> get_metrics(Trainer trainer, LightningModule pl_module)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        var metrics = trainer.progress_bar_metrics;
        const string prefix = "version_";
        if (trainer.logger?.version is not { } version || !version.StartsWith(prefix, StringComparison.Ordinal)
            || !int.TryParse(version.AsSpan(prefix.Length), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number)
            || metrics.ContainsKey("v_num"))
        {
            return metrics;
        }

        return new Dictionary<string, MetricValue>(metrics) { ["v_num"] = new MetricValue(number) };
    }

    /// <summary>Prints a line above the bar.</summary>
    public void print(string text) => _console.WriteLine(text);

    /// <inheritdoc/>
    public override void on_train_epoch_start(Trainer trainer, LightningModule pl_module) =>
        PushEpoch(trainer);

    /// <inheritdoc/>
    public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
    {
        if (_pass is null)
        {
            // A run that goes on in the middle of an epoch has no beginning of it.
            PushEpoch(trainer);
        }

        Show(trainer, batch_idx + 1);
    }

    /// <inheritdoc/>
    public override bool AfterModuleOnTrainEpochEnd => true;

    /// <inheritdoc/>
    public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module) => Pop(trainer, own: true);

    /// <inheritdoc/>
    public override void on_train_end(Trainer trainer, LightningModule pl_module)
    {
        if (_last is { } line)
        {
            _console.Profile.Out.Writer.WriteLine(line);
            _last = null;
        }
    }

    /// <inheritdoc/>
    public override void on_validation_start(Trainer trainer, LightningModule pl_module)
    {
        var limit = trainer.sanity_checking && trainer.num_sanity_val_steps >= 0 ? trainer.num_sanity_val_steps : long.MaxValue;
        Push(trainer, trainer.sanity_checking ? sanity_check_description : validation_description, Total(trainer.num_val_batches, limit));
    }

    /// <inheritdoc/>
    public override void on_validation_batch_end(
        Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx) => Show(trainer, ++_evaluated);

    /// <inheritdoc/>
    public override void on_validation_end(Trainer trainer, LightningModule pl_module) => Pop(trainer, own: trainer.stage != TrainerStage.Fit);

    /// <inheritdoc/>
    public override void on_test_start(Trainer trainer, LightningModule pl_module) => Push(trainer, test_description, Total(trainer.num_test_batches));

    /// <inheritdoc/>
    public override void on_test_batch_end(
        Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx) => Show(trainer, ++_evaluated);

    /// <inheritdoc/>
    public override void on_test_end(Trainer trainer, LightningModule pl_module) => Pop(trainer, own: true);

    /// <inheritdoc/>
    public override void on_predict_start(Trainer trainer, LightningModule pl_module) => Push(trainer, predict_description, Total(trainer.num_predict_batches));

    /// <inheritdoc/>
    public override void on_predict_batch_end(
        Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx) => Show(trainer, ++_evaluated);

    /// <inheritdoc/>
    public override void on_predict_end(Trainer trainer, LightningModule pl_module) => Pop(trainer, own: true);

    /// <inheritdoc/>
    public override void on_exception(Trainer trainer, LightningModule pl_module, Exception exception)
    {
        Close();
    }

    private void Close()
    {
        _pass?.View.Dispose();
        _outer?.View.Dispose();
        _pass = _outer = null;
        _last = null;
    }

    private static long? Total(IReadOnlyList<long?> batches, long limit = long.MaxValue)
    {
        var total = 0L;
        foreach (var count in batches)
        {
            if (count is null && limit == long.MaxValue)
            {
                return null;
            }

            total += Math.Min(count ?? limit, limit);
        }

        return total;
    }

    private void Show(Trainer trainer, long done)
    {
        if (_pass is not { } pass)
        {
            return;
        }

        pass.Done = done;
        if ((_every == 1 || done % _every == 0 || done == pass.Total) && pass.View.Advance(done))
        {
            pass.View.Show(_look.Metrics(get_metrics(trainer, trainer.Module)));
        }
    }

    private void PushEpoch(Trainer trainer) => Push(trainer, $"{train_description} {trainer.current_epoch}", trainer.num_training_batches);

    // Validation inside an epoch has a bar of its own; the epoch's comes back behind it.
    private void Push(Trainer trainer, string title, long? total)
    {
        if (!trainer.is_global_zero || !is_enabled)
        {
            return;
        }

        _evaluated = 0;
        _outer = _pass;
        _outer?.View.Pause();
        _pass = new Pass(
            _interactive
                ? new TerminalProgressView(_console, title, total, _refresh, _look, _linesAbove)
                : new PlainProgressView(_console, title, total, _refresh, _look),
            total);
    }

    /// <param name="trainer">The Trainer.</param>
    /// <param name="own">Whether the pass is what the run is about, not one inside it.</param>
    private void Pop(Trainer trainer, bool own)
    {
        if (_pass is { } pass)
        {
            if (_leave || (_keepsLast && own))
            {
                pass.View.Advance(pass.Done);
                var line = pass.View.Finish(_look.Metrics(get_metrics(trainer, trainer.Module)));
                pass.View.Dispose();
                if (_leave || trainer.stage != TrainerStage.Fit)
                {
                    _console.Profile.Out.Writer.WriteLine(line);
                }
                else
                {
                    // Another epoch may follow, whose bar takes this one's place.
                    _last = line;
                }
            }
            else
            {
                pass.View.Dispose();
            }
        }

        _pass = _outer;
        _outer = null;
        _pass?.View.Continue();
    }

    /// <summary>A bar and how far it is.</summary>
    private sealed class Pass(IProgressView view, long? total)
    {
        internal IProgressView View => view;

        internal long? Total => total;

        internal long Done { get; set; }
    }
}
