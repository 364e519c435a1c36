using System.Globalization;
using System.Runtime.InteropServices;

namespace TorchSharp.Transforms.Text;

/// <summary>The symbols that byte-pair encoding works with: everything that may come out of it, with its number in the vocabulary if it has one.</summary>
internal sealed class SymbolTable(IReadOnlyDictionary<string, int> encoder)
{
    private const int NoId = -1;

    private readonly Dictionary<string, int> symbols = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];
    private readonly List<int> ids = [];
    private readonly List<string?> idTexts = [];

    /// <summary>The symbol of a text, which becomes one if it was none.</summary>
    public int Add(string text)
    {
        ref var symbol = ref CollectionsMarshal.GetValueRefOrAddDefault(symbols, text, out var known);
        if (!known)
        {
            symbol = texts.Count;
            var id = encoder.GetValueOrDefault(text, NoId);
            texts.Add(text);
            ids.Add(id);
            idTexts.Add(id == NoId ? null : id.ToString(CultureInfo.InvariantCulture));
        }

        return symbol;
    }

    /// <summary>The symbol of a text, or -1.</summary>
    public int Find(ReadOnlySpan<char> text) =>
        symbols.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(text, out var symbol) ? symbol : -1;

    public string TextOf(int symbol) => texts[symbol];

    public bool HasId(int symbol) => ids[symbol] != NoId;

    public int IdOf(int symbol) => ids[symbol] is var id && id != NoId ? id : throw Missing(symbol);

    public string IdTextOf(int symbol) => idTexts[symbol] ?? throw Missing(symbol);

    private KeyNotFoundException Missing(int symbol) =>
        new($"The merges lead to the token '{texts[symbol]}', which the vocabulary lacks: the two files do not belong together.");
}
