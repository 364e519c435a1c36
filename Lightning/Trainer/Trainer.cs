namespace Lightning;

/// <summary>Runs a <see cref="LightningModule"/>: fit, validate, test, predict. Argument names and defaults are those of Python's <c>lightning.pytorch.Trainer</c>.</summary>
public sealed partial class Trainer
{
    private const int DefaultEpochs = 1000;

    /// <summary>Makes a Trainer. Settings that contradict each other are errors here, before anything runs.</summary>
    /// <param name="accelerator">"auto" (the default, the best present), "cpu", "cuda" or "gpu".</param>
    /// <param name="strategy">"auto" (the default: one process for one device, "ddp" for several), "single_device", "ddp" or a strategy.</param>
    /// <param name="devices">How many devices or which; default "auto".</param>
    /// <param name="num_nodes">How many machines take part; default 1.</param>
    /// <param name="precision">"32-true" (the default), "64-true", "bf16-mixed", "16-mixed", "bf16-true" or "16-true"; 16 (mixed), 32 and 64 convert.</param>
    /// <param name="logger">True (the default) writes a <see cref="CSVLogger"/>, false none; or one logger, or several.</param>
    /// <param name="callbacks">Callbacks, in their order.</param>
    /// <param name="fast_dev_run">Runs one batch (or so many) of every stage, to see that the code runs: no checkpoints, loggers or early stopping.</param>
    /// <param name="max_epochs">Stops after so many epochs; default 1000 when nothing else ends the fit; -1 means no limit.</param>
    /// <param name="min_epochs">Trains at least so many epochs, whoever asks for a stop.</param>
    /// <param name="max_steps">Stops after so many optimizer steps; -1 (the default) means no limit.</param>
    /// <param name="min_steps">Takes at least so many optimizer steps, whoever asks for a stop.</param>
    /// <param name="max_time">Stops after a time: a <see cref="TimeSpan"/> or "DD:HH:MM:SS".</param>
    /// <param name="limit_train_batches">How many training batches per epoch: an int counts, a double is a fraction; default all.</param>
    /// <param name="limit_val_batches">How many validation batches per loader; default all.</param>
    /// <param name="limit_test_batches">How many test batches per loader; default all.</param>
    /// <param name="limit_predict_batches">How many batches to predict per loader; default all.</param>
    /// <param name="overfit_batches">Trains on the same few batches in every epoch, to see that the model can learn them; default 0.0, off.</param>
    /// <param name="val_check_interval">Validates every so many batches (int), at a fraction of the epoch (double), or after a time; default 1.0.</param>
    /// <param name="check_val_every_n_epoch">Validates only in every n-th epoch; null counts the batches of <paramref name="val_check_interval"/> across epochs.</param>
    /// <param name="num_sanity_val_steps">Tries so many validation batches before training; -1 means all; default 2.</param>
    /// <param name="log_every_n_steps">Sends step metrics of training to the loggers every so many steps; 0 never; default 50.</param>
    /// <param name="enable_checkpointing">Adds a <see cref="ModelCheckpoint"/> when no callback writes checkpoints; default true.</param>
    /// <param name="enable_progress_bar">Adds a <see cref="ProgressBar"/>; default true.</param>
    /// <param name="enable_model_summary">Adds a <see cref="ModelSummary"/>; default true.</param>
    /// <param name="accumulate_grad_batches">Takes an optimizer step every so many batches, on the mean of their gradients; default 1.</param>
    /// <param name="gradient_clip_val">Clips gradients to this norm or value; null (the default) does not clip.</param>
    /// <param name="gradient_clip_algorithm">"norm" (the default) or "value".</param>
    /// <param name="deterministic">Uses deterministic algorithms only: true, false (the default), or "warn".</param>
    /// <param name="use_distributed_sampler">Gives each process its share of a data loader's samples: equal ones to train, unrepeated ones to evaluate; default true.</param>
    /// <param name="sync_batchnorm">Whether batch normalization in training takes its statistics over all processes, as one process on the joint batch would; default false.</param>
    /// <param name="inference_mode">Validates, tests and predicts in inference mode rather than with gradients off; default true.</param>
    /// <param name="reload_dataloaders_every_n_epochs">Asks for the loaders anew every so many epochs; default 0, never.</param>
    /// <param name="default_root_dir">Where logs and checkpoints go; default the current folder.</param>
    /// <param name="profiler">"simple", "advanced", "pytorch" or a <see cref="Profiler"/>; null (the default) measures nothing.</param>
    /// <exception cref="MisconfigurationException">A setting is out of range or contradicts another.</exception>
    public Trainer(
        Accelerator? accelerator = null,
        Strategy? strategy = null,
        Devices devices = default,
        int num_nodes = 1,
        Precision? precision = null,
        LoggerSet? logger = null,
        IEnumerable<Callback>? callbacks = null,
        FastDevRun fast_dev_run = default,
        int? max_epochs = null,
        int? min_epochs = null,
        long max_steps = -1,
        long? min_steps = null,
        Duration? max_time = null,
        Batches? limit_train_batches = null,
        Batches? limit_val_batches = null,
        Batches? limit_test_batches = null,
        Batches? limit_predict_batches = null,
        Batches? overfit_batches = null,
        CheckInterval? val_check_interval = null,
        int? check_val_every_n_epoch = 1,
        int num_sanity_val_steps = 2,
        int log_every_n_steps = 50,
        bool enable_checkpointing = true,
        bool enable_progress_bar = true,
        bool enable_model_summary = true,
        int accumulate_grad_batches = 1,
        double? gradient_clip_val = null,
        string? gradient_clip_algorithm = null,
        Deterministic deterministic = default,
        bool sync_batchnorm = false,
        bool inference_mode = true,
        bool use_distributed_sampler = true,
        int reload_dataloaders_every_n_epochs = 0,
        string? default_root_dir = null,
        Profiler? profiler = null)
    {
        this.profiler = profiler;
        this.accelerator = accelerator ?? "auto";
        var indices = devices.Resolve(this.accelerator);
        this.strategy = Choose(strategy ?? "auto", indices.Length * num_nodes);
        this.precision = (precision ?? "32-true").For(this.accelerator);
        this.strategy.num_nodes = (int)AtLeast(num_nodes, 1, nameof(num_nodes));
        this.strategy.setup_environment(this.accelerator, indices);
        this.use_distributed_sampler = use_distributed_sampler;
        this.default_root_dir = Path.GetFullPath(default_root_dir ?? Environment.CurrentDirectory);
        this.fast_dev_run = fast_dev_run;
        this.inference_mode = inference_mode;

        this.max_steps = AtLeast(max_steps, -1, nameof(max_steps));
        this.min_steps = min_steps is { } steps ? AtLeast(steps, 0, nameof(min_steps)) : null;
        this.max_epochs = ResolveMaxEpochs(max_epochs, max_steps, max_time is not null, fast_dev_run.Enabled);
        this.min_epochs = (int)AtLeast(min_epochs ?? (min_steps is null ? 0 : 1), 0, nameof(min_epochs));
        this.limit_train_batches = limit_train_batches ?? Batches.All;
        this.limit_val_batches = limit_val_batches ?? Batches.All;
        this.limit_test_batches = limit_test_batches ?? Batches.All;
        this.limit_predict_batches = limit_predict_batches ?? Batches.All;
        this.val_check_interval = val_check_interval ?? 1.0;
        this.check_val_every_n_epoch = check_val_every_n_epoch is { } every ? (int)AtLeast(every, 1, nameof(check_val_every_n_epoch)) : null;
        this.num_sanity_val_steps = (int)AtLeast(num_sanity_val_steps, -1, nameof(num_sanity_val_steps));
        this.log_every_n_steps = (int)AtLeast(log_every_n_steps, 0, nameof(log_every_n_steps));
        this.accumulate_grad_batches = (int)AtLeast(accumulate_grad_batches, 1, nameof(accumulate_grad_batches));
        this.gradient_clip_val = gradient_clip_val;
        AlgorithmGiven = gradient_clip_algorithm;
        this.gradient_clip_algorithm = CheckAlgorithm(gradient_clip_algorithm);
        this.deterministic = deterministic;
        this.sync_batchnorm = sync_batchnorm;
        this.reload_dataloaders_every_n_epochs = (int)AtLeast(reload_dataloaders_every_n_epochs, 0, nameof(reload_dataloaders_every_n_epochs));
        TakeOverfit(overfit_batches ?? Batches.None);
        TakeFastDevRun();

        Metrics = new MetricHub(this);
        Hooks = new HookDispatcher(this);
        Data = new DataSources(this);
        Schedulers = new LrSchedulers(this);
        EpochLoop = new TrainingEpochLoop(this, new AutomaticOptimization(this));
        _fitLoop = new FitLoop(this, EpochLoop);
        _evaluationLoop = new EvaluationLoop(this);
        _predictionLoop = new PredictionLoop(this);
        _content = new CheckpointContent(this);
        loggers = MakeLoggers(logger);
        _ownCallbacks = CallbackList.Build(
            callbacks ?? [],
            checkpointing: enable_checkpointing,
            checkpointsAllowed: !fast_dev_run.Enabled,
            progressBar: enable_progress_bar,
            summary: enable_model_summary,
            max_time);
        this.callbacks = _ownCallbacks;
    }

