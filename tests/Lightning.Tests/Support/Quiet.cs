using Lightning.Plugins;

namespace Lightning.Tests;

/// <summary>Trainers without terminal output, logs and checkpoints, unless a test asks for them.</summary>
internal static class Quiet
{
    internal static Trainer Trainer(
        int? max_epochs = 1,
        long max_steps = -1,
        Batches? limit_train_batches = null,
        Batches? limit_val_batches = null,
        int num_sanity_val_steps = 0,
        int accumulate_grad_batches = 1,
        CheckInterval? val_check_interval = null,
        int? check_val_every_n_epoch = 1,
        LoggerSet? logger = null,
        IEnumerable<Callback>? callbacks = null,
        bool enable_checkpointing = false,
        int log_every_n_steps = 50,
        int? min_epochs = null,
        long? min_steps = null,
        double? gradient_clip_val = null,
        string? gradient_clip_algorithm = null,
        string? default_root_dir = null,
        Precision? precision = null,
        Batches? overfit_batches = null,
        bool inference_mode = true,
        FastDevRun fast_dev_run = default,
        Duration? max_time = null,
        Profiler? profiler = null) => new(
            accelerator: "cpu",
            precision: precision,
            max_epochs: max_epochs,
            min_epochs: min_epochs,
            max_steps: max_steps,
            min_steps: min_steps,
            max_time: max_time,
            fast_dev_run: fast_dev_run,
            limit_train_batches: limit_train_batches,
            limit_val_batches: limit_val_batches,
            overfit_batches: overfit_batches,
            num_sanity_val_steps: num_sanity_val_steps,
            accumulate_grad_batches: accumulate_grad_batches,
            val_check_interval: val_check_interval,
            check_val_every_n_epoch: check_val_every_n_epoch,
            logger: logger ?? false,
            callbacks: callbacks,
            enable_checkpointing: enable_checkpointing,
            enable_progress_bar: false,
            enable_model_summary: false,
            log_every_n_steps: log_every_n_steps,
            gradient_clip_val: gradient_clip_val,
            gradient_clip_algorithm: gradient_clip_algorithm,
            inference_mode: inference_mode,
            default_root_dir: default_root_dir ?? Path.GetTempPath(),
            profiler: profiler);
}
