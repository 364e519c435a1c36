namespace TorchSharp.Transforms.Text;

/// <summary>The merges of byte-pair encoding as numbers, and their application to a word.</summary>
/// <remarks>
/// A word is merged in rounds: of all merges that fit somewhere the one of lowest rank is applied wherever it fits, from left to right, until none
/// fits. A rank belongs to one pair only.
/// </remarks>
internal sealed partial class MergeTable
{
    private const long NoMerge = long.MaxValue;

    // Two symbols in one key; the rank in the upper half of a value, the merged symbol in its lower.
    private readonly Dictionary<long, long> merges = [];

    /// <summary>Adds a merge; one of the same pair from before loses to it.</summary>
    public void Add(int first, int second, int rank, int merged) => merges[Pack(first, second)] = Pack(rank, merged);

    /// <summary>Merges a word in place.</summary>
    /// <param name="symbols">The word's first symbols; those that are left come first.</param>
    /// <returns>How many are left.</returns>
    public int Apply(Span<int> symbols) => symbols.Length <= LongestShort ? ApplyShort(symbols) : ApplyLong(symbols);

    private long Find(int first, int second) => merges.GetValueOrDefault(Pack(first, second), NoMerge);

    private static long Pack(int high, int low) => ((long)high << 32) | (uint)low;

    private static int High(long packed) => (int)(packed >> 32);

    private static int Low(long packed) => (int)packed;
}
