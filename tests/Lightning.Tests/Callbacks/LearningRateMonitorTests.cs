namespace Lightning.Tests.Callbacks;

public sealed class LearningRateMonitorTests
{
    [Fact]
    public void Logs_the_rate_of_each_epoch()
    {
        var logger = new RecordingLogger();
        Quiet.Trainer(max_epochs: 3, limit_val_batches: 0, limit_train_batches: 2, logger: logger, callbacks: [new LearningRateMonitor("epoch")])
            .fit(new DecayingModel());

        Assert.Equal([1.0, 0.5, 0.25], logger.Of("lr-SGD").Select(entry => entry.Value));
    }

    [Fact]
    public void Needs_a_logger() => Assert.Contains(
        "needs a logger",
        Assert.Throws<MisconfigurationException>(() => Quiet.Trainer(callbacks: [new LearningRateMonitor()]).fit(new BoringModel())).Message,
        StringComparison.Ordinal);

    private sealed class DecayingModel : BoringModel
    {
        public override OptimizerConfig? configure_optimizers()
        {
            var optimizer = torch.optim.SGD(parameters(), 1.0);
            return (optimizer, torch.optim.lr_scheduler.StepLR(optimizer, 1, 0.5));
        }
    }
}
