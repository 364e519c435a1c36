using System.Globalization;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class vocab
    {
        /// <summary>Tokens and their indices, both ways (Python's <c>torchtext.vocab.Vocab</c>).</summary>
        /// <remarks>
        /// Tokens are compared by their UTF-16 units, never by culture. Lookups may run on many threads at once; <see cref="insert_token"/>,
        /// <see cref="append_token"/>, <see cref="set_default_index"/> and <see cref="load_state_dict"/> must not run beside anything else.
        /// </remarks>
        public sealed partial class Vocab : torch.nn.IModule<IReadOnlyList<string>, long[]>
        {
            private List<string> _itos;
            private Dictionary<string, int> _stoi;
            private long? _default;

            /// <summary>Makes a vocabulary of tokens; the index of each is its place in the list.</summary>
            /// <param name="tokens">The tokens, each once.</param>
            /// <param name="default_index">What unknown tokens get; null makes looking one up an error.</param>
            /// <exception cref="ArgumentException">A token is there twice, null, or holds half a surrogate pair; the message names it and its
            /// places.</exception>
            public Vocab(IEnumerable<string> tokens, long? default_index = null)
            {
                ArgumentNullException.ThrowIfNull(tokens);
                (_itos, _stoi) = Index(tokens);
                _default = default_index;
            }

            /// <summary>How many tokens there are (Python's <c>len</c>).</summary>
            public int Count => _itos.Count;

            /// <summary>The index of a token (Python's <c>vocab[token]</c>).</summary>
            /// <param name="token">The token.</param>
            /// <returns>Its index, or the default index where the token is unknown.</returns>
            /// <exception cref="KeyNotFoundException">The token is unknown and no default index is set.</exception>
            public long this[string token]
            {
                get
                {
                    ArgumentNullException.ThrowIfNull(token);
                    return _stoi.TryGetValue(token, out var index) ? index : _default ?? throw Unknown(token, null, null);
                }
            }

            /// <summary>Whether the vocabulary has the token (Python's <c>in</c>); the default index plays no part.</summary>
            /// <param name="token">The token.</param>
            public bool Contains(string token)
            {
                ArgumentNullException.ThrowIfNull(token);
                return _stoi.ContainsKey(token);
            }

            /// <summary>Sets what unknown tokens get.</summary>
            /// <param name="index">Any number, usually the index of a token such as <c>&lt;unk&gt;</c>; null makes looking one up an error. It stays
            /// the same number when <see cref="insert_token"/> moves tokens.</param>
            public void set_default_index(long? index) => _default = index;

            /// <summary>What unknown tokens get; null where looking one up is an error.</summary>
            public long? get_default_index() => _default;

            /// <summary>Puts a token at an index; those from there on move up by one.</summary>
            /// <param name="token">A token that is not in the vocabulary yet.</param>
            /// <param name="index">From 0 to <see cref="Count"/>.</param>
            /// <exception cref="ArgumentOutOfRangeException">The index is not in that range.</exception>
            /// <exception cref="ArgumentException">The vocabulary has the token already.</exception>
            public void insert_token(string token, long index)
            {
                if (index < 0 || index > Count)
                {
                    throw new ArgumentOutOfRangeException(nameof(index), index,
                        $"A token can be inserted from 0 to {Count} into this vocabulary of {Count} tokens.");
                }
                var place = (int)index;
                Add(token, place);
                _itos.Insert(place, token);
                for (var moved = place + 1; moved < _itos.Count; moved++)
                {
                    _stoi[_itos[moved]] = moved;
                }
            }

            /// <summary>Puts a token behind all others.</summary>
            /// <param name="token">A token that is not in the vocabulary yet.</param>
            /// <exception cref="ArgumentException">The vocabulary has the token already.</exception>
            public void append_token(string token)
            {
                Add(token, _itos.Count);
                _itos.Add(token);
            }

            /// <summary>The tokens with their indices, as a copy.</summary>
            public Dictionary<string, long> get_stoi()
            {
                var copy = new Dictionary<string, long>(_itos.Count, StringComparer.Ordinal);
                for (var index = 0; index < _itos.Count; index++)
                {
                    copy.Add(_itos[index], index);
                }
                return copy;
            }

            /// <summary>The tokens by index, as a copy.</summary>
            public List<string> get_itos() => [.. _itos];

            /// <summary>How many tokens there are, and the default index.</summary>
            public override string ToString() => $"Vocab({Count} tokens, default index {_default?.ToString(CultureInfo.InvariantCulture) ?? "none"})";

            private void Add(string token, int index)
            {
                ArgumentNullException.ThrowIfNull(token);
                RequireWellFormed(token, index);
                if (!_stoi.TryAdd(token, index))
                {
                    throw new ArgumentException($"The token {Quoted.Text(token)} is in the vocabulary already, at index {_stoi[token]}.", nameof(token));
                }
            }

            private static (List<string> Itos, Dictionary<string, int> Stoi) Index(IEnumerable<string> tokens)
            {
                List<string> itos = [.. tokens];
                var stoi = new Dictionary<string, int>(itos.Count, StringComparer.Ordinal);
                for (var index = 0; index < itos.Count; index++)
                {
                    var token = itos[index] ?? throw new ArgumentException($"The token at position {index} is null.", nameof(tokens));
                    RequireWellFormed(token, index);
                    if (!stoi.TryAdd(token, index))
                    {
                        throw new ArgumentException(
                            $"The token {Quoted.Text(token)} is there twice, at positions {stoi[token]} and {index}; each may be there once.", nameof(tokens));
                    }
                }
                return (itos, stoi);
            }

            // A vocabulary can be written as UTF-8, in which half a surrogate pair has no form.
            private static void RequireWellFormed(string token, int index)
            {
                if (Quoted.HalfPair(token) is { } unit)
                {
                    throw new ArgumentException(
                        $"The token {Quoted.Text(token)} for index {index} holds half a surrogate pair at its UTF-16 unit {unit}: the text that it "
                        + "comes from was cut or decoded wrongly.",
                        nameof(token));
                }
            }
        }
    }
}
