using System.Diagnostics;
using Lightning;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Torchlight.Benchmarks.Cases;

/// <summary>The same tiny training step in a plain loop and in the Trainer: the difference is the Trainer's work.</summary>
internal static class TrainerOverhead
{
    public static double PlainLoop(long iterations) => Loop(iterations, new Tiny());

    /// <summary>The loop with the two further values that <see cref="WithMetricsAndBar"/> logs, which it computes and drops.</summary>
    public static double PlainLoopOfThree(long iterations) => Loop(iterations, new Tiny { ThreeValues = true });

    public static double WithTrainer(long iterations) => Fit(
        iterations,
        new Tiny(),
        new Trainer(max_epochs: 1, logger: false, enable_checkpointing: false, enable_progress_bar: false, enable_model_summary: false));

    /// <summary>Three metrics logged in each step, TensorBoard's event file, and the progress bar at work on a terminal that shows nothing.</summary>
    public static double WithMetricsAndBar(long iterations)
    {
        var folder = Directory.CreateTempSubdirectory("torchlight-overhead-");
        try
        {
            return Fit(
                iterations,
                new Tiny { ThreeValues = true },
                new Trainer(
                    max_epochs: 1, enable_checkpointing: false, enable_model_summary: false, default_root_dir: folder.FullName,
                    callbacks: [new ProgressBar(console: NullTerminal.Console())]));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static double Loop(long iterations, Tiny tiny)
    {
        using var model = tiny;
        var optimizer = model.Optimizer();
        var batch = Tiny.Batch();
        var start = Stopwatch.GetTimestamp();
        for (long i = 0; i < iterations; i++)
        {
            using var step = NewDisposeScope();
            var loss = model.training_step(batch, (int)i);
            optimizer.zero_grad();
            loss.backward();
            optimizer.step();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static double Fit(long iterations, Tiny tiny, Trainer trainer)
    {
        using var model = tiny;
        trainer.fit(model, Enumerable.Repeat(Tiny.Batch(), checked((int)iterations)).ToArray());
        return model.Seconds;
    }

    private sealed class Tiny : LightningModule<(Tensor x, Tensor y)>
    {
        private readonly Linear layer = Linear(4, 2);
        private long _start;

        public Tiny()
            : base(nameof(Tiny)) => RegisterComponents();

        public bool ThreeValues { get; init; }

        // From the first batch to the last: what a run does once, at its two ends, is not a step's.
        public double Seconds { get; private set; }

        public static (Tensor x, Tensor y) Batch() => (ones(8, 4), zeros(8, 2));

        public optim.Optimizer Optimizer() => optim.SGD(parameters(), 0.01);

        public override void on_train_epoch_start() => _start = Stopwatch.GetTimestamp();

        public override void on_train_epoch_end() => Seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds;

        public override Tensor training_step((Tensor x, Tensor y) batch, int batch_idx)
        {
            var output = layer.call(batch.x);
            var loss = functional.mse_loss(output, batch.y);
            if (!ThreeValues)
            {
                return loss;
            }

            var (mean, largest) = (output.mean(), output.max());
            if (HasTrainer)
            {
                log("loss", loss, prog_bar: true, on_step: true, on_epoch: true);
                log("mean", mean, prog_bar: true);
                log("largest", largest, prog_bar: true);
            }

            return loss;
        }

        public override OptimizerConfig configure_optimizers() => Optimizer();
    }
}
