namespace Lightning;

public sealed partial class Trainer
{
    /// <summary>
    /// Computes the statistics of batch normalization anew by one forward pass over the training data, without a trace in metrics, gradients or
    /// progress: for weights that training has not made.
    /// </summary>
    internal void RenewBatchNorm()
    {
        // What was logged stays what it is: values of the pass are dropped.
        _ = Metrics.CallbackMetrics;
        var index = 0;
        using var random = RandomState.Capture(accelerator);
        torch.optim.swa_utils.update_bn(TrainingBatches(), Module, batch =>
        {
            Metrics.SetBatch(batch);
            Hooks.TrainingStep(batch, index++, optimizer: 0);
        });
        random.Restore(accelerator);
        Metrics.SetBatch(null);
        Metrics.Training.Reset();
    }

    private IEnumerable<object> TrainingBatches()
    {
        using var feed = Data.Train!.Open();
        while (true)
        {
            ThrowIfInterrupted();
            using var scope = feed.Next();
            if (scope is null)
            {
                yield break;
            }

            yield return Transfer(feed.Current, loader: 0);
        }
    }
}
