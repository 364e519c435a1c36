using System.Globalization;

namespace Lightning;

/// <summary>Writes checkpoints during a fit: the best by a metric, the latest, or all; and on demand a copy called "last".</summary>
/// <remarks>Python: <c>lightning.pytorch.callbacks.ModelCheckpoint</c>.</remarks>
public sealed partial class ModelCheckpoint : Checkpoint
{
    private readonly bool _larger;
    private readonly int _everyNTrainSteps;
    private readonly int _everyNEpochs;
    private readonly TimeSpan? _trainTimeInterval;
    private readonly bool? _onTrainEpochEnd;
    private readonly bool _weightsOnly;
    private readonly bool _onException;
    private readonly bool _verbose;
    private readonly CheckpointName _name;
    private readonly CheckpointName _lastName;
    private readonly List<SavedCheckpoint> _best = [];
    private DateTime _lastTime = DateTime.UtcNow;
    private long _lastStepSaved = -1;
    private bool _deferred;
    private bool _training;
    private string _bestModelPath = "";
    private string _lastModelPath = "";
    private string? _folder;

    /// <summary>Makes the callback.</summary>
    /// <param name="dirpath">The folder; null takes <c>checkpoints</c> in the first logger's folder, or in the Trainer's root.</param>
    /// <param name="filename">The pattern of the name, for example <c>"{epoch}-{val_loss:.2f}"</c>; null takes <c>"{epoch}-{step}"</c>.</param>
    /// <param name="monitor">The metric that says which checkpoint is better; null keeps the latest.</param>
    /// <param name="verbose">Says when a checkpoint is written.</param>
    /// <param name="save_last">Keeps a "last.ckpt" beside the checkpoints: true writes it as a whole, "link" links to the one just written.</param>
    /// <param name="save_top_k">How many of the best to keep: 0 none, -1 all; without a metric -1, 0 or 1. Default 1.</param>
    /// <param name="save_on_exception">Writes a checkpoint too when training fails or is interrupted, named <c>exception-</c> and the pattern.</param>
    /// <param name="save_weights_only">Leaves out what only resuming needs.</param>
    /// <param name="mode">"min" (the default) or "max".</param>
    /// <param name="auto_insert_metric_name">Writes <c>epoch=1</c> rather than <c>1</c>; default true.</param>
    /// <param name="every_n_train_steps">Writes every so many optimizer steps.</param>
    /// <param name="train_time_interval">Writes every so often.</param>
    /// <param name="every_n_epochs">Writes every so many epochs; 1 when no other interval is given, 0 never.</param>
    /// <param name="save_on_train_epoch_end">Writes at the end of the training epoch rather than of validation; null decides by when validation runs.</param>
    /// <param name="enable_version_counter">Adds <c>-v1</c> and so on when the name is taken; default true.</param>
    /// <exception cref="MisconfigurationException">The settings contradict each other.</exception>
    public ModelCheckpoint(
        string? dirpath = null,
        string? filename = null,
        string? monitor = null,
        bool verbose = false,
        SaveLast save_last = default,
        int save_top_k = 1,
        bool save_on_exception = false,
        bool save_weights_only = false,
        string mode = "min",
        bool auto_insert_metric_name = true,
        int? every_n_train_steps = null,
        TimeSpan? train_time_interval = null,
        int? every_n_epochs = null,
        bool? save_on_train_epoch_end = null,
        bool enable_version_counter = true)
    {
        _larger = mode switch
        {
            "min" => false,
            "max" => true,
            _ => throw new MisconfigurationException($"ModelCheckpoint(mode: \"{mode}\") is unknown; use \"min\" or \"max\"."),
        };
        if (save_top_k < -1)
        {
            throw new MisconfigurationException($"ModelCheckpoint(save_top_k: {save_top_k}) is out of range; use -1 for all, 0 for none, or how many.");
        }

        if (monitor is null && save_top_k > 1)
        {
            throw new MisconfigurationException($"ModelCheckpoint(save_top_k: {save_top_k}) needs a metric to compare by. Pass monitor:, or -1, 0 or 1.");
        }

        CheckTriggers(every_n_train_steps, train_time_interval, every_n_epochs);
        _everyNTrainSteps = every_n_train_steps ?? 0;
        _trainTimeInterval = train_time_interval;
        _everyNEpochs = every_n_epochs ?? (every_n_train_steps is null && train_time_interval is null ? 1 : 0);
        _onTrainEpochEnd = save_on_train_epoch_end;
        _weightsOnly = save_weights_only;
        _onException = save_on_exception;
        _verbose = verbose;
        _name = new CheckpointName(filename ?? "{epoch}-{step}", auto_insert_metric_name, enable_version_counter);
        _lastName = new CheckpointName("last", auto_insert_metric_name, enable_version_counter);
        this.dirpath = dirpath is null ? null : Path.GetFullPath(dirpath);
        this.monitor = monitor;
        this.save_last = save_last;
        this.save_top_k = save_top_k;
    }

    /// <summary>The folder given, or null.</summary>
    public string? dirpath { get; }

