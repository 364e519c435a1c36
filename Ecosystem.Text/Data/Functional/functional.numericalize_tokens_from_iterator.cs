namespace TorchSharp;

public static partial class torchtext
{
    public static partial class data
    {
        public static partial class functional
        {
            /// <summary>The indices of each text's tokens, text by text as they are asked for.</summary>
            /// <param name="vocab">The vocabulary.</param>
            /// <param name="iterator">The tokens of each text.</param>
            /// <param name="removed_tokens">Tokens that are left out; null for none.</param>
            /// <exception cref="KeyNotFoundException">When a text is asked for: a token is unknown and the vocabulary has no default
            /// index.</exception>
            public static IEnumerable<long[]> numericalize_tokens_from_iterator(
                vocab.Vocab vocab, IEnumerable<IReadOnlyList<string>> iterator, IEnumerable<string>? removed_tokens = null)
            {
                ArgumentNullException.ThrowIfNull(vocab);
                return Kept(iterator, removed_tokens).Select(vocab.lookup_indices);
            }

            /// <summary>The indices of each text's tokens, text by text as they are asked for.</summary>
            /// <param name="vocab">The tokens' indices.</param>
            /// <param name="iterator">The tokens of each text.</param>
            /// <param name="removed_tokens">Tokens that are left out; null for none.</param>
            /// <exception cref="KeyNotFoundException">When a text is asked for: the dictionary lacks a token; the message says which and
            /// where.</exception>
            public static IEnumerable<long[]> numericalize_tokens_from_iterator(
                IReadOnlyDictionary<string, long> vocab, IEnumerable<IReadOnlyList<string>> iterator, IEnumerable<string>? removed_tokens = null)
            {
                ArgumentNullException.ThrowIfNull(vocab);
                return Kept(iterator, removed_tokens).Select((tokens, text) => tokens.Select((token, place) => vocab.TryGetValue(token, out var index)
                    ? index
                    : throw new KeyNotFoundException(
                        $"The token {Quoted.Text(token)} at position {place} of text {text} is not in the dictionary.")).ToArray());
            }

            private static IEnumerable<IReadOnlyList<string>> Kept(IEnumerable<IReadOnlyList<string>> texts, IEnumerable<string>? removed)
            {
                ArgumentNullException.ThrowIfNull(texts, "iterator");
                if (removed is null)
                {
                    return texts;
                }
                var left = new HashSet<string>(removed, StringComparer.Ordinal);
                return texts.Select(tokens => (IReadOnlyList<string>)[.. tokens.Where(token => !left.Contains(token))]);
            }
        }
    }
}
