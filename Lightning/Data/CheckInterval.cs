using System.Globalization;

namespace Lightning;

/// <summary>
/// How often to validate within training: a double is a fraction of the epoch, an int a number of batches, a <see cref="TimeSpan"/> or
/// "DD:HH:MM:SS" the time since the last validation.
/// </summary>
public readonly struct CheckInterval
{
    private readonly double _fraction;

    private CheckInterval(double fraction, int? batches, TimeSpan? time) => (_fraction, BatchCount, Time) = (fraction, batches, time);

    internal int? BatchCount { get; }

    internal TimeSpan? Time { get; }

    /// <summary>Once, at the end of the epoch: the default.</summary>
    internal bool IsEpochEnd => BatchCount is null && Time is null && _fraction == 1.0;

    /// <summary>A fraction of the epoch, in (0, 1].</summary>
    public static implicit operator CheckInterval(double fraction) => fraction is > 0 and <= 1
        ? new(fraction, null, null)
        : throw new MisconfigurationException(
            $"val_check_interval: {fraction.ToString(CultureInfo.InvariantCulture)} is not a fraction in (0.0, 1.0]. For a number of batches pass an int.");

    /// <summary>A number of training batches.</summary>
    public static implicit operator CheckInterval(int batches) => batches > 0
        ? new(0, batches, null)
        : throw new MisconfigurationException($"val_check_interval: {batches} is not a positive number of batches.");

    /// <summary>A time since the last validation.</summary>
    public static implicit operator CheckInterval(TimeSpan time) => new(0, null, time);

    /// <summary>A time since the last validation, as "DD:HH:MM:SS".</summary>
    public static implicit operator CheckInterval(string time) => new(0, null, ((Duration)time).Value);

    /// <summary>Every how many batches to validate; null when time decides, or when the end of an unsized loader does.</summary>
    /// <param name="batches">The batches of the epoch, or null when nobody knows.</param>
    /// <param name="everyNEpochs">The Trainer's <c>check_val_every_n_epoch</c>; null counts batches across epochs.</param>
    internal long? Batches(long? batches, int? everyNEpochs)
    {
        if (Time is not null)
        {
            return null;
        }

        if (BatchCount is { } count)
        {
            if (everyNEpochs is not null && batches is { } known && count > known)
            {
                throw new MisconfigurationException(
                    $"val_check_interval: {count} is more than the {known} training batches of an epoch. Pass at most {known}, or " +
                    "check_val_every_n_epoch: null to count across epochs.");
            }

            return count;
        }

        if (everyNEpochs is null)
        {
            throw new MisconfigurationException("check_val_every_n_epoch: null counts batches across epochs; pass val_check_interval: as a number of batches or a time.");
        }

        if (batches is { } total)
        {
            return Math.Max(1, (long)Math.Floor(total * _fraction));
        }

        return IsEpochEnd
            ? null
            : throw new MisconfigurationException(
                $"val_check_interval: {_fraction.ToString(CultureInfo.InvariantCulture)} is a fraction, and the training loader cannot tell how many batches it holds. Pass a number of batches or 1.0.");
    }
}
