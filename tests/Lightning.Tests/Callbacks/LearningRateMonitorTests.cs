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

    [Fact]
    public void Names_tell_optimizers_groups_and_options_apart()
    {
        var logger = new RecordingLogger();
        Quiet.Trainer(limit_val_batches: 0, limit_train_batches: 1, log_every_n_steps: 1, logger: logger, callbacks:
            [new LearningRateMonitor("step", log_momentum: true, log_weight_decay: true, log_key_prefix: "opt/")]).fit(new Grouped());

        var row = Assert.Single(logger.Rows).Row;
        Assert.Equal(0.5, row["opt/lr-SGD/pg1"]);
        Assert.Equal(0.25, row["opt/lr-SGD/pg2"]);
        Assert.Equal(0.9, row["opt/lr-SGD/pg1-momentum"]);
        Assert.Equal(0.01, row["opt/lr-SGD/pg2-weight_decay"]);
    }

    private sealed class Grouped : BoringModel
    {
        public override OptimizerConfig? configure_optimizers()
        {
            var optimizer = torch.optim.SGD([layer.weight!], 0.5, momentum: 0.9, weight_decay: 0.01);
            optimizer.add_param_group([layer.bias!], lr: 0.25);
            return optimizer;
        }
    }

    private sealed class DecayingModel : BoringModel
    {
        public override OptimizerConfig? configure_optimizers()
        {
            var optimizer = torch.optim.SGD(parameters(), 1.0);
            return (optimizer, torch.optim.lr_scheduler.StepLR(optimizer, 1, 0.5));
        }
    }
}
