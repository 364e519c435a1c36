using System.Diagnostics;
using System.Globalization;
using static Torchlight.Tests.Processes.RankProgram;

namespace Lightning.Tests;

/// <summary>A training in a job of SLURM: signalled in its third step, or the one after that.</summary>
internal static class RequeuedFit
{
    internal static void Run(string folder, string mode, int tasks)
    {
        var trainer = new Trainer(
            accelerator: "cpu",
            devices: tasks,
            max_epochs: mode == "signalled" ? -1 : null,
            max_steps: mode == "signalled" ? -1 : 100_000,
            limit_val_batches: 0,
            logger: false,
            callbacks: [mode == "signalled" ? new Signalled(Path.Combine(folder, "calls")) : new Begun()],
            enable_checkpointing: false,
            enable_progress_bar: false,
            enable_model_summary: false,
            default_root_dir: folder);
        trainer.fit(new BoringModel());
    }

    /// <summary>The last process signals itself; all stop when the job is back in the queue.</summary>
    private sealed class Signalled(string calls) : Callback
    {
        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
        {
            if (trainer.global_step == 3 && trainer.global_rank == trainer.world_size - 1)
            {
                Process.Start("kill", ["-USR1", Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
            }

            trainer.should_stop = trainer.strategy.reduce_boolean_decision(trainer.is_global_zero && File.Exists(calls), all: false);
        }
    }

    private sealed class Begun : Callback
    {
        public override void on_train_start(Trainer trainer, LightningModule pl_module)
        {
            Report("began at", trainer.global_step);
            trainer.should_stop = true;
        }
    }
}
