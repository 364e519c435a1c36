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
    /// <param name="logger">True (the default) writes a <see cref="TensorBoardLogger"/> below <paramref name="default_root_dir"/>, false none; or one logger, or several.</param>
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
    /// <param name="benchmark">Whether cuDNN tries its algorithms and takes the fastest; null (the default) leaves the setting, and true for <paramref name="deterministic"/> turns it off.</param>
    /// <param name="detect_anomaly">Looks in each training step for values that are no numbers, and names the module that the first came from; slow. Default false.</param>
    /// <param name="barebones">Leaves out everything that is not training, to see what the rest costs: checkpoints, loggers, progress bar, summary, sanity check, logging. Default false.</param>
    /// <param name="plugins">A <see cref="Precision"/>, a <see cref="CheckpointIO"/> (such as <see cref="AsyncCheckpointIO"/>), a <see cref="ClusterEnvironment"/>, a <see cref="LayerSync"/>.</param>
    /// <param name="enable_autolog_hparams">Sends the hyperparameters to the loggers when a fit begins; default true.</param>
    /// <param name="sync_batchnorm">Whether batch normalization in training takes its statistics over all processes, as one process on the joint batch would; default false.</param>
    /// <param name="inference_mode">Validates, tests and predicts in inference mode rather than with gradients off; default true.</param>
    /// <param name="reload_dataloaders_every_n_epochs">Asks for the loaders anew every so many epochs; default 0, never.</param>
    /// <param name="default_root_dir">Where logs and checkpoints go; default the current folder.</param>
    /// <param name="profiler">"simple", "advanced", "pytorch" or a <see cref="Profiler"/>; null (the default) measures nothing.</param>
    /// <remarks>
    /// An argument that is left open is taken from the environment where it is there: PL_TRAINER_MAX_EPOCHS for <paramref name="max_epochs"/>, and so on for
    /// all that are numbers, text, or true and false.
    /// </remarks>
    /// <exception cref="MisconfigurationException">A setting is out of range or contradicts another.</exception>
    public Trainer(
        Accelerator? accelerator = null,
        Strategy? strategy = null,
        Devices devices = default,
        int? num_nodes = null,
        Precision? precision = null,
        LoggerSet? logger = null,
        IEnumerable<Callback>? callbacks = null,
        FastDevRun fast_dev_run = default,
        int? max_epochs = null,
        int? min_epochs = null,
        long? max_steps = null,
        long? min_steps = null,
        Duration? max_time = null,
        Batches? limit_train_batches = null,
        Batches? limit_val_batches = null,
        Batches? limit_test_batches = null,
        Batches? limit_predict_batches = null,
        Batches? overfit_batches = null,
        CheckInterval? val_check_interval = null,
        int? check_val_every_n_epoch = 1,
        int? num_sanity_val_steps = null,
        int? log_every_n_steps = null,
        bool? enable_checkpointing = null,
        bool? enable_progress_bar = null,
        bool? enable_model_summary = null,
        int? accumulate_grad_batches = null,
        double? gradient_clip_val = null,
        string? gradient_clip_algorithm = null,
        Deterministic deterministic = default,
        bool? benchmark = null,
        bool? inference_mode = null,
        bool? use_distributed_sampler = null,
        Profiler? profiler = null,
        bool? detect_anomaly = null,
        bool? barebones = null,
        IEnumerable<ITrainerPlugin>? plugins = null,
        bool? sync_batchnorm = null,
        int? reload_dataloaders_every_n_epochs = null,
        string? default_root_dir = null,
        bool? enable_autolog_hparams = null)
    {
        var asked = TrainerVariables.Bool(enable_checkpointing, nameof(enable_checkpointing));
        var bar = TrainerVariables.Bool(enable_progress_bar, nameof(enable_progress_bar));
        var summary = TrainerVariables.Bool(enable_model_summary, nameof(enable_model_summary));
        var sanity = TrainerVariables.Int(num_sanity_val_steps, nameof(num_sanity_val_steps));
        var logEvery = TrainerVariables.Int(log_every_n_steps, nameof(log_every_n_steps));
        this.fast_dev_run = TrainerVariables.FastDevRun(fast_dev_run, nameof(fast_dev_run));
        this.detect_anomaly = TrainerVariables.Bool(detect_anomaly, nameof(detect_anomaly)) ?? false;
        this.barebones = TrainerVariables.Bool(barebones, nameof(barebones)) ?? false;
        if (this.barebones)
        {
            CheckBarebones(
                (nameof(enable_checkpointing), asked ?? false),
                (nameof(logger), logger is { UseDefault: true } or { Loggers.Count: > 0 }),
                (nameof(enable_progress_bar), bar ?? false),
                (nameof(enable_model_summary), summary ?? false),
                (nameof(num_sanity_val_steps), sanity is not (null or 0)),
                (nameof(log_every_n_steps), logEvery is not (null or 0)),
                (nameof(fast_dev_run), this.fast_dev_run.Enabled),
                (nameof(detect_anomaly), this.detect_anomaly),
                (nameof(profiler), profiler is not null));
        }

        var chosen = new TrainerPlugins(plugins);
        this.profiler = profiler;
        this.accelerator = accelerator ?? TrainerVariables.Text(null, nameof(accelerator)) ?? "auto";
        var indices = (devices.IsAuto && TrainerVariables.Text(null, nameof(devices)) is { } text ? text : devices).Resolve(this.accelerator);
        var nodes = (int)AtLeast(TrainerVariables.Int(num_nodes, nameof(num_nodes)) ?? 1, 1, nameof(num_nodes));
        this.strategy = chosen.Into(Strategy.For(strategy ?? TrainerVariables.Text(null, nameof(strategy)) ?? "auto", indices.Length * nodes));
        this.precision = chosen.ChoosePrecision(precision ?? (TrainerVariables.Text(null, nameof(precision)) is { } name ? (Precision)name : null)).For(this.accelerator);
        checkpoint_io = chosen.CheckpointIO ?? new TorchCheckpointIO();
        this.strategy.num_nodes = nodes;
        this.strategy.setup_environment(this.accelerator, indices);
        _slurm = (this.strategy is DDPStrategy several
            ? several.cluster_environment
            : chosen.ClusterEnvironment ?? (SLURMEnvironment.detect() ? new SLURMEnvironment() : null)) as SLURMEnvironment;
        this.use_distributed_sampler = TrainerVariables.Bool(use_distributed_sampler, nameof(use_distributed_sampler)) ?? true;
        this.default_root_dir = Path.GetFullPath(TrainerVariables.Text(default_root_dir, nameof(default_root_dir)) ?? Environment.CurrentDirectory);
        this.inference_mode = TrainerVariables.Bool(inference_mode, nameof(inference_mode)) ?? true;
        this.benchmark = TrainerVariables.Bool(benchmark, nameof(benchmark));
        this.enable_autolog_hparams = TrainerVariables.Bool(enable_autolog_hparams, nameof(enable_autolog_hparams)) ?? true;

        Callback[] given = [.. callbacks ?? []];
        max_time = TrainerVariables.Time(max_time, nameof(max_time));
        min_steps = TrainerVariables.Long(min_steps, nameof(min_steps));
        this.max_steps = AtLeast(TrainerVariables.Long(max_steps, nameof(max_steps)) ?? -1, -1, nameof(max_steps));
        this.min_steps = min_steps is { } steps ? AtLeast(steps, 0, nameof(min_steps)) : null;
        this.max_epochs = ResolveMaxEpochs(
            TrainerVariables.Int(max_epochs, nameof(max_epochs)), this.max_steps, max_time is not null || given.OfType<Timer>().Any(), this.fast_dev_run.Enabled);
        this.min_epochs = (int)AtLeast(TrainerVariables.Int(min_epochs, nameof(min_epochs)) ?? (min_steps is null ? 0 : 1), 0, nameof(min_epochs));
        this.limit_train_batches = TrainerVariables.Batches(limit_train_batches, nameof(limit_train_batches)) ?? Batches.All;
        this.limit_val_batches = TrainerVariables.Batches(limit_val_batches, nameof(limit_val_batches)) ?? Batches.All;
        this.limit_test_batches = TrainerVariables.Batches(limit_test_batches, nameof(limit_test_batches)) ?? Batches.All;
        this.limit_predict_batches = TrainerVariables.Batches(limit_predict_batches, nameof(limit_predict_batches)) ?? Batches.All;
        this.val_check_interval = TrainerVariables.Interval(val_check_interval, nameof(val_check_interval)) ?? 1.0;
        this.check_val_every_n_epoch = check_val_every_n_epoch is { } every
            ? (int)AtLeast(every == 1 ? TrainerVariables.Int(null, nameof(check_val_every_n_epoch)) ?? 1 : every, 1, nameof(check_val_every_n_epoch))
            : null;
        this.num_sanity_val_steps = this.barebones ? 0 : (int)AtLeast(sanity ?? 2, -1, nameof(num_sanity_val_steps));
        this.log_every_n_steps = this.barebones ? 0 : (int)AtLeast(logEvery ?? 50, 0, nameof(log_every_n_steps));
        this.accumulate_grad_batches =
            (int)AtLeast(TrainerVariables.Int(accumulate_grad_batches, nameof(accumulate_grad_batches)) ?? 1, 1, nameof(accumulate_grad_batches));
        this.gradient_clip_val = TrainerVariables.Double(gradient_clip_val, nameof(gradient_clip_val));
        AlgorithmGiven = TrainerVariables.Text(gradient_clip_algorithm, nameof(gradient_clip_algorithm));
        this.gradient_clip_algorithm = CheckAlgorithm(AlgorithmGiven);
        this.deterministic = TrainerVariables.Deterministic(deterministic, nameof(deterministic));
        this.sync_batchnorm = TrainerVariables.Bool(sync_batchnorm, nameof(sync_batchnorm)) ?? false;
        _layerSync = chosen.LayerSync ?? (this.sync_batchnorm ? new TorchSyncBatchNorm() : null);
        this.reload_dataloaders_every_n_epochs = (int)AtLeast(
            TrainerVariables.Int(reload_dataloaders_every_n_epochs, nameof(reload_dataloaders_every_n_epochs)) ?? 0, 0, nameof(reload_dataloaders_every_n_epochs));
        TakeOverfit(TrainerVariables.Batches(overfit_batches, nameof(overfit_batches)) ?? Batches.None);
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
            given,
            checkpointing: asked ?? !this.barebones,
            checkpointsAllowed: !this.fast_dev_run.Enabled,
            progressBar: bar ?? !this.barebones,
            summary: summary ?? !this.barebones,
            max_time);
        CallbackList.CheckStateKeys(_ownCallbacks);
        this.callbacks = _ownCallbacks;
    }
}
