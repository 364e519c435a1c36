using System.Globalization;
using static Torchlight.Tests.Processes.RankProgram;

namespace Lightning.Tests;

/// <summary>A training shared by two processes of which the second fails in the midst of the second epoch, goes on from there, or is not broken at all.</summary>
internal static class SharedFailure
{
    internal static void Run(string folder, string mode)
    {
        var trainer = new Trainer(
            accelerator: "cpu",
            strategy: "ddp",
            devices: 2,
            max_epochs: 2,
            limit_val_batches: 0,
            logger: false,
            callbacks: [new OnExceptionCheckpoint(folder)],
            enable_progress_bar: false,
            enable_model_summary: false,
            default_root_dir: folder);
        torch.manual_seed(1);
        var model = new SharedResume.Model { Dropout = false, FailsAt = mode == "failing" && trainer.global_rank == 1 ? 10 : -1 };
        torch.manual_seed((mode == "resumed" ? 500 : 5) + trainer.global_rank);
        trainer.fit(model);
        Report("weights", string.Join(' ', model.parameters().SelectMany(parameter => parameter.detach().clone().data<float>().ToArray())
            .Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
        Report("steps", trainer.global_step);
        trainer.strategy.barrier();
    }
}
