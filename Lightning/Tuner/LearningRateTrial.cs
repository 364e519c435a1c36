namespace Lightning;

/// <summary>Leads the learning rate of a trial from step to step and notes the smoothed loss.</summary>
internal sealed class LearningRateTrial(LRFinder finder, double? threshold) : Callback
{
    private const double Smoothing = 0.98;
    private double _average;
    private double _best = double.PositiveInfinity;

    public override void on_train_batch_start(Trainer trainer, LightningModule pl_module, object batch, int batch_idx)
    {
        foreach (var group in trainer.optimizers[0].ParamGroups)
        {
            group.LearningRate = finder.Rate((int)trainer.global_step);
        }
    }

    public override void on_train_batch_end(Trainer trainer, LightningModule pl_module, object? outputs, object batch, int batch_idx)
    {
        // A step that another than the first of its window ends is one point.
        if (trainer.global_step <= finder.loss.Count || StepOutput.Of(outputs).Loss is not { } loss)
        {
            return;
        }

        _average = (Smoothing * _average) + ((1 - Smoothing) * loss.ToScalar().ToDouble());
        var count = finder.loss.Count + 1;
        var smoothed = _average / (1 - Math.Pow(Smoothing, count));
        finder.Add(finder.Rate(count - 1), smoothed);
        if (double.IsNaN(smoothed) || (threshold is { } limit && count > 1 && smoothed > limit * _best))
        {
            trainer.should_stop = true;
        }

        _best = Math.Min(_best, smoothed);
    }
}
