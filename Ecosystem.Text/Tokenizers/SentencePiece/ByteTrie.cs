using System.Numerics;

namespace TorchSharp.Transforms.Text;

/// <summary>Pieces by their bytes, walked one byte at a time: a hash table of edges, all that a step needs side by side.</summary>
internal sealed class ByteTrie
{
    public const int Root = 0;
    private const int None = -1;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private Edge[] edges = new Edge[64];
    private int count;

    // From a node along a byte to a node, and the value of the piece that ends there. Keys count from 1: 0 is a free place.
    private struct Edge
    {
        public long Key;
        public int Child;
        public int Value;
    }

    /// <summary>Adds a piece of at least one byte; false if it is here already.</summary>
    public bool TryAdd(ReadOnlySpan<byte> piece, int value)
    {
        var node = Root;
        foreach (var label in piece[..^1])
        {
            node = EdgeOf(node, label).Child;
        }

        ref var last = ref EdgeOf(node, piece[^1]);
        if (last.Value != None)
        {
            return false;
        }

        last.Value = value;
        return true;
    }

    /// <summary>Takes a step.</summary>
    /// <param name="node">From where.</param>
    /// <param name="label">Along which byte.</param>
    /// <param name="value">The value of the piece that ends there, or -1.</param>
    /// <returns>The node there, or -1 if no piece goes on like this.</returns>
    public int Step(int node, byte label, out int value)
    {
        ref readonly var edge = ref edges[PlaceOf(Key(node, label))];
        value = edge.Value;
        return edge.Key == 0 ? None : edge.Child;
    }

    /// <summary>The value of a piece, or -1.</summary>
    public int Find(ReadOnlySpan<byte> piece)
    {
        var (node, value) = (Root, None);
        foreach (var label in piece)
        {
            node = Step(node, label, out value);
            if (node < 0)
            {
                return None;
            }
        }

        return value;
    }

    /// <summary>How many bytes the longest piece has that a text begins with; 0 if none does.</summary>
    public int LongestPrefix(ReadOnlySpan<byte> text)
    {
        var (node, longest) = (Root, 0);
        for (var i = 0; i < text.Length && (node = Step(node, text[i], out var value)) >= 0; i++)
        {
            longest = value == None ? longest : i + 1;
        }

        return longest;
    }

    // The edge along a byte, which is made if there is none.
    private ref Edge EdgeOf(int node, byte label)
    {
        if (count >= edges.Length / 2)
        {
            Grow();
        }

        ref var edge = ref edges[PlaceOf(Key(node, label))];
        if (edge.Key == 0)
        {
            edge = new Edge { Key = Key(node, label), Child = ++count, Value = None };
        }

        return ref edge;
    }

    private void Grow()
    {
        var smaller = edges;
        edges = new Edge[smaller.Length * 2];
        foreach (var edge in smaller)
        {
            if (edge.Key != 0)
            {
                edges[PlaceOf(edge.Key)] = edge;
            }
        }
    }

    private static long Key(int node, byte label) => ((long)node << 8) + label + 1;

    // Where a key is, or where it would be.
    private int PlaceOf(long key)
    {
        var place = (int)(((ulong)key * Multiplier) >> (64 - BitOperations.Log2((uint)edges.Length)));
        while (edges[place].Key != key && edges[place].Key != 0)
        {
            place = (place + 1) & (edges.Length - 1);
        }

        return place;
    }
}
