using TorchSharp;
using static TorchSharp.torchtext.vocab;

namespace SentimentAnalysis.Training;

/// <summary>Cuts texts into words and n-grams and numbers them by the vocabularies of the training texts.</summary>
internal sealed class TextEncoder
{
    /// <summary>The index that fills up shorter texts of a batch, in both vocabularies.</summary>
    public const long Padding = 0;

    private const string Pad = "<pad>";
    private const string Unknown = "<unk>";

    private static readonly Func<string, string[]> Tokenize = torchtext.data.utils.get_tokenizer("basic_english");

    private readonly int _longest;

    /// <summary>Learns the vocabularies.</summary>
    /// <param name="texts">The training texts.</param>
    /// <param name="longest">Tokens in the longest n-grams.</param>
    public TextEncoder(IReadOnlyList<string> texts, int longest)
    {
        _longest = longest;
        var tokens = torchtext.transforms.Lambda(Tokenize).call(texts);
        Words = build_vocab_from_iterator(tokens, specials: [Pad, Unknown]);
        Words.set_default_index(Words[Unknown]);
        // An n-gram that no training text has says nothing: it counts as padding.
        Ngrams = build_vocab_from_iterator(tokens.Select(Runs), specials: [Pad]);
        Ngrams.set_default_index(Padding);
    }

    /// <summary>The words; what is not among them is unknown.</summary>
    public Vocab Words { get; }

    /// <summary>The n-grams.</summary>
    public Vocab Ngrams { get; }

    /// <summary>A text as numbers.</summary>
    public EncodedText Encode(string text, long label)
    {
        var tokens = Tokenize(text);
        return new EncodedText(Words.call(tokens), Ngrams.call(Runs(tokens)), label);
    }

    /// <summary>The n-grams of a text, each once.</summary>
    private string[] Runs(string[] tokens) =>
        _longest == 0 ? [] : [.. torchtext.data.utils.ngrams_iterator(tokens, _longest).Distinct(StringComparer.Ordinal)];
}
