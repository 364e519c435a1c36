using System.Text;

namespace TorchSharp.Transforms.Text;

/// <summary>BERT's vocabulary, and the cutting of words into its longest pieces.</summary>
internal sealed class WordPieces
{
    public const string Unknown = "[UNK]";

    private const string Continuation = "##";
    private const int LongestWordInBytes = 100;

    private readonly string[] tokens;
    private readonly Dictionary<string, int> starts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> continuations = new(StringComparer.Ordinal);
    private readonly int longest;

    /// <param name="path">A file with a token to a line; the first of equal lines counts, and an empty one is the token of a line end.</param>
    public WordPieces(string path)
    {
        var found = new List<string>();
        var lines = TextFile.Read(path).Lines().Select(line => line.Text).ToList();
        // What follows the last line end is no line.
        if (lines[^1].Length == 0)
        {
            lines.RemoveAt(lines.Count - 1);
        }

        foreach (var line in lines)
        {
            var token = line.Length == 0 ? "\n" : line;
            if (!starts.TryAdd(token, found.Count))
            {
                continue;
            }

            if (token.StartsWith(Continuation, StringComparison.Ordinal))
            {
                continuations[token[Continuation.Length..]] = found.Count;
            }

            longest = Math.Max(longest, token.Length);
            found.Add(token);
        }

        Count = found.Count;
        UnknownSymbol = starts.GetValueOrDefault(Unknown, Count);
        tokens = [.. found, Unknown];
    }

    /// <summary>How many tokens there are.</summary>
    public int Count { get; }

    /// <summary>The number of the unknown token; <see cref="Count"/>, which is nobody's, where the vocabulary has none.</summary>
    public int UnknownSymbol { get; }

    public string TextOf(int symbol) => tokens[symbol];

    /// <summary>Appends the pieces of a word: the longest that fits, again and again, or the unknown token for the whole word if none fits.</summary>
    public void Append(ReadOnlySpan<char> word, ref RentedList<int> symbols)
    {
        var before = symbols.Count;
        if (Encoding.UTF8.GetByteCount(word) > LongestWordInBytes)
        {
            symbols.Add(UnknownSymbol);
            return;
        }

        for (var start = 0; start < word.Length;)
        {
            var (symbol, length) = LongestPiece(word[start..], start == 0 ? starts : continuations);
            if (length == 0)
            {
                symbols.Truncate(before);
                symbols.Add(UnknownSymbol);
                return;
            }

            symbols.Add(symbol);
            start += length;
        }
    }

    private (int Symbol, int Length) LongestPiece(ReadOnlySpan<char> rest, Dictionary<string, int> pieces)
    {
        var lookup = pieces.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = Math.Min(rest.Length, longest); length > 0; length--)
        {
            if (lookup.TryGetValue(rest[..length], out var symbol))
            {
                return (symbol, length);
            }
        }

        return (0, 0);
    }
}
