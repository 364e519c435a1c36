using System.Buffers;
using System.Text;

namespace TorchSharp.Transforms.Text;

/// <summary>Byte-level byte-pair encoding of single words, which remembers words.</summary>
internal sealed class BytePairEncoder
{
    private const int LargestOnStack = 256;
    private const int BytesPerCharacter = 3;

    private readonly SymbolTable symbols;
    private readonly MergeTable merges = new();
    private readonly WordCache cache = new();
    private readonly int[] inside = new int[256];
    private readonly int[] last = new int[256];

    /// <param name="encoder">The vocabulary.</param>
    /// <param name="pairs">The merges by rank; null entries are none.</param>
    /// <param name="endOfWord">What the last symbol of a word carries behind it.</param>
    public BytePairEncoder(IReadOnlyDictionary<string, int> encoder, IReadOnlyList<(string First, string Second)?> pairs, string endOfWord)
    {
        symbols = new SymbolTable(encoder);
        for (var value = 0; value < inside.Length; value++)
        {
            var character = ByteAlphabet.CharacterOf((byte)value).ToString();
            inside[value] = symbols.Add(character);
            last[value] = symbols.Add(character + endOfWord);
        }

        for (var rank = 0; rank < pairs.Count; rank++)
        {
            if (pairs[rank] is var (first, second))
            {
                merges.Add(symbols.Add(first), symbols.Add(second), rank, symbols.Add(first + second));
            }
        }
    }

    public SymbolTable Symbols => symbols;

    /// <summary>Appends the symbols of a word.</summary>
    public void Encode(ReadOnlySpan<char> word, ref RentedList<int> output)
    {
        if (word.Length > WordCache.LongestWord)
        {
            EncodeNew(word, ref output);
            return;
        }

        var hash = WordCache.HashOf(word);
        if (cache.TryGet(word, hash, out var known))
        {
            output.AddRange(known);
            return;
        }

        var start = output.Count;
        EncodeNew(word, ref output);
        cache.Set(word, hash, output.Items[start..]);
    }

    private void EncodeNew(ReadOnlySpan<char> word, ref RentedList<int> output)
    {
        var room = checked(word.Length * BytesPerCharacter);
        var rented = room > LargestOnStack ? ArrayPool<byte>.Shared.Rent(room) : null;
        var bytes = rented ?? stackalloc byte[LargestOnStack];
        bytes = bytes[..Encoding.UTF8.GetBytes(word, bytes)];
        var start = output.Count;
        foreach (var value in bytes)
        {
            output.Add(inside[value]);
        }

        if (bytes.Length > 0)
        {
            output.Items[^1] = last[bytes[^1]];
            output.Truncate(start + merges.Apply(output.Items[start..]));
        }

        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }
}
