using TorchSharp.Transforms.Text;

namespace TorchSharp
{
    public static partial class torchtext
    {
        public static partial class transforms
        {
            /// <summary>CLIP's byte-level byte-pair encoding.</summary>
            /// <param name="merges_path">The merges: a line of version, then two symbols to a line.</param>
            /// <param name="encoder_json_path">
            /// The vocabulary: a JSON object that gives every token its number; its size then says how many merges are used. Null: it is made from the merges.
            /// </param>
            /// <param name="num_merges">How many merges to use where there is no vocabulary; all if null or 0.</param>
            /// <param name="return_tokens">Whether to give the tokens rather than their numbers (as strings).</param>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="TokenizerFormatException">A file is not what it should be.</exception>
            public static CLIPTokenizer CLIPTokenizer(
                string merges_path, string? encoder_json_path = null, int? num_merges = null, bool return_tokens = false) =>
                new(merges_path, encoder_json_path, num_merges, return_tokens);
        }
    }
}

namespace TorchSharp.Transforms.Text
{
    /// <summary>
    /// CLIP's byte-level byte-pair encoding: small letters, white space dropped, the end of a word marked. Python's
    /// <c>torchtext.transforms.CLIPTokenizer</c>.
    /// </summary>
    public sealed class CLIPTokenizer : SubwordTokenizer
    {
        private const string EndOfWord = "</w>";

        // Every byte inside a word and at its end, and the two special tokens.
        private const int TokensThatAreNoMerges = (256 * 2) + 2;

        private readonly BytePairEncoder encoder;
        private readonly int start;
        private readonly int end;

        /// <param name="merges_path">The merges: a line of version, then two symbols to a line.</param>
        /// <param name="encoder_json_path">
        /// The vocabulary: a JSON object that gives every token its number; its size then says how many merges are used. Null: it is made from the merges.
        /// </param>
        /// <param name="num_merges">How many merges to use where there is no vocabulary; all if null or 0.</param>
        /// <param name="return_tokens">Whether to give the tokens rather than their numbers (as strings).</param>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="TokenizerFormatException">A file is not what it should be.</exception>
        public CLIPTokenizer(string merges_path, string? encoder_json_path = null, int? num_merges = null, bool return_tokens = false)
            : base(return_tokens)
        {
            if (num_merges is < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(num_merges), num_merges, "A number of merges is not negative.");
            }

            var merges = MergesFile.Read(merges_path, lastLine: true);
            var vocabulary = encoder_json_path is null ? null : EncoderFile.Read(encoder_json_path);
            if (vocabulary is not null)
            {
                // A vocabulary smaller than its fixed part cuts from the end: so does Python's slice.
                var used = vocabulary.Count - TokensThatAreNoMerges;
                Keep(merges, used < 0 ? merges.Count + used : used);
            }
            else if (num_merges is > 0 and var asked)
            {
                Keep(merges, asked);
            }

            vocabulary ??= FromMerges(merges);
            vocab_size = vocabulary.Count;
            encoder = new BytePairEncoder(vocabulary, merges, EndOfWord);
            start = encoder.Symbols.Add(CLIPWords.Start);
            end = encoder.Symbols.Add(CLIPWords.End);
        }

        /// <inheritdoc/>
        public override int vocab_size { get; }

        private protected override void Encode(ReadOnlySpan<char> text, ref RentedList<int> symbols)
        {
            var words = new CLIPWords(PythonText.Strip(PythonText.Lower(text.ToString())));
            while (words.MoveNext())
            {
                switch (words.Current)
                {
                    case CLIPWords.Start:
                        symbols.Add(start);
                        break;
                    case CLIPWords.End:
                        symbols.Add(end);
                        break;
                    default:
                        encoder.Encode(words.Current, ref symbols);
                        break;
                }
            }
        }

        private protected override int IdOf(int symbol) => encoder.Symbols.IdOf(symbol);

        private protected override string IdTextOf(int symbol) => encoder.Symbols.IdTextOf(symbol);

        private protected override string TextOf(int symbol) => encoder.Symbols.TextOf(symbol);

        private static void Keep(List<(string First, string Second)?> merges, int count)
        {
            count = Math.Clamp(count, 0, merges.Count);
            merges.RemoveRange(count, merges.Count - count);
        }

        // A blank line among the merges takes a number too.
        private static Dictionary<string, int> FromMerges(List<(string First, string Second)?> merges)
        {
            string[] bytes = [.. ByteAlphabet.InPythonsOrder.Select(value => ByteAlphabet.CharacterOf(value).ToString())];
            string[] tokens =
            [
                .. bytes,
                .. bytes.Select(character => character + EndOfWord),
                .. merges.Select(merge => merge?.First + merge?.Second),
                CLIPWords.Start,
                CLIPWords.End,
            ];
            var vocabulary = new Dictionary<string, int>(tokens.Length);
            for (var id = 0; id < tokens.Length; id++)
            {
                vocabulary[tokens[id]] = id;
            }

            return vocabulary;
        }
    }
}
