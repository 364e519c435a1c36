using System.Buffers;
using System.Text;

namespace TorchSharp.Transforms.Text;

/// <summary>A tokenizer with a vocabulary: a token is a string and a number.</summary>
/// <remarks>
/// <c>call</c> answers as Python does, with the numbers written as strings unless <see cref="return_tokens"/> is set. The methods named
/// <c>EncodeToIds</c> give the numbers themselves and are the fast way.
/// </remarks>
public abstract class SubwordTokenizer : TextTokenizer
{
    // A guess at how much memory to rent; more is rented where it is wrong.
    private const int CharactersPerToken = 3;

    private protected SubwordTokenizer(bool return_tokens) => this.return_tokens = return_tokens;

    /// <summary>Whether <c>call</c> gives the tokens themselves rather than their numbers.</summary>
    public bool return_tokens { get; }

    /// <summary>How many entries the vocabulary has.</summary>
    public abstract int vocab_size { get; }

    /// <summary>The numbers of a text's tokens.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="KeyNotFoundException">The vocabulary lacks a token that the text is cut into.</exception>
    public int[] EncodeToIds(ReadOnlySpan<char> text)
    {
        var symbols = new RentedList<int>(text.Length / CharactersPerToken);
        try
        {
            Encode(text, ref symbols);
            return ToIds(symbols.Items);
        }
        finally
        {
            symbols.Dispose();
        }
    }

    /// <summary>The numbers of every text's tokens, encoded on all cores.</summary>
    /// <param name="texts">The texts; none may be null.</param>
    /// <returns>A row for each text, in the order of the texts.</returns>
    /// <exception cref="KeyNotFoundException">The vocabulary lacks a token that a text is cut into.</exception>
    public int[][] EncodeToIds(IReadOnlyList<string> texts) =>
        Batches.Map(texts, text => text.Length, (text, _) => EncodeToIds(text));

    /// <summary>The numbers of a text's tokens, the text given as UTF-8. Malformed bytes count as U+FFFD.</summary>
    /// <param name="text">The text.</param>
    /// <exception cref="KeyNotFoundException">The vocabulary lacks a token that the text is cut into.</exception>
    public int[] EncodeUtf8ToIds(ReadOnlySpan<byte> text)
    {
        var characters = ArrayPool<char>.Shared.Rent(text.Length);
        try
        {
            return EncodeToIds(characters.AsSpan(0, Encoding.UTF8.GetChars(text, characters)));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(characters);
        }
    }

    /// <summary>Writes the numbers of a text's tokens where the caller wants them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="destination">Receives the numbers, as many as it has room for.</param>
    /// <param name="written">How many were written.</param>
    /// <returns>Whether <paramref name="destination"/> had room for all of them.</returns>
    /// <exception cref="KeyNotFoundException">The vocabulary lacks a token that the text is cut into.</exception>
    public bool TryEncodeToIds(ReadOnlySpan<char> text, Span<int> destination, out int written)
    {
        var symbols = new RentedList<int>(text.Length / CharactersPerToken);
        try
        {
            Encode(text, ref symbols);
            written = Math.Min(symbols.Count, destination.Length);
            for (var i = 0; i < written; i++)
            {
                destination[i] = IdOf(symbols.Items[i]);
            }

            return written == symbols.Count;
        }
        finally
        {
            symbols.Dispose();
        }
    }

    /// <summary>How many tokens a text has.</summary>
    /// <param name="text">The text.</param>
    public int CountTokens(ReadOnlySpan<char> text)
    {
        var symbols = new RentedList<int>(text.Length / CharactersPerToken);
        try
        {
            Encode(text, ref symbols);
            return symbols.Count;
        }
        finally
        {
            symbols.Dispose();
        }
    }

    /// <summary>A text's tokens as strings, whatever <see cref="return_tokens"/> says.</summary>
    /// <param name="text">The text.</param>
    public string[] EncodeToTokens(ReadOnlySpan<char> text) => ToStrings(text, tokens: true);

    // A symbol is a tokenizer's own number for a token, which may have none in the vocabulary.
    private protected abstract void Encode(ReadOnlySpan<char> text, ref RentedList<int> symbols);

    private protected abstract int IdOf(int symbol);

    private protected abstract string IdTextOf(int symbol);

    private protected abstract string TextOf(int symbol);

    private protected sealed override string[] Tokenize(string text) => ToStrings(text, return_tokens);

    private int[] ToIds(ReadOnlySpan<int> symbols)
    {
        var ids = new int[symbols.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ids[i] = IdOf(symbols[i]);
        }

        return ids;
    }

    private string[] ToStrings(ReadOnlySpan<char> text, bool tokens)
    {
        var symbols = new RentedList<int>(text.Length / CharactersPerToken);
        try
        {
            Encode(text, ref symbols);
            var strings = new string[symbols.Count];
            for (var i = 0; i < strings.Length; i++)
            {
                strings[i] = tokens ? TextOf(symbols.Items[i]) : IdTextOf(symbols.Items[i]);
            }

            return strings;
        }
        finally
        {
            symbols.Dispose();
        }
    }
}
