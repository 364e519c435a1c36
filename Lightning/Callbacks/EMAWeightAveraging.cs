namespace Lightning;

/// <summary>Keeps the exponential moving average of the module's weights; see <see cref="WeightAveraging"/>.</summary>
/// <remarks>Python: <c>lightning.pytorch.callbacks.EMAWeightAveraging</c>.</remarks>
public class EMAWeightAveraging : WeightAveraging
{
    private readonly double _decay;
    private readonly int _everySteps;
    private readonly long? _fromStep;
    private readonly int? _fromEpoch;

    /// <summary>Makes the callback.</summary>
    /// <param name="device">Where the average lies; null for the weights' own places.</param>
    /// <param name="use_buffers">Averages buffers too (the default); else they follow the module's.</param>
    /// <param name="decay">How much of the old average stays at each update, 0 to 1.</param>
    /// <param name="update_every_n_steps">Updates after every so many optimizer steps; 0 for none.</param>
    /// <param name="update_starting_at_step">The first step, from 0, after which to update; null for the first of all.</param>
    /// <param name="update_starting_at_epoch">The first epoch, from 0, at whose end to update too; null for none.</param>
    public EMAWeightAveraging(
        Device? device = null,
        bool use_buffers = true,
        double decay = 0.999,
        int update_every_n_steps = 1,
        long? update_starting_at_step = null,
        int? update_starting_at_epoch = null)
        : base(device, use_buffers)
    {
        if (decay is not (>= 0 and <= 1))
        {
            throw new MisconfigurationException($"EMAWeightAveraging(decay: {decay}) is out of range; it lies between 0 and 1.");
        }

        if (update_every_n_steps < 0)
        {
            throw new MisconfigurationException($"EMAWeightAveraging(update_every_n_steps: {update_every_n_steps}) is negative; use 0 to update at the end of epochs only.");
        }

        _decay = decay;
        _everySteps = update_every_n_steps;
        _fromStep = update_starting_at_step;
        _fromEpoch = update_starting_at_epoch;
    }

    /// <inheritdoc/>
    public override bool should_update(long? step_idx = null, int? epoch_idx = null) => step_idx is { } step
        ? step >= (_fromStep ?? 0) && _everySteps > 0 && step % _everySteps == 0
        : epoch_idx >= _fromEpoch;

    private protected override Action<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor> AverageTogether() =>
        torch.optim.swa_utils.get_ema_multi_avg_fn(_decay);
}
