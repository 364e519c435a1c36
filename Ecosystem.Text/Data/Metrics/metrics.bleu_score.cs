namespace TorchSharp;

public static partial class torchtext
{
    public static partial class data
    {
        /// <summary>Measures of generated text (Python's <c>torchtext.data.metrics</c>).</summary>
        public static partial class metrics
        {
            /// <summary>
            /// BLEU of a corpus (Papineni, Roukos, Ward and Zhu, 2002): how many n-grams of the candidates are in their references, with a penalty for
            /// candidates that are shorter.
            /// </summary>
            /// <param name="candidate_corpus">The tokens of each candidate.</param>
            /// <param name="references_corpus">For each candidate the tokens of its references, at least one.</param>
            /// <param name="max_n">The length of the longest n-grams.</param>
            /// <param name="weights">The weight of each length, <paramref name="max_n"/> of them; a quarter each by default.</param>
            /// <returns>From 0 to 1; 0 where candidates and references share no n-gram of one of the lengths (there is no smoothing).</returns>
            /// <remarks>torchtext takes a token with a space in it for several; here it is one.</remarks>
            /// <exception cref="ArgumentException">There are not as many weights as lengths or not as many lists of references as candidates, or a
            /// candidate has no reference.</exception>
            public static double bleu_score(
                IReadOnlyList<IReadOnlyList<string>> candidate_corpus, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> references_corpus,
                int max_n = 4, IReadOnlyList<double>? weights = null)
            {
                ArgumentNullException.ThrowIfNull(candidate_corpus);
                ArgumentNullException.ThrowIfNull(references_corpus);
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(max_n);
                weights ??= [0.25, 0.25, 0.25, 0.25];
                if (weights.Count != max_n)
                {
                    throw new ArgumentException($"There are {weights.Count} weights for n-grams of {max_n} lengths.", nameof(weights));
                }
                if (candidate_corpus.Count != references_corpus.Count)
                {
                    throw new ArgumentException(
                        $"There are {candidate_corpus.Count} candidates and {references_corpus.Count} lists of references.", nameof(references_corpus));
                }

                var tally = new BleuTally(max_n);
                for (var i = 0; i < candidate_corpus.Count; i++)
                {
                    tally.Add(candidate_corpus[i], references_corpus[i], i);
                }
                return tally.Score(weights);
            }
        }
    }
}
