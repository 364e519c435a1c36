using System.Globalization;
using static Torchlight.Tests.Processes.RankProgram;

namespace Lightning.Tests;

/// <summary>Two processes look for a learning rate, each with weights and data of its own, and then for a batch size.</summary>
internal static class SharedTuning
{
    internal static void Run()
    {
        var trainer = new Trainer(
            accelerator: "cpu",
            strategy: "ddp",
            devices: 2,
            max_steps: 2,
            limit_val_batches: 0,
            logger: false,
            enable_checkpointing: false,
            enable_progress_bar: false,
            enable_model_summary: false,
            default_root_dir: Path.GetTempPath());
        torch.manual_seed(trainer.global_rank);
        var model = new Rated();
        var before = string.Join(' ', model.Weights());
        var finder = new Tuner(trainer).lr_find(model, min_lr: 1e-4, num_training: 30, early_stop_threshold: null);
        Report("losses", string.Join(' ', finder.loss.Select(loss => loss.ToString("R", CultureInfo.InvariantCulture))));
        Report("rate", model.learning_rate.ToString("R", CultureInfo.InvariantCulture));
        Report("suggestion", finder.suggestion()!.Value.ToString("R", CultureInfo.InvariantCulture));
        Report("weights came back", before == string.Join(' ', model.Weights()));
        try
        {
            new Tuner(trainer).scale_batch_size(model);
        }
        catch (MisconfigurationException exception)
        {
            Report("refused", exception.Message);
        }

        trainer.fit(model);
        Report("steps", trainer.global_step);
        trainer.strategy.barrier();
    }

    private sealed class Rated : BoringModel, IHasLearningRate, IHasBatchSize
    {
        public double learning_rate { get; set; } = 0.5;

        public int batch_size { get; set; } = 1;

        public override OptimizerConfig? configure_optimizers() => torch.optim.SGD(parameters(), learning_rate);
    }
}
