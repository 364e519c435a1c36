using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class vocab
    {
        /// <summary>Pre-trained word vectors from a file. Python's <c>torchtext.vocab.Vectors</c>.</summary>
        /// <remarks>
        /// <para>
        /// A line of the file is a token and its numbers, parted by single spaces; white space at its end does not count. Rows with one number are
        /// headers and are skipped, rows whose token is no UTF-8 are skipped and counted; rows of differing length are an error. Of a token that is
        /// there more than once the last row counts.
        /// </para>
        /// <para>
        /// What was read is kept beside the file as <c>NAME.pt</c> (<c>NAME_MAX.pt</c> with <c>max_vectors</c>), in Python's form: where Python or an
        /// earlier run has left that file, it is read instead of the text, also if the text is newer.
        /// </para>
        /// </remarks>
        public partial class Vectors : IDisposable
        {
            private readonly VectorTable table;

            /// <summary>Reads vectors.</summary>
            /// <param name="name">The file: its path, or its name in the <paramref name="cache"/> folder. Compressed if it ends in .gz.</param>
            /// <param name="cache">The folder of files and what was read from them; <c>.vector_cache</c> in the current folder if null.</param>
            /// <param name="url">Where to download the file (or an archive that holds it, .zip or .tar.gz) if it is not there; null for nowhere.</param>
            /// <param name="unk_init">
            /// Makes the vector of an unknown token from zeros of its shape, [dim]; the zeros themselves are taken if null.
            /// </param>
            /// <param name="max_vectors">How many vectors to read at most (files begin with the most frequent tokens); all if null or 0.</param>
            /// <exception cref="FileNotFoundException">The file is not there and cannot be downloaded.</exception>
            /// <exception cref="TextFileException">The file is malformed; the message says in which line.</exception>
            /// <exception cref="TorchFileFormatException">The file that keeps what was read is damaged.</exception>
            /// <exception cref="DownloadException">The download failed.</exception>
            public Vectors(string name, string? cache = null, string? url = null, Func<Tensor, Tensor>? unk_init = null, long? max_vectors = null)
            {
                ArgumentException.ThrowIfNullOrEmpty(name);
                ArgumentOutOfRangeException.ThrowIfNegative(max_vectors ?? 0, nameof(max_vectors));
                this.unk_init = unk_init;
                table = VectorCache.Load(name, cache ?? ".vector_cache", url, max_vectors is 0 ? null : max_vectors);
                dim = table.Numbers.shape[1];
            }

            /// <summary>The tokens, in the order of their rows.</summary>
            public IReadOnlyList<string> itos => table.Tokens;

            /// <summary>The row of each token.</summary>
            public IReadOnlyDictionary<string, int> stoi => table.Indices;

            /// <summary>
            /// All vectors, float32 [rows, dim]; owned by this. As in Python there are as many rows as lines: where lines were skipped, as many rows
            /// of zeros follow the last token's.
            /// </summary>
            public Tensor vectors => table.Numbers;

            /// <summary>How many numbers a vector has.</summary>
            public long dim { get; }

            /// <summary>What makes the vectors of unknown tokens; null for zeros.</summary>
            public Func<Tensor, Tensor>? unk_init { get; }

            /// <summary>How many rows there are (Python's <c>len</c>).</summary>
            public long Count => vectors.shape[0];

            /// <summary>How many rows of the text were skipped because their token is no UTF-8; 0 where the text was not read.</summary>
            public long UndecodableTokens => table.Undecodable;

            /// <summary>The vector of a token, [dim]: a view of its row, or what <see cref="unk_init"/> makes. The caller owns it.</summary>
            /// <param name="token">The token, in this very case.</param>
            public virtual Tensor this[string token]
            {
                get
                {
                    ArgumentNullException.ThrowIfNull(token);
                    return stoi.TryGetValue(token, out var row) ? vectors.select(0, row) : Unknown(dim);
                }
            }

            /// <summary>The vector of a token, [dim]; a copy that the caller owns.</summary>
            /// <param name="token">The token.</param>
            /// <param name="lower_case_backup">Whether a token that is not known is looked up in lower case.</param>
            public Tensor get_vecs_by_tokens(string token, bool lower_case_backup = false)
            {
                using var stacked = get_vecs_by_tokens([token], lower_case_backup);
                return stacked.squeeze(0);
            }

            /// <summary>The vectors of tokens, [tokens, dim]; a copy that the caller owns.</summary>
            /// <param name="tokens">At least one token.</param>
            /// <param name="lower_case_backup">Whether a token that is not known is looked up in lower case.</param>
            /// <exception cref="ArgumentException">There is no token, or the vectors made for unknown ones have another shape.</exception>
            public Tensor get_vecs_by_tokens(IReadOnlyList<string> tokens, bool lower_case_backup = false)
            {
                ArgumentNullException.ThrowIfNull(tokens);
                if (tokens.Count == 0)
                {
                    throw new ArgumentException("There are no tokens to look up.", nameof(tokens));
                }
                return Gather(lower_case_backup ? [.. tokens.Select(token => stoi.ContainsKey(token) ? token : PythonText.Lower(token))] : tokens);
            }

            /// <summary>Frees the vectors.</summary>
            public void Dispose()
            {
                vectors.Dispose();
                GC.SuppressFinalize(this);
            }

            /// <summary>The vectors of tokens as they are, one below the other.</summary>
            private protected virtual Tensor Gather(IReadOnlyList<string> tokens)
            {
                using var scope = NewDisposeScope();
                var rows = new long[tokens.Count];
                var missing = new List<long>();
                for (var i = 0; i < rows.Length; i++)
                {
                    if (stoi.TryGetValue(tokens[i] ?? throw new ArgumentException($"Token {i} is null.", nameof(tokens)), out var row))
                    {
                        rows[i] = row;
                    }
                    else
                    {
                        missing.Add(i);
                    }
                }
                var found = vectors.index_select(0, torch.tensor(rows));
                foreach (var i in missing)
                {
                    var made = Unknown(dim);
                    if (!made.shape.AsSpan().SequenceEqual([dim]))
                    {
                        throw new ArgumentException($"unk_init has made a vector of shape [{string.Join(", ", made.shape)}] where [{dim}] is needed.");
                    }
                    found.select(0, i).copy_(made);
                }
                return found.MoveToOuterDisposeScope();
            }

            /// <summary>A vector for a token that is not known.</summary>
            private protected Tensor Unknown(params ReadOnlySpan<long> shape)
            {
                var zeros = torch.zeros(shape.ToArray());
                return unk_init is null ? zeros : unk_init(zeros);
            }
        }
    }
}
