using System.Globalization;

namespace Lightning;

/// <summary>How many batches to run: a number, or a fraction of the loader. An int converts to a number, a double to a fraction, so 1 is one batch and 1.0 all.</summary>
public readonly struct Batches : IEquatable<Batches>
{
    private readonly int? _count;
    private readonly double _fraction;

    private Batches(int? count, double fraction) => (_count, _fraction) = (count, fraction);

    /// <summary>Every batch.</summary>
    public static Batches All { get; } = new(null, 1.0);

    /// <summary>No batch: the stage is off.</summary>
    public static Batches None { get; } = new(0, 0);

    /// <summary>A number of batches.</summary>
    /// <exception cref="MisconfigurationException">The number is negative.</exception>
    public static Batches Count(int batches) => batches >= 0
        ? new(batches, 0)
        : throw new MisconfigurationException($"A number of batches cannot be negative, and {batches} was given. Use 1.0 for all and 0 for none.");

    /// <summary>A fraction of the loader, floored.</summary>
    /// <exception cref="MisconfigurationException">The fraction is not between 0 and 1.</exception>
    public static Batches Fraction(double fraction) => fraction is >= 0 and <= 1
        ? new(null, fraction)
        : throw new MisconfigurationException(
            $"A fraction of batches lies between 0.0 and 1.0, and {fraction.ToString(CultureInfo.InvariantCulture)} was given. For a number of batches pass an int.");

    /// <summary>A number of batches.</summary>
    public static implicit operator Batches(int batches) => Count(batches);

    /// <summary>A fraction of the loader.</summary>
    public static implicit operator Batches(double fraction) => Fraction(fraction);

    /// <summary>Compares two limits.</summary>
    public static bool operator ==(Batches left, Batches right) => left.Equals(right);

    /// <summary>Compares two limits.</summary>
    public static bool operator !=(Batches left, Batches right) => !left.Equals(right);

    /// <summary>The stage is off; its loader is not even asked for.</summary>
    internal bool IsZero => _count is 0 || (_count is null && _fraction == 0);

    internal bool IsAll => _count is null && _fraction == 1.0;

    /// <summary>The number of batches to run of a loader that holds <paramref name="size"/>; null when nobody knows.</summary>
    /// <param name="size">What the loader holds, or null when it cannot tell.</param>
    /// <param name="argument">The Trainer's argument, for the message.</param>
    internal long? Of(long? size, string argument)
    {
        if (_count is { } count)
        {
            return size is { } known ? Math.Min(known, count) : count;
        }

        if (IsAll || IsZero)
        {
            return IsZero ? 0 : size;
        }

        if (size is not { } total)
        {
            throw new MisconfigurationException(
                $"{argument}: {Text(_fraction)} is a fraction, and the loader cannot tell how many batches it holds. Pass a number of batches or 1.0.");
        }

        var batches = (long)Math.Floor(total * _fraction);
        if (batches == 0 && total > 0)
        {
            throw new MisconfigurationException(
                $"{argument}: {Text(_fraction)} of {total} batches is none. The smallest fraction that runs one batch is {Text(1.0 / total)}.");
        }

        return batches;
    }

    /// <inheritdoc/>
    public bool Equals(Batches other) => _count == other._count && _fraction.Equals(other._fraction);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Batches other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_count, _fraction);

    /// <inheritdoc/>
    public override string ToString() => _count?.ToString(CultureInfo.InvariantCulture) ?? Text(_fraction);

    private static string Text(double fraction) => fraction.ToString("0.0###########", CultureInfo.InvariantCulture);
}
