namespace TorchSharp;

public static partial class torchtext
{
    /// <summary>From texts to tokens and batches, and their measures (Python's <c>torchtext.data</c>).</summary>
    public static partial class data
    {
        /// <summary>Tokenizers, n-grams and small helpers (Python's <c>torchtext.data.utils</c>).</summary>
        public static partial class utils
        {
            /// <summary>The tokens, then all their pairs, then all runs of three, and so on; the tokens of a run are joined by a space.</summary>
            /// <param name="token_list">The tokens of a text.</param>
            /// <param name="ngrams">The length of the longest runs; 1 and less give the tokens alone.</param>
            public static IEnumerable<string> ngrams_iterator(IReadOnlyList<string> token_list, int ngrams)
            {
                ArgumentNullException.ThrowIfNull(token_list);
                return Runs(token_list, ngrams);
            }

            private static IEnumerable<string> Runs(IReadOnlyList<string> tokens, int longest)
            {
                foreach (var token in tokens)
                {
                    yield return token;
                }
                for (var length = 2; length <= longest && length <= tokens.Count; length++)
                {
                    for (var start = 0; start + length <= tokens.Count; start++)
                    {
                        yield return string.Join(' ', Enumerable.Range(start, length).Select(place => tokens[place]));
                    }
                }
            }
        }
    }
}
