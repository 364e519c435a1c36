namespace Lightning;

public sealed partial class Trainer
{
    /// <summary>The checkpoint that the run goes on from, or null.</summary>
    internal string? ResumedFrom { get; private set; }

    /// <summary>
    /// A Trainer that tries out a few steps on this process's device, with this one's data limits, number type and clipping, and nothing around them:
    /// no loggers, checkpoints or progress. What this Trainer holds is not touched.
    /// </summary>
    /// <param name="steps">How many optimizer steps.</param>
    /// <param name="accumulate">How many batches make a step.</param>
    /// <param name="callbacks">What watches the trial.</param>
    /// <param name="stage">Which entry point it is for.</param>
    internal Trainer Trial(long steps, int accumulate, IEnumerable<Callback> callbacks, TrainerStage stage = TrainerStage.Fit) => new(
        accelerator: accelerator,
        strategy: new SingleDeviceStrategy(),
        devices: new[] { Math.Max(strategy.root_device.index, 0) },
        // A precision of ours by its name, since one may keep a state of its own; the user's as it is.
        precision: precision.GetType().Assembly == typeof(Trainer).Assembly ? precision.name : precision,
        logger: false,
        callbacks: callbacks,
        max_epochs: -1,
        max_steps: steps,
        limit_train_batches: limit_train_batches,
        limit_val_batches: stage == TrainerStage.Validate ? (int)steps : 0,
        limit_test_batches: stage == TrainerStage.Test ? (int)steps : 0,
        limit_predict_batches: stage == TrainerStage.Predict ? (int)steps : 0,
        num_sanity_val_steps: 0,
        log_every_n_steps: 0,
        enable_checkpointing: false,
        enable_progress_bar: false,
        enable_model_summary: false,
        accumulate_grad_batches: accumulate,
        gradient_clip_val: gradient_clip_val,
        gradient_clip_algorithm: gradient_clip_algorithm,
        deterministic: deterministic,
        default_root_dir: default_root_dir)
    {
        IsTrial = true,
    };

    /// <summary>Asks the module for its optimizers again, before training begins.</summary>
    internal void MakeOptimizersAnew()
    {
        foreach (var optimizer in Optimizers)
        {
            optimizer.Dispose();
        }

        ConfigureOptimizers();
    }

    /// <summary>
    /// Writes a checkpoint of a run that has failed. No process can wait for another then: the first one writes the checkpoint, the others put what only they
    /// know beside it.
    /// </summary>
    internal void SaveAfterFailure(string path, bool weightsOnly)
    {
        using var scope = torch.NewDisposeScope();
        if (is_global_zero)
        {
            checkpoint_io.save_checkpoint(_content.Save(weightsOnly, alone: true), path);
        }
        else if (!weightsOnly)
        {
            CheckpointFile.Write(RankPart.PathOf(path, global_rank), _content.SavePart());
        }
    }
}