    private static Strategy Choose(Strategy given, int processes) =>
        given is SingleDeviceStrategy { ChosenByDefault: true } && processes > 1 ? new DDPStrategy() : given;

    private static int ResolveMaxEpochs(int? maxEpochs, long maxSteps, bool timed, bool fastDevRun)
    {
        if (maxEpochs is { } given)
        {
            return (int)AtLeast(given, -1, "max_epochs");
        }

        if (maxSteps != -1 || timed || fastDevRun)
        {
            return -1;
        }

        L.rank_zero_warn($"max_epochs was not set: {DefaultEpochs} epochs are trained. Pass max_epochs: to say how many, or -1 for no limit.");
        return DefaultEpochs;
    }

    private static long AtLeast(long value, long least, string argument) => value >= least
        ? value
        : throw new MisconfigurationException($"{argument}: {value} is out of range; the least is {least}{(least == -1 ? ", which means no limit" : "")}.");

    private static string CheckAlgorithm(string? algorithm) => algorithm is null or "norm" or "value"
        ? algorithm ?? "norm"
        : throw new MisconfigurationException($"gradient_clip_algorithm: \"{algorithm}\" is unknown; use \"norm\" or \"value\".");

    private void TakeOverfit(Batches overfit)
    {
        if (overfit.IsZero)
        {
            return;
        }

        OverfitArgument = nameof(overfit_batches);
        overfit_batches = limit_train_batches = limit_val_batches = overfit;
    }

    private void TakeFastDevRun()
    {
        if (!fast_dev_run.Enabled)
        {
            return;
        }

        limit_train_batches = limit_val_batches = limit_test_batches = limit_predict_batches = fast_dev_run.Batches;
        max_epochs = 1;
        max_steps = fast_dev_run.Batches;
        num_sanity_val_steps = 0;
        val_check_interval = 1.0;
        check_val_every_n_epoch = 1;
        L.rank_zero_info($"fast_dev_run: {fast_dev_run.Batches} batch(es) of each stage, without checkpoints, loggers and early stopping.");
    }

    private IReadOnlyList<Logger> MakeLoggers(LoggerSet? choice)
    {
        if (fast_dev_run.Enabled)
        {
            return [];
        }

        choice ??= true;
        return choice.UseDefault ? [new CSVLogger(default_root_dir)] : choice.Loggers;
    }
}
