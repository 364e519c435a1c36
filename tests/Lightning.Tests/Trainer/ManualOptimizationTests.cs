namespace Lightning.Tests.TrainerTests;

/// <summary>Modules that optimize by hand.</summary>
public sealed class ManualOptimizationTests
{
    [Fact]
    public void Manual_steps_run_the_hooks_and_count_each_optimizer()
    {
        var calls = new List<string>();
        var model = new TwoOptimizers();
        var before = model.Weights();
        var trainer = Quiet.Trainer(limit_train_batches: 2, limit_val_batches: 0, callbacks: [new RecordingCallback(calls)]);
        trainer.fit(model);

        Assert.Equal(4, trainer.global_step);
        Assert.NotEqual(before, model.Weights());
        var kept = calls.Where(call => call.Contains("backward", StringComparison.Ordinal) || call.Contains("optimizer_step", StringComparison.Ordinal));
        string[] batch = ["C.on_before_backward", "C.on_after_backward", "C.on_before_optimizer_step", "C.on_before_optimizer_step"];
        Assert.Equal([.. batch, .. batch], kept);
    }

    private sealed class TwoOptimizers : BoringModel
    {
        public TwoOptimizers() => automatic_optimization = false;

        public override OptimizerConfig? configure_optimizers() =>
            new torch.optim.Optimizer[] { torch.optim.SGD([layer.weight!], 0.1), torch.optim.SGD([layer.bias!], 0.1) };

        public override Tensor? training_step(Tensor batch, int batch_idx)
        {
            foreach (var optimizer in optimizers())
            {
                optimizer.zero_grad();
            }

            var loss = Loss(batch);
            manual_backward(loss);
            foreach (var optimizer in optimizers())
            {
                optimizer.step();
            }

            return null;
        }
    }
}
