namespace Lightning;

public sealed partial class Trainer
{
    private readonly FitLoop _fitLoop;
    private readonly EvaluationLoop _evaluationLoop;
    private readonly PredictionLoop _predictionLoop;
    private readonly CheckpointContent _content;
    private readonly IReadOnlyList<Callback> _ownCallbacks;
    private readonly LayerSync? _layerSync;

    /// <summary>What measures the run, or null.</summary>
    public Profiler? profiler { get; }

    /// <summary>The kind of device.</summary>
    public Accelerator accelerator { get; }

    /// <summary>How the processes work together.</summary>
    public Strategy strategy { get; }

    /// <summary>The number type.</summary>
    public Precision precision { get; }

    /// <summary>Where logs and checkpoints go when nothing else says.</summary>
    public string default_root_dir { get; }

    /// <summary>The setting of a trial run.</summary>
    public FastDevRun fast_dev_run { get; }

    /// <summary>The last epoch of a fit; -1 means no limit.</summary>
    public int max_epochs { get; private set; }

    /// <summary>The least number of epochs.</summary>
    public int min_epochs { get; }

    /// <summary>The last optimizer step of a fit; -1 means no limit.</summary>
    public long max_steps { get; private set; }

    /// <summary>The least number of optimizer steps.</summary>
    public long? min_steps { get; }

    /// <summary>The limit of training batches per epoch.</summary>
    public Batches limit_train_batches { get; private set; }

    /// <summary>The limit of validation batches per loader.</summary>
    public Batches limit_val_batches { get; private set; }

    /// <summary>The limit of test batches per loader.</summary>
    public Batches limit_test_batches { get; private set; }

    /// <summary>The limit of batches to predict per loader.</summary>
    public Batches limit_predict_batches { get; private set; }

    /// <summary>How many batches are trained over and over.</summary>
    public Batches overfit_batches { get; private set; } = Batches.None;

    /// <summary>How often to validate within an epoch.</summary>
    public CheckInterval val_check_interval { get; private set; }

    /// <summary>Validates only in every n-th epoch; null counts batches across epochs.</summary>
    public int? check_val_every_n_epoch { get; private set; }

    /// <summary>How many validation batches are tried before training.</summary>
    public int num_sanity_val_steps { get; private set; }

    /// <summary>Every how many steps the step metrics of training go to the loggers.</summary>
    public int log_every_n_steps { get; }

    /// <summary>How many batches make one optimizer step. A callback may change it between epochs.</summary>
    public int accumulate_grad_batches { get; set; }

    /// <summary>The norm or value to clip gradients to; null does not clip.</summary>
    public double? gradient_clip_val { get; }

    /// <summary>"norm" or "value".</summary>
    public string gradient_clip_algorithm { get; }

    /// <summary>Whether cuDNN tries its algorithms; null leaves the setting.</summary>
    public bool? benchmark { get; }

    /// <summary>Whether training steps are searched for values that are no numbers.</summary>
    public bool detect_anomaly { get; }

    /// <summary>Whether everything that is not training is left out.</summary>
    public bool barebones { get; }

    /// <summary>Whether the hyperparameters go to the loggers when a fit begins.</summary>
    public bool enable_autolog_hparams { get; }

    /// <summary>What the latest fit logged, epoch by epoch.</summary>
    public FitHistory history { get; private set; } = new();

    internal string? AlgorithmGiven { get; }

    /// <summary>Whether batch normalization in training takes its statistics over all processes.</summary>
    public bool sync_batchnorm { get; }

    /// <summary>Whether only deterministic algorithms are used.</summary>
    public Deterministic deterministic { get; }

    /// <summary>Whether evaluation runs in inference mode.</summary>
    public bool inference_mode { get; }

    /// <summary>Every how many epochs the loaders are asked for anew; 0 never.</summary>
    public int reload_dataloaders_every_n_epochs { get; }

    /// <summary>The callbacks, in the order in which they run.</summary>
    public IReadOnlyList<Callback> callbacks { get; private set; }

    /// <summary>The loggers.</summary>
    public IReadOnlyList<Logger> loggers { get; }

    /// <summary>The first logger, or null.</summary>
    public Logger? logger => loggers.Count > 0 ? loggers[0] : null;

    /// <summary>The module at work or last at work, or null.</summary>
    public LightningModule? lightning_module { get; private set; }

    /// <summary>The datamodule at work, or null.</summary>
    public LightningDataModule? datamodule { get; private set; }

    /// <summary>The epoch under way, from 0; after a fit the number of epochs trained.</summary>
    public int current_epoch => Progress.Cursor.Epoch;

    /// <summary>The optimizer steps taken.</summary>
    public long global_step => Progress.GlobalStep;

    /// <summary>Where the fit stands: epoch, batch and phase.</summary>
    public Cursor cursor => Progress.Cursor;

    /// <summary>Set to true to stop after the batch under way (once the minimal epochs and steps are done).</summary>
    public bool should_stop { get; set; }

    /// <summary>The training batch under way is the epoch's last.</summary>
    public bool is_last_batch => EpochLoop.IsLastBatch;

