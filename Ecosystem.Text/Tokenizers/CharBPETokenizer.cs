using System.Globalization;
using System.Text;
using TorchSharp.Transforms.Text;

namespace TorchSharp
{
    public static partial class torchtext
    {
        public static partial class transforms
        {
            /// <summary>Byte-pair encoding of characters.</summary>
            /// <param name="bpe_encoder_path">The vocabulary: a JSON object that gives every token its number.</param>
            /// <param name="bpe_merges_path">The merges: a line of version, then two symbols to a line.</param>
            /// <param name="return_tokens">Whether to give the tokens rather than their numbers (as strings).</param>
            /// <param name="unk_token">The token for what the vocabulary lacks; none if null or empty.</param>
            /// <param name="suffix">What the last token of a word carries behind it; nothing if null or empty.</param>
            /// <param name="special_tokens">Words that are tokens as they stand.</param>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="TokenizerFormatException">A file is not what it should be.</exception>
            /// <exception cref="ArgumentException">The unknown token or a special one is not in the vocabulary.</exception>
            public static CharBPETokenizer CharBPETokenizer(
                string bpe_encoder_path, string bpe_merges_path, bool return_tokens = false, string? unk_token = null, string? suffix = null,
                IReadOnlyList<string>? special_tokens = null) =>
                new(bpe_encoder_path, bpe_merges_path, return_tokens, unk_token, suffix, special_tokens);
        }
    }
}

namespace TorchSharp.Transforms.Text
{
    /// <summary>
    /// Byte-pair encoding of characters, as GPT (the first) uses it. Python's <c>torchtext.transforms.CharBPETokenizer</c> (torchtext 0.15).
    /// </summary>
    /// <remarks>
    /// A word is what stands between white space, with the line end right behind it if there is one. Python's <c>call</c> gives numbers where
    /// ours, like all tokenizers here, gives them as strings; <see cref="encode"/> gives numbers.
    /// </remarks>
    public sealed class CharBPETokenizer : SubwordTokenizer
    {
        // Characters that are in neither file still are tokens: below zero, by their code and whether they end a word.
        private const int FirstUnlisted = -2;

        private readonly SymbolTable symbols;
        private readonly MergeTable merges = new();
        private readonly WordCache cache = new();
        private readonly Dictionary<string, int> specials = new(StringComparer.Ordinal);
        private readonly Dictionary<int, string> tokens = [];
        private readonly string suffix;
        private readonly string? unknownText;
        private readonly int? unknown;

        /// <param name="bpe_encoder_path">The vocabulary: a JSON object that gives every token its number.</param>
        /// <param name="bpe_merges_path">The merges: a line of version, then two symbols to a line.</param>
        /// <param name="return_tokens">Whether to give the tokens rather than their numbers (as strings).</param>
        /// <param name="unk_token">The token for what the vocabulary lacks; none if null or empty.</param>
        /// <param name="suffix">What the last token of a word carries behind it; nothing if null or empty.</param>
        /// <param name="special_tokens">Words that are tokens as they stand.</param>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="TokenizerFormatException">A file is not what it should be.</exception>
        /// <exception cref="ArgumentException">The unknown token or a special one is not in the vocabulary.</exception>
        public CharBPETokenizer(
            string bpe_encoder_path, string bpe_merges_path, bool return_tokens = false, string? unk_token = null, string? suffix = null,
            IReadOnlyList<string>? special_tokens = null)
            : base(return_tokens)
        {
            var encoder = EncoderFile.Read(bpe_encoder_path);
            this.suffix = suffix ?? "";
            symbols = new SymbolTable(encoder);
            foreach (var (token, id) in encoder)
            {
                symbols.Add(token);
                tokens[id] = token;
            }

            var pairs = MergesFile.Read(bpe_merges_path, lastLine: false);
            for (var rank = 0; rank < pairs.Count; rank++)
            {
                if (pairs[rank] is var (first, second))
                {
                    merges.Add(symbols.Add(first), symbols.Add(second), rank, symbols.Add(first + second));
                }
            }

            vocab_size = encoder.Count;
            if (!string.IsNullOrEmpty(unk_token))
            {
                unknown = IdIn(encoder, unk_token, nameof(unk_token));
                unknownText = unknown.Value.ToString(CultureInfo.InvariantCulture);
            }

            foreach (var special in special_tokens ?? [])
            {
                IdIn(encoder, special, nameof(special_tokens));
                specials[special] = symbols.Add(special);
            }
        }

