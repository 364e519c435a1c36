using System.Globalization;

namespace Lightning;

/// <summary>A number of epochs (an int) or a share of all of them (a double, floored).</summary>
public readonly record struct Share
{
    private readonly int? _count;
    private readonly double _share;

    private Share(int? count, double share) => (_count, _share) = (count, share);

    /// <summary>A number of epochs, from 0.</summary>
    /// <exception cref="MisconfigurationException">It is negative.</exception>
    public static implicit operator Share(int epochs) => epochs >= 0
        ? new(epochs, 0)
        : throw new MisconfigurationException($"{epochs} is no epoch; they begin at 0. For a share of all epochs pass a number such as 0.8.");

    /// <summary>A share of all epochs.</summary>
    /// <exception cref="MisconfigurationException">It does not lie between 0 and 1.</exception>
    public static implicit operator Share(double share) => share is >= 0 and <= 1
        ? new(null, share)
        : throw new MisconfigurationException(
            $"A share of all epochs lies between 0.0 and 1.0, and {share.ToString(CultureInfo.InvariantCulture)} was given. For the number of an epoch pass an int.");

    internal int Of(int all) => _count ?? (int)(all * _share);
}
