using System.Globalization;
using TorchSharp.Transforms.Text;

namespace TorchSharp
{
    public static partial class torchtext
    {
        public static partial class transforms
        {
            /// <summary>BERT's word pieces.</summary>
            /// <param name="vocab_path">The vocabulary, a token to a line.</param>
            /// <param name="do_lower_case">Whether letters become small.</param>
            /// <param name="strip_accents">
            /// Whether accents are dropped; null: as <paramref name="do_lower_case"/> says. As in Python, false drops them too: only whether something is
            /// said counts.
            /// </param>
            /// <param name="return_tokens">Whether to give the tokens rather than their numbers (as strings).</param>
            /// <param name="never_split">Tokens between spaces that are looked up as they are.</param>
            /// <exception cref="FileNotFoundException">There is no such file.</exception>
            /// <exception cref="TokenizerFormatException">The file is not UTF-8.</exception>
            public static BERTTokenizer BERTTokenizer(
                string vocab_path, bool do_lower_case = true, bool? strip_accents = null, bool return_tokens = false,
                IReadOnlyList<string>? never_split = null) =>
                new(vocab_path, do_lower_case, strip_accents, return_tokens, never_split);
        }
    }
}

namespace TorchSharp.Transforms.Text
{
    /// <summary>
    /// BERT's word pieces: text is cleaned, cut at white space, punctuation and ideographs, and each word into the longest pieces that the vocabulary
    /// has. Python's <c>torchtext.transforms.BERTTokenizer</c>.
    /// </summary>
    public sealed class BERTTokenizer : SubwordTokenizer
    {
        private readonly WordPieces pieces;
        private readonly BertWords words;
        private readonly HashSet<string> neverSplit;
        private readonly WordCache cache = new();
        private readonly string[] idTexts;

        /// <param name="vocab_path">The vocabulary, a token to a line.</param>
        /// <param name="do_lower_case">Whether letters become small.</param>
        /// <param name="strip_accents">
        /// Whether accents are dropped; null: as <paramref name="do_lower_case"/> says. As in Python, false drops them too: only whether something is said
        /// counts.
        /// </param>
        /// <param name="return_tokens">Whether to give the tokens rather than their numbers (as strings).</param>
        /// <param name="never_split">Tokens between spaces that are looked up as they are.</param>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        /// <exception cref="TokenizerFormatException">The file is not UTF-8.</exception>
        public BERTTokenizer(
            string vocab_path, bool do_lower_case = true, bool? strip_accents = null, bool return_tokens = false,
            IReadOnlyList<string>? never_split = null)
            : base(return_tokens)
        {
            pieces = new WordPieces(vocab_path);
            words = new BertWords(do_lower_case, strip: strip_accents.HasValue || do_lower_case);
            neverSplit = new HashSet<string>(never_split ?? [], StringComparer.Ordinal);
            idTexts = [.. Enumerable.Range(0, pieces.Count).Select(id => id.ToString(CultureInfo.InvariantCulture))];
        }

        /// <inheritdoc/>
        public override int vocab_size => pieces.Count;

        private protected override void Encode(ReadOnlySpan<char> text, ref RentedList<int> symbols)
        {
            text = PythonText.Strip(text);
            foreach (var range in text.Split(' '))
            {
                Append(text[range], ref symbols);
            }
        }

        private protected override int IdOf(int symbol) => symbol < pieces.Count ? symbol : throw NoUnknown();

        private protected override string IdTextOf(int symbol) => symbol < pieces.Count ? idTexts[symbol] : throw NoUnknown();

        private protected override string TextOf(int symbol) => pieces.TextOf(symbol);

        private void Append(ReadOnlySpan<char> stretch, ref RentedList<int> symbols)
        {
            var isShort = stretch.Length <= WordCache.LongestWord;
            var hash = isShort ? WordCache.HashOf(stretch) : 0;
            if (isShort && cache.TryGet(stretch, hash, out var known))
            {
                symbols.AddRange(known);
                return;
            }

            var start = symbols.Count;
            var whole = neverSplit.Count > 0 && neverSplit.GetAlternateLookup<ReadOnlySpan<char>>().Contains(stretch);
            foreach (var word in words.Cut(stretch, whole))
            {
                pieces.Append(word, ref symbols);
            }

            if (isShort)
            {
                cache.Set(stretch, hash, symbols.Items[start..]);
            }
        }

        private static KeyNotFoundException NoUnknown() =>
            new($"A word has no pieces in the vocabulary, and the vocabulary has no '{WordPieces.Unknown}' to stand for it: add that line to it.");
    }
}
