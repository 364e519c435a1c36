using static Torchlight.Tests.Processes.RankProgram;

namespace Lightning.Tests;

/// <summary>Trainings in which a rank does not live to the end.</summary>
internal static class EndlessFit
{
    /// <summary>Trains until somebody is killed; each rank says when it is at it.</summary>
    internal static void Run() => Trainer([new Announcer()]).fit(new BoringModel());

    /// <summary>Rank 1 fails by itself in the third batch.</summary>
    internal static void Crash() => Trainer([new Crasher()]).fit(new BoringModel());

    private static Trainer Trainer(Callback[] callbacks) => new(
        accelerator: "cpu",
        devices: 2,
        strategy: "ddp",
        max_epochs: -1,
        limit_val_batches: 0,
        logger: false,
        callbacks: callbacks,
        enable_checkpointing: false,
        enable_progress_bar: false,
        enable_model_summary: false);

    private sealed class Announcer : Callback
    {
        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
        {
            if (trainer.global_step == 5)
            {
                Report($"training {trainer.global_rank}", Environment.ProcessId);
            }
        }
    }

    private sealed class Crasher : Callback
    {
        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
        {
            if (trainer.global_step == 3 && trainer.global_rank == 1)
            {
                throw new InvalidDataException("the third batch is rotten");
            }
        }
    }
}
