namespace TorchSharp.Transforms.Text;

internal sealed partial class MergeTable
{
    private const int LongestShort = 64;

    // Every round looks at all pairs: quadratic, and for the length of a word faster than anything cleverer.
    private int ApplyShort(Span<int> symbols)
    {
        var count = symbols.Length;
        Span<long> pairs = stackalloc long[LongestShort];
        for (var i = 0; i + 1 < count; i++)
        {
            pairs[i] = Find(symbols[i], symbols[i + 1]);
        }

        while (count > 1 && Lowest(pairs[..(count - 1)]) is var best && best != NoMerge)
        {
            count = Round(symbols[..count], pairs, best);
        }

        return count;
    }

    private static long Lowest(ReadOnlySpan<long> pairs)
    {
        var lowest = NoMerge;
        foreach (var pair in pairs)
        {
            lowest = Math.Min(lowest, pair);
        }

        return lowest;
    }

    // Writes behind what it has read, so that one span serves as source and target.
    private int Round(Span<int> symbols, Span<long> pairs, long best)
    {
        var written = 0;
        var lastWasMerged = false;
        for (var read = 0; read < symbols.Length; written++)
        {
            var merge = read + 1 < symbols.Length && pairs[read] == best;
            symbols[written] = merge ? Low(best) : symbols[read];
            if (written > 0 && (merge || lastWasMerged))
            {
                pairs[written - 1] = Find(symbols[written - 1], symbols[written]);
            }

            if (!merge && read + 1 < symbols.Length)
            {
                pairs[written] = pairs[read];
            }

            read += merge ? 2 : 1;
            lastWasMerged = merge;
        }

        return written;
    }
}
