using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace TorchSharp.Transforms.Text;

/// <summary>
/// The symbols of words seen before, in a table of fixed size where a new word takes the place of an older one. Entries never change once they are
/// visible, so any number of threads may read and write without a lock.
/// </summary>
internal sealed class WordCache
{
    /// <summary>Longer words are not kept: they seldom come twice, and their memory would have no bound.</summary>
    public const int LongestWord = 48;

    private const int SetBits = 15;
    private const int Ways = 4;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    // A word is in one of the places of its set. A mark says which are worth a look; that it may be another word's is why the word is compared.
    private readonly Entry?[] entries = new Entry?[Ways << SetBits];
    private readonly uint[] marks = new uint[Ways << SetBits];
    private int replaced;

    private sealed class Entry(string word, int[] symbols)
    {
        public readonly string Word = word;
        public readonly int[] Symbols = symbols;
    }

    /// <summary>What a word is looked up by.</summary>
    public static ulong HashOf(ReadOnlySpan<char> word)
    {
        var hash = (ulong)word.Length;
        var bytes = MemoryMarshal.AsBytes(word);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        if (bytes.Length >= sizeof(uint))
        {
            hash = Mixed(hash ^ BinaryPrimitives.ReadUInt32LittleEndian(bytes));
            bytes = bytes[sizeof(uint)..];
        }

        return bytes.Length == 0 ? hash : Mixed(hash ^ BinaryPrimitives.ReadUInt16LittleEndian(bytes));
    }

    /// <summary>The symbols of a word, if they are here.</summary>
    public bool TryGet(ReadOnlySpan<char> word, ulong hash, out ReadOnlySpan<int> symbols)
    {
        var first = FirstOf(hash);
        var mark = (uint)hash;
        for (var place = first; place < first + Ways; place++)
        {
            if (marks[place] == mark && Volatile.Read(ref entries[place]) is { } entry && word.SequenceEqual(entry.Word))
            {
                symbols = entry.Symbols;
                return true;
            }
        }

        symbols = default;
        return false;
    }

    /// <summary>Keeps the symbols of a word that is at most <see cref="LongestWord"/> long.</summary>
    public void Set(ReadOnlySpan<char> word, ulong hash, ReadOnlySpan<int> symbols)
    {
        var first = FirstOf(hash);
        var place = first;
        while (place < first + Ways && entries[place] is not null)
        {
            place++;
        }

        if (place == first + Ways)
        {
            // Threads may count past each other; any place of the set will do.
            place = first + (replaced++ & (Ways - 1));
        }

        Volatile.Write(ref entries[place], new Entry(word.ToString(), symbols.ToArray()));
        marks[place] = (uint)hash;
    }

    private static int FirstOf(ulong hash) => (int)(hash >> (64 - SetBits)) * Ways;

    private static ulong Mixed(ulong hash)
    {
        hash *= Multiplier;
        return hash ^ (hash >> 32);
    }
}
