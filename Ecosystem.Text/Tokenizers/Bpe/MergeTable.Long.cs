using System.Buffers;

namespace TorchSharp.Transforms.Text;

internal sealed partial class MergeTable
{
    private const int None = -1;

    // A queue of pairs by rank and place over a linked list: a text without any space must not take quadratic time.
    private int ApplyLong(Span<int> symbols)
    {
        var rented = ArrayPool<int>.Shared.Rent(symbols.Length * 2);
        var rentedPairs = ArrayPool<long>.Shared.Rent(symbols.Length);
        try
        {
            var chain = new Chain(symbols, rented.AsSpan(0, symbols.Length), rented.AsSpan(symbols.Length, symbols.Length), rentedPairs);
            return Merge(ref chain);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
            ArrayPool<long>.Shared.Return(rentedPairs);
        }
    }

    private int Merge(ref Chain chain)
    {
        var queue = new PriorityQueue<int, long>(chain.Symbols.Length);
        for (var i = 0; i < chain.Symbols.Length; i++)
        {
            (chain.Previous[i], chain.Next[i]) = (i - 1, i + 1 < chain.Symbols.Length ? i + 1 : None);
        }

        for (var i = 0; i < chain.Symbols.Length; i++)
        {
            Enqueue(ref chain, i, queue);
        }

        var merged = new List<int>();
        while (queue.TryPeek(out _, out var priority))
        {
            MergeEverywhere(ref chain, High(priority), queue, merged);
            foreach (var place in merged)
            {
                if (chain.Previous[place] != None)
                {
                    Enqueue(ref chain, chain.Previous[place], queue);
                }

                Enqueue(ref chain, place, queue);
            }
        }

        return chain.Close();
    }

    // Pairs that arise here wait for the end of the round: they may rank lower than the round itself.
    private static void MergeEverywhere(ref Chain chain, int rank, PriorityQueue<int, long> queue, List<int> merged)
    {
        merged.Clear();
        while (queue.TryPeek(out var place, out var priority) && High(priority) == rank)
        {
            queue.Dequeue();
            var pair = chain.Pairs[place];
            if (pair == NoMerge || High(pair) != rank)
            {
                continue;
            }

            var second = chain.Next[place];
            var third = chain.Next[second];
            chain.Symbols[place] = Low(pair);
            chain.Next[place] = third;
            if (third != None)
            {
                chain.Previous[third] = place;
            }

            chain.Pairs[second] = NoMerge;
            chain.Pairs[place] = NoMerge;
            merged.Add(place);
        }
    }

    private void Enqueue(ref Chain chain, int place, PriorityQueue<int, long> queue)
    {
        var next = chain.Next[place];
        var pair = chain.Pairs[place] = next == None ? NoMerge : Find(chain.Symbols[place], chain.Symbols[next]);
        if (pair != NoMerge)
        {
            queue.Enqueue(place, Pack(High(pair), place));
        }
    }

    // The symbols that are left, linked, each with its merge with the next one.
    private readonly ref struct Chain(Span<int> symbols, Span<int> previous, Span<int> next, Span<long> pairs)
    {
        public readonly Span<int> Symbols = symbols;
        public readonly Span<int> Previous = previous;
        public readonly Span<int> Next = next;
        public readonly Span<long> Pairs = pairs;

        /// <summary>Moves what is left to the front.</summary>
        public int Close()
        {
            var count = 0;
            for (var place = 0; place != None; place = Next[place])
            {
                Symbols[count++] = Symbols[place];
            }

            return count;
        }
    }
}