        /// <inheritdoc/>
        public override int vocab_size { get; }

        /// <summary>The numbers of a text's tokens. Python's <c>encode</c>.</summary>
        /// <param name="text">The text.</param>
        /// <exception cref="KeyNotFoundException">The vocabulary lacks a token, and there is no unknown token.</exception>
        public int[] encode(string text)
        {
            ArgumentNullException.ThrowIfNull(text);
            return EncodeToIds(text);
        }

        /// <summary>
        /// The text of numbers. Python's <c>decode</c>: with a suffix the tokens joined and every suffix made a space, without one the tokens with spaces
        /// between them.
        /// </summary>
        /// <param name="tokens">The numbers.</param>
        /// <exception cref="KeyNotFoundException">The vocabulary has no such number, and there is no unknown token.</exception>
        public string decode(IReadOnlyList<int> tokens)
        {
            ArgumentNullException.ThrowIfNull(tokens);
            var texts = tokens.Select(TokenOf);
            return suffix.Length > 0 ? string.Concat(texts).Replace(suffix, " ") : string.Join(' ', texts);
        }

        private protected override void Encode(ReadOnlySpan<char> text, ref RentedList<int> output)
        {
            for (var start = 0; start < text.Length;)
            {
                if (PythonText.IsSpace(text[start]))
                {
                    start++;
                    continue;
                }

                var end = start;
                while (end < text.Length && !PythonText.IsSpace(text[end]))
                {
                    end++;
                }

                if (end < text.Length && text[end] == '\n')
                {
                    end++;
                }

                AppendWord(text[start..end], ref output);
                start = end;
            }
        }

        private protected override int IdOf(int symbol) => unknown is { } id && !IsListed(symbol) ? id
            : symbol > FirstUnlisted ? symbols.IdOf(symbol)
            : throw new KeyNotFoundException($"The vocabulary lacks the token '{TextOf(symbol)}', and no unk_token was given to stand for it.");

        private protected override string IdTextOf(int symbol) =>
            IsListed(symbol) ? symbols.IdTextOf(symbol) : unknownText ?? IdOf(symbol).ToString(CultureInfo.InvariantCulture);

        private protected override string TextOf(int symbol)
        {
            if (symbol > FirstUnlisted)
            {
                return symbols.TextOf(symbol);
            }

            var code = FirstUnlisted - symbol;
            return new Rune(code >> 1).ToString() + ((code & 1) != 0 ? suffix : "");
        }

        private bool IsListed(int symbol) => symbol > FirstUnlisted && symbols.HasId(symbol);

        private string TokenOf(int id) => this.tokens.TryGetValue(id, out var token) ? token
            : unknown is { } known ? this.tokens[known]
            : throw new KeyNotFoundException($"The vocabulary has no token of number {id}, and no unk_token was given to stand for it.");

        private void AppendWord(ReadOnlySpan<char> word, ref RentedList<int> output)
        {
            if (specials.Count > 0 && specials.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var special))
            {
                output.Add(special);
                return;
            }

            var isShort = word.Length <= WordCache.LongestWord;
            var hash = isShort ? WordCache.HashOf(word) : 0;
            if (isShort && cache.TryGet(word, hash, out var known))
            {
                output.AddRange(known);
                return;
            }

            var start = output.Count;
            foreach (var rune in word.EnumerateRunes())
            {
                output.Add(SymbolOf(rune, last: false));
            }

            output.Items[^1] = SymbolOf(Last(word), last: true);
            output.Truncate(start + merges.Apply(output.Items[start..]));
            if (isShort)
            {
                cache.Set(word, hash, output.Items[start..]);
            }
        }

        private int SymbolOf(Rune rune, bool last)
        {
            var symbol = symbols.Find(rune + (last ? suffix : ""));
            return symbol >= 0 ? symbol : FirstUnlisted - ((rune.Value << 1) | (last ? 1 : 0));
        }

        private static Rune Last(ReadOnlySpan<char> word)
        {
            Rune.DecodeLastFromUtf16(word, out var rune, out _);
            return rune;
        }

        private static int IdIn(Dictionary<string, int> encoder, string token, string argument) => encoder.TryGetValue(token, out var id)
            ? id
            : throw new ArgumentException($"The token '{token}' is not in the vocabulary, where special tokens must be.", argument);
    }
}
