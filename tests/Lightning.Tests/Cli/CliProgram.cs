namespace Lightning.Tests.Cli;

/// <summary>A program that is nothing but a command line, as a process of its own.</summary>
internal static class CliProgram
{
    internal static void Run(string[] args) => _ = new LightningCLI<CliNet, CliData>(
        args, trainer_defaults: new Dictionary<string, object?> { ["callbacks"] = new Announcer(), ["accelerator"] = "cpu", ["enable_progress_bar"] = false, ["logger"] = false });

    /// <summary>Says when the training is under way, so that a test knows when to interrupt it.</summary>
    private sealed class Announcer : Callback
    {
        public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
        {
            if (trainer.global_step == 3)
            {
                Torchlight.Tests.Processes.RankProgram.Report($"training {trainer.global_rank} of {trainer.world_size}", Environment.ProcessId);
            }
        }
    }
}
