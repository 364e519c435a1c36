using System.Numerics;

namespace TorchSharp.Transforms.Text;

/// <summary>Pieces by their bytes, walked one byte at a time: a hash table of (node, byte) pairs in flat memory.</summary>
internal sealed class ByteTrie
{
    public const int Root = 0;
    private const int NoValue = -1;

    // A free place holds 0: no edge leads from the root along nothing, since keys count from 1.
    private long[] keys = new long[64];
    private int[] children = new int[64];
    private readonly List<int> values = [NoValue];
    private int edges;

    /// <summary>Adds a piece; false if it is here already.</summary>
    public bool TryAdd(ReadOnlySpan<byte> piece, int value)
    {
        var node = Root;
        foreach (var label in piece)
        {
            var next = Child(node, label);
            if (next < 0)
            {
                next = values.Count;
                values.Add(NoValue);
                AddEdge(Key(node, label), next);
            }

            node = next;
        }

        if (values[node] != NoValue)
        {
            return false;
        }

        values[node] = value;
        return true;
    }

    /// <summary>The node behind a byte, or -1.</summary>
    public int Child(int node, byte label)
    {
        var key = Key(node, label);
        for (var place = PlaceOf(key); ; place = (place + 1) & (keys.Length - 1))
        {
            if (keys[place] == key)
            {
                return children[place];
            }

            if (keys[place] == 0)
            {
                return -1;
            }
        }
    }

    /// <summary>The value of the piece that ends at a node, or -1.</summary>
    public int ValueAt(int node) => values[node];

    /// <summary>The value of a piece, or -1.</summary>
    public int Find(ReadOnlySpan<byte> piece)
    {
        var node = Root;
        foreach (var label in piece)
        {
            node = Child(node, label);
            if (node < 0)
            {
                return NoValue;
            }
        }

        return values[node];
    }

    /// <summary>How many bytes the longest piece has that a text begins with; 0 if none does.</summary>
    public int LongestPrefix(ReadOnlySpan<byte> text)
    {
        var (node, longest) = (Root, 0);
        for (var i = 0; i < text.Length; i++)
        {
            node = Child(node, text[i]);
            if (node < 0)
            {
                break;
            }

            if (values[node] != NoValue)
            {
                longest = i + 1;
            }
        }

        return longest;
    }

    private static long Key(int node, byte label) => ((long)node << 8) + label + 1;

    private int PlaceOf(long key) => (int)(((ulong)key * 0x9E3779B97F4A7C15) >> (64 - BitOperations.Log2((uint)keys.Length)));

    private void AddEdge(long key, int child)
    {
        if (edges >= keys.Length / 2)
        {
            var (oldKeys, oldChildren) = (keys, children);
            keys = new long[oldKeys.Length * 2];
            children = new int[keys.Length];
            for (var i = 0; i < oldKeys.Length; i++)
            {
                if (oldKeys[i] != 0)
                {
                    Put(oldKeys[i], oldChildren[i]);
                }
            }
        }

        Put(key, child);
        edges++;
    }

    private void Put(long key, int child)
    {
        var place = PlaceOf(key);
        while (keys[place] != 0)
        {
            place = (place + 1) & (keys.Length - 1);
        }

        (keys[place], children[place]) = (key, child);
    }
}
