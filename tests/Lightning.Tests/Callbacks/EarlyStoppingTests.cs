namespace Lightning.Tests.Callbacks;

public sealed class EarlyStoppingTests
{
    [Theory]
    [InlineData("min", new[] { 5.0, 4.0, 4.0, 4.0, 3.0 }, 2, 4, EarlyStoppingReason.PatienceExhausted)]
    [InlineData("max", new[] { 1.0, 2.0, 2.0, 2.0, 3.0 }, 2, 4, EarlyStoppingReason.PatienceExhausted)]
    [InlineData("min", new[] { 5.0, 4.0, 3.0, 2.0, 1.0 }, 2, 5, EarlyStoppingReason.NotStopped)]
    [InlineData("min", new[] { 5.0, double.NaN, 3.0 }, 2, 2, EarlyStoppingReason.NonFiniteMetric)]
    [InlineData("min", new[] { 5.0, double.PositiveInfinity, 3.0 }, 2, 2, EarlyStoppingReason.NonFiniteMetric)]
    public void Stops_when_it_should(string mode, double[] values, int patience, int epochs, EarlyStoppingReason reason)
    {
        var (stopping, trainer) = Run(new EarlyStopping("x", mode: mode, patience: patience), values);
        Assert.Equal(epochs, trainer.current_epoch);
        Assert.Equal(reason, stopping.stopping_reason);
    }

    [Fact]
    public void Thresholds()
    {
        Assert.Equal(EarlyStoppingReason.StoppingThreshold, Run(new EarlyStopping("x", stopping_threshold: 2.5), [4, 3, 2, 1]).Stopping.stopping_reason);
        Assert.Equal(EarlyStoppingReason.DivergenceThreshold, Run(new EarlyStopping("x", divergence_threshold: 10), [4, 11, 2]).Stopping.stopping_reason);
        Assert.Equal(EarlyStoppingReason.DivergenceThreshold, Run(new EarlyStopping("x", mode: "max", divergence_threshold: 1), [4, 0.5, 2]).Stopping.stopping_reason);
    }

    [Fact]
    public void Changes_below_min_delta_do_not_count()
    {
        var (stopping, trainer) = Run(new EarlyStopping("x", min_delta: 0.5, patience: 2), [5, 4.9, 4.8, 4.7]);
        Assert.Equal(3, trainer.current_epoch);
        Assert.Equal(5.0, stopping.best_score);
    }

    [Fact]
    public void A_missing_metric_is_only_a_warning_when_not_strict()
    {
        using var messages = new Messages();
        Quiet.Trainer(callbacks: [new EarlyStopping("nothing", strict: false)]).fit(new BoringModel());
        Assert.Contains(messages.Warnings, text => text.Contains("val_loss", StringComparison.Ordinal));
    }

    [Fact]
    public void Patience_goes_on_over_a_resume()
    {
        using var folder = new TemporaryFolder();
        double[] values = [5, 6, 6, 6, 6, 6];
        var first = Quiet.Trainer(max_epochs: 2, callbacks: [new EarlyStopping("x", patience: 3)]);
        first.fit(Model(values));
        first.save_checkpoint(folder.File("a.ckpt"));

        var stopping = new EarlyStopping("x", patience: 3);
        var second = Quiet.Trainer(max_epochs: 6, callbacks: [stopping]);
        second.fit(Model(values), ckpt_path: folder.File("a.ckpt"));
        Assert.Equal(4, second.current_epoch);
        Assert.Equal(5.0, stopping.best_score);
    }

    private static (EarlyStopping Stopping, Trainer Trainer) Run(EarlyStopping stopping, double[] values)
    {
        var trainer = Quiet.Trainer(max_epochs: values.Length, callbacks: [stopping]);
        trainer.fit(Model(values));
        return (stopping, trainer);
    }

    private static ScriptedModel Model(double[] values) => new() { Train = Samples.Batches(1), TrainEpochEnd = m => m.log("x", values[m.current_epoch]) };
}
