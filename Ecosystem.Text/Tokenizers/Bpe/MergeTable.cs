using System.Numerics;

namespace TorchSharp.Transforms.Text;

/// <summary>The merges of byte-pair encoding as numbers, and their application to a word.</summary>
/// <remarks>
/// A word is merged in rounds: of all merges that fit somewhere the one of lowest rank is applied wherever it fits, from left to right, until none
/// fits. A rank belongs to one pair only.
/// </remarks>
internal sealed partial class MergeTable
{
    private const long NoMerge = long.MaxValue;
    private const long FreePlace = -1;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    // A hash table in one stretch of memory, since looking up pairs is most of the work: key and value side by side. A key is two symbols; the rank is
    // in the upper half of a value, the merged symbol in its lower.
    private (long Key, long Value)[] places = Free(64);
    private int count;

    /// <summary>Adds a merge; one of the same pair from before loses to it.</summary>
    public void Add(int first, int second, int rank, int merged)
    {
        if (count >= places.Length / 2)
        {
            var smaller = places;
            places = Free(smaller.Length * 2);
            foreach (var place in smaller)
            {
                if (place.Key != FreePlace)
                {
                    places[PlaceOf(place.Key)] = place;
                }
            }
        }

        var key = Pack(first, second);
        ref var found = ref places[PlaceOf(key)];
        count += found.Key == FreePlace ? 1 : 0;
        found = (key, Pack(rank, merged));
    }

    /// <summary>Merges a word in place.</summary>
    /// <param name="symbols">The word's first symbols; those that are left come first.</param>
    /// <returns>How many are left.</returns>
    public int Apply(Span<int> symbols) => symbols.Length <= LongestShort ? ApplyShort(symbols) : ApplyLong(symbols);

    private long Find(int first, int second)
    {
        // Symbols below zero stand for what is in no file.
        if ((first | second) < 0)
        {
            return NoMerge;
        }

        ref readonly var place = ref places[PlaceOf(Pack(first, second))];
        return place.Key == FreePlace ? NoMerge : place.Value;
    }

    // Where a key is, or where it would be.
    private int PlaceOf(long key)
    {
        var place = (int)(((ulong)key * Multiplier) >> (64 - BitOperations.Log2((uint)places.Length)));
        while (places[place].Key != key && places[place].Key != FreePlace)
        {
            place = (place + 1) & (places.Length - 1);
        }

        return place;
    }

    private static (long Key, long Value)[] Free(int size)
    {
        var places = new (long Key, long Value)[size];
        Array.Fill(places, (FreePlace, NoMerge));
        return places;
    }

    private static long Pack(int high, int low) => ((long)high << 32) | (uint)low;

    private static int High(long packed) => (int)(packed >> 32);

    private static int Low(long packed) => (int)packed;
}
