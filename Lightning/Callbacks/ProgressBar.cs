using Spectre.Console;

namespace Lightning;

/// <summary>
/// Shows how far a run is: a bar on a terminal, plain lines elsewhere. It refreshes by time, on a thread of its own; a step costs it one flag, and
/// metrics are read to the host only when they are about to be shown.
/// </summary>
/// <remarks>Python: <c>lightning.pytorch.callbacks.TQDMProgressBar</c> and <c>RichProgressBar</c>.</remarks>
public class ProgressBar : Callback
{
    private readonly IAnsiConsole _console;
    private readonly TimeSpan _refresh;
    private readonly bool _interactive;
    private readonly bool _leave;
    private bool _enabled = true;
    private IProgressView? _view;
    private IProgressView? _outer;
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

    /// <summary>Whether the bar is shown.</summary>
    public bool is_enabled => _enabled;

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
        Push(trainer, $"Epoch {trainer.current_epoch}", trainer.num_training_batches);

    /// <inheritdoc/>
    public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
    {
        if (_view is null)
        {
            // A run that goes on in the middle of an epoch has no beginning of it.
            Push(trainer, $"Epoch {trainer.current_epoch}", trainer.num_training_batches);
        }

        Show(trainer, batch_idx + 1);
    }

    /// <inheritdoc/>
    public override bool AfterModuleOnTrainEpochEnd => true;

    /// <inheritdoc/>
    public override void on_train_epoch_end(Trainer trainer, LightningModule pl_module) => Pop(trainer);

    /// <inheritdoc/>
    public override void on_validation_start(Trainer trainer, LightningModule pl_module)
    {
        var limit = trainer.sanity_checking && trainer.num_sanity_val_steps >= 0 ? trainer.num_sanity_val_steps : long.MaxValue;
        Push(trainer, trainer.sanity_checking ? "Sanity checking" : "Validation", Total(trainer.num_val_batches, limit));
    }

    /// <inheritdoc/>
    public override void on_validation_batch_end(
        Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx) => Show(trainer, ++_evaluated);

    /// <inheritdoc/>
    public override void on_validation_end(Trainer trainer, LightningModule pl_module) => Pop(trainer);

    /// <inheritdoc/>
    public override void on_test_start(Trainer trainer, LightningModule pl_module) => Push(trainer, "Testing", Total(trainer.num_test_batches));

    /// <inheritdoc/>
    public override void on_test_batch_end(
        Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx) => Show(trainer, ++_evaluated);

    /// <inheritdoc/>
    public override void on_test_end(Trainer trainer, LightningModule pl_module) => Pop(trainer);

    /// <inheritdoc/>
    public override void on_predict_start(Trainer trainer, LightningModule pl_module) => Push(trainer, "Predicting", Total(trainer.num_predict_batches));

    /// <inheritdoc/>
    public override void on_predict_batch_end(
        Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx, int dataloader_idx) => Show(trainer, ++_evaluated);

    /// <inheritdoc/>
    public override void on_predict_end(Trainer trainer, LightningModule pl_module) => Pop(trainer);

    /// <inheritdoc/>
    public override void on_exception(Trainer trainer, LightningModule pl_module, Exception exception)
    {
        Close();
    }

    private void Close()
    {
        _view?.Dispose();
        _outer?.Dispose();
        _view = _outer = null;
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
        if (_view is { } view && view.Advance(done))
        {
            view.Show(get_metrics(trainer, trainer.Module));
        }
    }

    // Validation inside an epoch has a bar of its own; the epoch's comes back behind it.
    private void Push(Trainer trainer, string title, long? total)
    {
        if (!trainer.is_global_zero || !_enabled)
        {
            return;
        }

        _evaluated = 0;
        _outer = _view;
        _outer?.Pause();
        _view = _interactive ? new TerminalProgressView(_console, title, total, _refresh) : new PlainProgressView(_console, title, total, _refresh);
    }

    private void Pop(Trainer trainer)
    {
        if (_leave)
        {
            _view?.Finish(get_metrics(trainer, trainer.Module));
        }

        _view?.Dispose();
        _view = _outer;
        _outer = null;
        _view?.Continue();
    }
}
