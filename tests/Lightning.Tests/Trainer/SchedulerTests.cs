using TorchSharp.Modules;

namespace Lightning.Tests.TrainerTests;

/// <summary>The rules of learning-rate schedulers under automatic optimization.</summary>
public sealed class SchedulerTests
{
    [Theory]
    [InlineData("epoch", 1, 3)]
    [InlineData("epoch", 2, 1)]
    [InlineData("step", 1, 12)]
    [InlineData("step", 3, 3)]
    public void Frequency_counts_epochs_or_the_batches_of_an_epoch(string interval, int frequency, int expected)
    {
        var model = new Scheduled(optimizer => new LRSchedulerConfig(torch.optim.lr_scheduler.StepLR(optimizer, 1, 0.5), interval: interval, frequency: frequency));
        Quiet.Trainer(max_epochs: 3, limit_train_batches: 4, limit_val_batches: 0).fit(model);

        Assert.Equal(expected, model.Advances);
    }

    [Fact]
    public void Steps_inside_an_accumulation_window_advance_nothing()
    {
        var model = new Scheduled(optimizer => new LRSchedulerConfig(torch.optim.lr_scheduler.StepLR(optimizer, 1, 0.5), interval: "step"));
        Quiet.Trainer(accumulate_grad_batches: 2, limit_train_batches: 5, limit_val_batches: 0).fit(model);

        Assert.Equal(3, model.Advances);
    }

    [Fact]
    public void A_plateau_without_a_monitor_is_an_error_before_training() => Assert.Contains(
        "monitor",
        Assert.Throws<MisconfigurationException>(() => Fit(optimizer => new LRSchedulerConfig(torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer)))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_monitored_metric_that_was_not_logged_is_an_error_or_a_warning()
    {
        var thrown = Assert.Throws<MisconfigurationException>(
            () => Fit(optimizer => new LRSchedulerConfig(torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer), monitor: "nowhere")));
        Assert.Contains("nowhere", thrown.Message, StringComparison.Ordinal);

        using var messages = new Messages();
        Assert.Equal(0, Fit(optimizer => new LRSchedulerConfig(torch.optim.lr_scheduler.ReduceLROnPlateau(optimizer), monitor: "nowhere", strict: false)).Advances);
        Assert.Contains(messages.Warnings, warning => warning.Contains("nowhere", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("batch", 1, "interval")]
    [InlineData("epoch", 0, "frequency")]
    public void An_interval_or_frequency_that_is_none_is_an_error(string interval, int frequency, string named) => Assert.Contains(
        named,
        Assert.Throws<MisconfigurationException>(
            () => Fit(optimizer => new LRSchedulerConfig(torch.optim.lr_scheduler.StepLR(optimizer, 1), interval: interval, frequency: frequency))).Message,
        StringComparison.Ordinal);

    [Fact]
    public void A_scheduler_of_another_optimizer_is_an_error()
    {
        var thrown = Assert.Throws<MisconfigurationException>(() => Fit(_ =>
            new LRSchedulerConfig(torch.optim.lr_scheduler.StepLR(torch.optim.SGD([new Parameter(torch.zeros(1))], 0.1), 1))));

        Assert.Contains("StepLR", thrown.Message, StringComparison.Ordinal);
    }

    private static Scheduled Fit(Func<torch.optim.Optimizer, LRSchedulerConfig> scheduler)
    {
        var model = new Scheduled(scheduler);
        Quiet.Trainer(limit_train_batches: 1, limit_val_batches: 0).fit(model);
        return model;
    }

    private sealed class Scheduled(Func<torch.optim.Optimizer, LRSchedulerConfig> scheduler) : BoringModel
    {
        internal int Advances { get; private set; }

        public override OptimizerConfig? configure_optimizers()
        {
            var optimizer = torch.optim.SGD(parameters(), 0.1);
            return new OptimizerConfig([optimizer], [scheduler(optimizer)]);
        }

        public override void lr_scheduler_step(torch.optim.lr_scheduler.LRScheduler scheduler, double? metric)
        {
            Advances++;
            base.lr_scheduler_step(scheduler, metric);
        }
    }
}
