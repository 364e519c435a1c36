namespace TorchSharp;

public static partial class torchtext
{
    public static partial class vocab
    {
        public sealed partial class Vocab
        {
            /// <summary>The indices of tokens; the same as <see cref="lookup_indices(IReadOnlyList{string})"/>.</summary>
            /// <param name="tokens">The tokens.</param>
            public long[] call(IReadOnlyList<string> tokens) => lookup_indices(tokens);

            /// <summary>The indices of tokens; the same as <see cref="lookup_indices(IReadOnlyList{string})"/>.</summary>
            /// <param name="tokens">The tokens.</param>
            public long[] forward(IReadOnlyList<string> tokens) => lookup_indices(tokens);

            /// <summary>The indices of tokens, the default index for those that are unknown.</summary>
            /// <param name="tokens">The tokens.</param>
            /// <exception cref="KeyNotFoundException">A token is unknown and no default index is set.</exception>
            public long[] lookup_indices(IReadOnlyList<string> tokens)
            {
                ArgumentNullException.ThrowIfNull(tokens);
                return Indices(tokens, null);
            }

            /// <summary>The indices of the tokens of many texts; large batches are spread over all cores.</summary>
            /// <param name="batch">The tokens of each text.</param>
            /// <exception cref="KeyNotFoundException">A token is unknown and no default index is set.</exception>
            public long[][] lookup_indices(IReadOnlyList<IReadOnlyList<string>> batch) =>
                Batches.Map(batch, tokens => tokens.Count, (tokens, text) => Indices(tokens, text));

            /// <summary>The token at an index.</summary>
            /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
            /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
            public string lookup_token(long index) => index >= 0 && index < _itos.Count
                ? _itos[(int)index]
                : throw new ArgumentOutOfRangeException(nameof(index), index, $"The vocabulary has {Count} tokens; indices go from 0 to {Count - 1}.");

            /// <summary>The tokens at indices.</summary>
            /// <param name="indices">Each from 0 to <see cref="Count"/> - 1.</param>
            /// <exception cref="ArgumentOutOfRangeException">One of them is out of that range; the message says which.</exception>
            public string[] lookup_tokens(IReadOnlyList<long> indices)
            {
                ArgumentNullException.ThrowIfNull(indices);
                var tokens = new string[indices.Count];
                for (var place = 0; place < tokens.Length; place++)
                {
                    var index = indices[place];
                    tokens[place] = index >= 0 && index < _itos.Count
                        ? _itos[(int)index]
                        : throw new ArgumentOutOfRangeException(nameof(indices), index,
                            $"Position {place} asks for index {index}; the vocabulary has {Count} tokens, indices go from 0 to {Count - 1}.");
                }
                return tokens;
            }

            private long[] Indices(IReadOnlyList<string> tokens, int? text)
            {
                var indices = new long[tokens.Count];
                for (var place = 0; place < indices.Length; place++)
                {
                    var token = tokens[place] ?? throw new ArgumentException($"The token at {Place(place, text)} is null.", nameof(tokens));
                    indices[place] = _stoi.TryGetValue(token, out var index) ? index : _default ?? throw Unknown(token, place, text);
                }
                return indices;
            }

            private KeyNotFoundException Unknown(string token, int? place, int? text)
            {
                var where = place is { } position ? $" at {Place(position, text)}" : "";
                return new KeyNotFoundException(
                    $"The token {Quoted.Text(token)}{where} is not among the vocabulary's {Count} tokens and no default index is set: add the token, or "
                    + "give unknown tokens an index with set_default_index.");
            }

            private static string Place(int place, int? text) => text is { } number ? $"position {place} of text {number}" : $"position {place}";
        }
    }
}