    /// <summary>The validation batches before training are running.</summary>
    public bool sanity_checking { get; private set; }

    /// <summary>Which entry point runs.</summary>
    public TrainerStage stage { get; private set; }

    /// <summary>A validation pass is running, inside a fit or on its own.</summary>
    public bool validating { get; private set; }

    /// <summary>The training batches of an epoch, or null when the loader cannot tell.</summary>
    public long? num_training_batches => Data.Train?.ExpectedBatches;

    /// <summary>The validation batches of each loader.</summary>
    public IReadOnlyList<long?> num_val_batches => [.. Data.Validation.Select(source => source.ExpectedBatches)];

    /// <summary>The test batches of each loader.</summary>
    public IReadOnlyList<long?> num_test_batches => [.. Data.Test.Select(source => source.ExpectedBatches)];

    /// <summary>The batches to predict of each loader.</summary>
    public IReadOnlyList<long?> num_predict_batches => [.. Data.Predict.Select(source => source.ExpectedBatches)];

    /// <summary>The metrics that callbacks see: every logged name, with its latest value. Values are read to the host when looked at.</summary>
    public IReadOnlyDictionary<string, MetricValue> callback_metrics => Metrics.CallbackMetrics;

    /// <summary>The metrics last sent to the loggers.</summary>
    public IReadOnlyDictionary<string, MetricValue> logged_metrics => Metrics.LoggedMetrics;

    /// <summary>The metrics logged with <c>prog_bar: true</c>.</summary>
    public IReadOnlyDictionary<string, MetricValue> progress_bar_metrics => Metrics.BarMetrics;

    /// <summary>The folder of the first logger, or the root folder.</summary>
    public string log_dir => _logDir ?? logger?.log_dir ?? default_root_dir;

    /// <summary>Whether each process gets its own share of a data loader's samples.</summary>
    public bool use_distributed_sampler { get; }

    /// <summary>How many processes run.</summary>
    public int world_size => strategy.world_size;

    /// <summary>The rank of this process.</summary>
    public int global_rank => strategy.global_rank;

    /// <summary>The rank of this process on its machine.</summary>
    public int local_rank => strategy.local_rank;

    /// <summary>The number of this machine.</summary>
    public int node_rank => strategy.node_rank;

    /// <summary>How many machines there are.</summary>
    public int num_nodes => strategy.num_nodes;

    /// <summary>How many devices a machine has in the run.</summary>
    public int num_devices => Math.Max(1, world_size / num_nodes);

    /// <summary>Whether SIGTERM has asked the run under way to stop, which it does at the next batch.</summary>
    public bool received_sigterm => _interrupts?.Requested is { ExitCode: InterruptGuard.SigtermExitCode };

    /// <summary>Whether this is the first process.</summary>
    public bool is_global_zero => global_rank == 0;

    /// <summary>The optimizers of the module.</summary>
    public IReadOnlyList<torch.optim.Optimizer> optimizers => Optimizers;

    /// <summary>The schedulers of the module.</summary>
    public IReadOnlyList<LRSchedulerConfig> lr_scheduler_configs => Schedulers.Configs;

    /// <summary>The first callback that writes checkpoints, or null.</summary>
    public Checkpoint? checkpoint_callback => callbacks.OfType<Checkpoint>().FirstOrDefault();

    /// <summary>The first <see cref="EarlyStopping"/>, or null.</summary>
    public EarlyStopping? early_stopping_callback => callbacks.OfType<EarlyStopping>().FirstOrDefault();

    /// <summary>The progress bar, or null.</summary>
    public ProgressBar? progress_bar_callback => callbacks.OfType<ProgressBar>().FirstOrDefault();

    /// <summary>How many optimizer steps a fit will take; <see cref="double.PositiveInfinity"/> when nothing limits it. May be read in <c>configure_optimizers</c>.</summary>
    public double estimated_stepping_batches
    {
        get
        {
            if (max_epochs == -1)
            {
                return max_steps == -1 ? double.PositiveInfinity : max_steps;
            }

            if (Data.Train is null)
            {
                Data.RequestTrain();
            }

            if (Data.Train!.ExpectedBatches is not { } batches)
            {
                return max_steps == -1 ? double.PositiveInfinity : max_steps;
            }

            var perEpoch = Math.Ceiling((double)batches / accumulate_grad_batches);
            var steps = perEpoch * Math.Max(max_epochs, 1);
            return max_steps == -1 ? steps : Math.Min(steps, max_steps);
        }
    }

    /// <summary>A name of the fit under way, the same in all processes.</summary>
    internal string RunName { get; private set; } = "";

    internal MetricHub Metrics { get; }

    internal HookDispatcher Hooks { get; }

    internal DataSources Data { get; }

    internal LrSchedulers Schedulers { get; }

    internal TrainingEpochLoop EpochLoop { get; }

    internal FitProgress Progress { get; } = new();

    internal ModuleOverrides Overrides { get; private set; }

    internal string? OverfitArgument { get; private set; }

    internal LightningModule Module => lightning_module ?? throw new MisconfigurationException("No module was given to the Trainer.");
}
