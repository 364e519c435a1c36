using System.Globalization;
using System.Text;
using TorchSharp.Transforms.Text;

namespace TorchSharp
{
    public static partial class torchtext
    {
        public static partial class transforms
        {
            /// <summary>GPT-2's byte-level byte-pair encoding.</summary>
            /// <param name="encoder_json_path">The vocabulary: a JSON object that gives every token its number.</param>
            /// <param name="vocab_bpe_path">The merges: a line of version, then two symbols to a line.</param>
            /// <param name="return_tokens">Whether to give the tokens rather than their numbers (as strings).</param>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="TokenizerFormatException">A file is not what it should be.</exception>
            public static GPT2BPETokenizer GPT2BPETokenizer(string encoder_json_path, string vocab_bpe_path, bool return_tokens = false) =>
                new(encoder_json_path, vocab_bpe_path, return_tokens);
        }
    }
}

namespace TorchSharp.Transforms.Text
{
    /// <summary>
    /// GPT-2's byte-level byte-pair encoding. Python's <c>torchtext.transforms.GPT2BPETokenizer</c>; it knows every text, and <see cref="Decode"/>
    /// gives it back.
    /// </summary>
    public sealed class GPT2BPETokenizer : SubwordTokenizer
    {
        private readonly BytePairEncoder encoder;
        private readonly Dictionary<int, string> tokens;

        /// <param name="encoder_json_path">The vocabulary: a JSON object that gives every token its number.</param>
        /// <param name="vocab_bpe_path">The merges: a line of version, then two symbols to a line.</param>
        /// <param name="return_tokens">Whether to give the tokens rather than their numbers (as strings).</param>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="TokenizerFormatException">A file is not what it should be.</exception>
        public GPT2BPETokenizer(string encoder_json_path, string vocab_bpe_path, bool return_tokens = false)
            : base(return_tokens)
        {
            var vocabulary = EncoderFile.Read(encoder_json_path);
            tokens = new Dictionary<int, string>(vocabulary.Count);
            foreach (var (token, id) in vocabulary)
            {
                tokens.TryAdd(id, token);
            }

            encoder = new BytePairEncoder(vocabulary, MergesFile.Read(vocab_bpe_path, lastLine: false), endOfWord: "");
            vocab_size = vocabulary.Count;
        }

        /// <inheritdoc/>
        public override int vocab_size { get; }

        /// <summary>The text of numbers that are written as strings, as <c>call</c> gives them. Python's <c>decode</c> (torchtext 0.15).</summary>
        /// <param name="tokens">The numbers.</param>
        /// <returns>The text; bytes that are not UTF-8 (half a character, for instance) become U+FFFD.</returns>
        /// <exception cref="FormatException">A string is no number.</exception>
        /// <exception cref="KeyNotFoundException">The vocabulary has no such number.</exception>
        public string decode(IReadOnlyList<string> tokens)
        {
            ArgumentNullException.ThrowIfNull(tokens);
            return Decode([.. tokens.Select(token => int.Parse(token, CultureInfo.InvariantCulture))]);
        }

        /// <summary>The text of numbers.</summary>
        /// <param name="ids">The numbers.</param>
        /// <returns>The text; bytes that are not UTF-8 (half a character, for instance) become U+FFFD.</returns>
        /// <exception cref="KeyNotFoundException">The vocabulary has no such number, or its token stands for no bytes.</exception>
        public string Decode(ReadOnlySpan<int> ids)
        {
            var bytes = new List<byte>(ids.Length * 4);
            foreach (var id in ids)
            {
                if (!tokens.TryGetValue(id, out var token))
                {
                    throw new KeyNotFoundException($"The vocabulary has no token of number {id}.");
                }

                if (!ByteAlphabet.TryGetBytes(token, bytes))
                {
                    throw new KeyNotFoundException($"The token '{token}' of number {id} holds a character that stands for no byte.");
                }
            }

            return Encoding.UTF8.GetString([.. bytes]);
        }

        private protected override void Encode(ReadOnlySpan<char> text, ref RentedList<int> symbols)
        {
            var words = new GPT2Words(text);
            while (words.MoveNext())
            {
                encoder.Encode(words.Current, ref symbols);
            }
        }

        private protected override int IdOf(int symbol) => encoder.Symbols.IdOf(symbol);

        private protected override string IdTextOf(int symbol) => encoder.Symbols.IdTextOf(symbol);

        private protected override string TextOf(int symbol) => encoder.Symbols.TextOf(symbol);
    }
}
