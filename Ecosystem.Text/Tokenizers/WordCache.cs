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

    private const int Slots = 1 << 16;
    private const ulong Multiplier = 0x9E3779B97F4A7C15;

    private readonly Entry?[] entries = new Entry?[Slots];

    private sealed record Entry(char[] Word, int[] Symbols);

    /// <summary>The slot of a word.</summary>
    public static int SlotOf(ReadOnlySpan<char> word)
    {
        var hash = (ulong)word.Length;
        var bytes = MemoryMarshal.AsBytes(word);
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            hash = (hash ^ BinaryPrimitives.ReadUInt64LittleEndian(bytes)) * Multiplier;
            hash ^= hash >> 29;
        }

        foreach (var character in MemoryMarshal.Cast<byte, char>(bytes))
        {
            hash = (hash ^ character) * Multiplier;
        }

        return (int)(hash >> 48);
    }

    /// <summary>The symbols of a word, if they are here.</summary>
    public bool TryGet(ReadOnlySpan<char> word, int slot, out ReadOnlySpan<int> symbols)
    {
        var entry = Volatile.Read(ref entries[slot]);
        if (entry is not null && word.SequenceEqual(entry.Word))
        {
            symbols = entry.Symbols;
            return true;
        }

        symbols = default;
        return false;
    }

    /// <summary>Keeps the symbols of a word that is at most <see cref="LongestWord"/> long.</summary>
    public void Set(ReadOnlySpan<char> word, int slot, ReadOnlySpan<int> symbols) =>
        Volatile.Write(ref entries[slot], new Entry(word.ToArray(), symbols.ToArray()));
}