    /// <summary>The metric that says which checkpoint is better, or null.</summary>
    public string? monitor { get; }

    /// <summary>Whether "last.ckpt" is written.</summary>
    public SaveLast save_last { get; }

    /// <summary>How many of the best are kept.</summary>
    public int save_top_k { get; }

    /// <inheritdoc/>
    public override string best_model_path => _bestModelPath;

    /// <summary>The best value of the metric; null before a checkpoint is written or without a metric.</summary>
    public double? best_model_score { get; private set; }

    /// <summary>The value of the metric when the latest checkpoint was written.</summary>
    public double? current_score { get; private set; }

    /// <inheritdoc/>
    public override string last_model_path => _lastModelPath;

    /// <summary>The files that are kept and their values.</summary>
    public IReadOnlyDictionary<string, double> best_k_models => _best.Where(item => item.Score is not null).ToDictionary(item => item.Path, item => item.Score!.Value);

    /// <summary>The worst file among the best, or "".</summary>
    public string kth_best_model_path => Worst()?.Path ?? "";

    /// <inheritdoc/>
    public override string state_key =>
        $"ModelCheckpoint{{'monitor': {(monitor is null ? "None" : $"'{monitor}'")}, 'mode': '{(_larger ? "max" : "min")}', " +
        $"'every_n_train_steps': {_everyNTrainSteps}, 'every_n_epochs': {_everyNEpochs}, 'train_time_interval': {(_trainTimeInterval is { } time ? $"'{time}'" : "None")}}}";

    /// <inheritdoc/>
    public override Dictionary<string, object?> state_dict() => new()
    {
        ["monitor"] = monitor,
        ["best_model_score"] = best_model_score,
        ["best_model_path"] = _bestModelPath,
        ["current_score"] = current_score,
        ["dirpath"] = _folder ?? dirpath,
        ["best_k_models"] = _best.ToDictionary(item => item.Path, item => (object?)item.Score),
        ["kth_best_model_path"] = kth_best_model_path,
        ["last_model_path"] = _lastModelPath,
    };

    /// <inheritdoc/>
    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
    {
        _bestModelPath = state_dict.GetValueOrDefault("best_model_path") as string ?? "";
        best_model_score = Number(state_dict.GetValueOrDefault("best_model_score"));
        current_score = Number(state_dict.GetValueOrDefault("current_score"));

        // Files in another folder belong to another run: they are compared with, and never deleted.
        var sameFolder = state_dict.GetValueOrDefault("dirpath") as string == dirpath;
        if (!sameFolder)
        {
            return;
        }

        _lastModelPath = state_dict.GetValueOrDefault("last_model_path") as string ?? "";
        _best.Clear();
        if (state_dict.GetValueOrDefault("best_k_models") is IReadOnlyDictionary<string, object?> models)
        {
            _best.AddRange(models.Select(pair => new SavedCheckpoint(pair.Key, Number(pair.Value))));
        }
    }

    /// <inheritdoc/>
    public override void setup(Trainer trainer, LightningModule pl_module, string stage)
    {
        if (stage == "fit")
        {
            _folder = trainer.strategy.broadcast(ResolveFolder(trainer));
            _lastTime = DateTime.UtcNow;
            _deferred = false;
            _lastStepSaved = -1;
            _training = false;
        }
    }

    internal override IEnumerable<string> LastCandidates(Trainer trainer)
    {
        var folder = ResolveFolder(trainer);
        // A link may have lost its file.
        return Directory.Exists(folder)
            ? Directory.EnumerateFiles(folder, "last*.ckpt").Where(path => File.ResolveLinkTarget(path, returnFinalTarget: true)?.Exists ?? true)
            : [];
    }

    internal override IEnumerable<string> AllCandidates(Trainer trainer)
    {
        var folder = ResolveFolder(trainer);
        return Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.ckpt", SearchOption.AllDirectories) : [];
    }

    private static void CheckTriggers(int? steps, TimeSpan? time, int? epochs)
    {
        if (steps < 0 || epochs < 0 || time <= TimeSpan.Zero)
        {
            throw new MisconfigurationException("ModelCheckpoint: every_n_train_steps and every_n_epochs cannot be negative, and train_time_interval must be positive.");
        }

        var given = (steps > 0 ? 1 : 0) + (epochs > 0 ? 1 : 0) + (time is null ? 0 : 1);
        if (given > 1)
        {
            throw new MisconfigurationException("ModelCheckpoint: every_n_train_steps, every_n_epochs and train_time_interval exclude each other. Use one callback for each.");
        }
    }

    private string ResolveFolder(Trainer trainer) =>
        dirpath ?? Path.GetFullPath(Path.Combine(trainer.log_dir, "checkpoints"));

    private static double? Number(object? value) => value switch
    {
        null => null,
        Tensor tensor => tensor.ToScalar().ToDouble(),
        _ => Convert.ToDouble(value, CultureInfo.InvariantCulture),
    };

    private sealed record SavedCheckpoint(string Path, double? Score);
}
