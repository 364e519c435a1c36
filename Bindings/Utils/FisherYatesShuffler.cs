using System.Collections;

namespace TorchSharp.Utils;

/// <summary>
/// The numbers from 0 up to a size in random order, each drawn when it is asked for (Fisher and Yates): a start needs no memory for them all.
/// Every enumeration with a seed gives the same order; without one each gives its own. Passed to a
/// <see cref="TorchSharp.Modules.DataLoader"/> as its shuffler.
/// </summary>
public sealed class FisherYatesShuffler : IEnumerable<long>
{
    private readonly long size;
    private readonly int? seed;

    /// <summary>Makes the order.</summary>
    /// <param name="size">How many numbers, 0 or more.</param>
    /// <param name="seed">The seed of .NET's generator; null for another order each time.</param>
    /// <exception cref="ArgumentOutOfRangeException">The size is negative.</exception>
    public FisherYatesShuffler(long size, int? seed = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        this.size = size;
        this.seed = seed;
    }

    /// <inheritdoc/>
    public IEnumerator<long> GetEnumerator()
    {
        Random random = seed is { } fixedSeed ? new Random(fixedSeed) : new Random();
        // Where a number was moved to; places that nobody touched hold themselves.
        var moved = new Dictionary<long, long>();
        for (long next = 0; next < size; next++)
        {
            long place = random.NextInt64(next, size);
            long drawn = moved.GetValueOrDefault(place, place);
            long displaced = moved.GetValueOrDefault(next, next);
            moved.Remove(next);
            if (place != next)
            {
                moved[place] = displaced;
            }

            yield return drawn;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
