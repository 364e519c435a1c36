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
    public static double PlainLoop(long iterations)
    {
        using var model = new Tiny();
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

    public static double WithTrainer(long iterations)
    {
        using var model = new Tiny();
        var batches = Enumerable.Repeat(Tiny.Batch(), checked((int)iterations)).ToArray();
        var trainer = new Trainer(max_epochs: 1, logger: false, enable_checkpointing: false, enable_progress_bar: false, enable_model_summary: false);
        trainer.fit(model, batches);
        return model.Seconds;
    }

    private sealed class Tiny : LightningModule<(Tensor x, Tensor y)>
    {
        private readonly Linear layer = Linear(4, 2);
        private long _start;

        public Tiny()
            : base(nameof(Tiny)) => RegisterComponents();

        // From the first batch to the last: what a run does once, at its two ends, is not a step's.
        public double Seconds { get; private set; }

        public static (Tensor x, Tensor y) Batch() => (ones(8, 4), zeros(8, 2));

        public optim.Optimizer Optimizer() => optim.SGD(parameters(), 0.01);

        public override void on_train_epoch_start() => _start = Stopwatch.GetTimestamp();

        public override void on_train_epoch_end() => Seconds = Stopwatch.GetElapsedTime(_start).TotalSeconds;

        public override Tensor training_step((Tensor x, Tensor y) batch, int batch_idx) => functional.mse_loss(layer.call(batch.x), batch.y);

        public override OptimizerConfig configure_optimizers() => Optimizer();
    }
}
