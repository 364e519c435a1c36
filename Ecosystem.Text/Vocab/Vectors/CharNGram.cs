using System.Text;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class vocab
    {
        /// <summary>
        /// Vectors of tokens as means over those of their character n-grams (Hashimoto and others, 2017). Python's <c>torchtext.vocab.CharNGram</c>;
        /// as there, a token's vector has the shape [1, dim].
        /// </summary>
        /// <param name="cache">The folder of files and what was read from them; <c>.vector_cache</c> in the current folder if null.</param>
        /// <param name="unk_init">Makes the vector of a token without known n-grams from zeros of [1, dim]; zeros if null.</param>
        /// <param name="max_vectors">How many vectors to read at most; all if null or 0.</param>
        public sealed class CharNGram(string? cache = null, Func<Tensor, Tensor>? unk_init = null, long? max_vectors = null)
            : Vectors("charNgram.txt", cache, Address, unk_init, max_vectors)
        {
            private const string Address = "http://www.logos.t.u-tokyo.ac.jp/~hassy/publications/arxiv2016jmt/jmt_pre-trained_embeddings.tar.gz";

            /// <summary>The vector of a token, [1, dim]: the mean over its known sequences of two to four characters. The caller owns it.</summary>
            /// <param name="token">The token.</param>
            public override Tensor this[string token]
            {
                get
                {
                    ArgumentNullException.ThrowIfNull(token);
                    using var scope = NewDisposeScope();
                    var rows = token == "<unk>" ? [] : Grams(token).Where(stoi.ContainsKey).Select(gram => vectors.select(0, stoi[gram])).ToArray();
                    if (rows.Length == 0)
                    {
                        return Unknown(1, dim).MoveToOuterDisposeScope();
                    }
                    var sum = torch.zeros(1, dim);
                    foreach (var row in rows)
                    {
                        sum.add_(row);
                    }
                    return sum.div_(rows.Length).MoveToOuterDisposeScope();
                }
            }

            private protected override Tensor Gather(IReadOnlyList<string> tokens)
            {
                using var scope = NewDisposeScope();
                return torch.stack([.. tokens.Select(token => this[token])]).MoveToOuterDisposeScope();
            }

            private static IEnumerable<string> Grams(string token)
            {
                string[] characters = ["#BEGIN#", .. token.EnumerateRunes().Select(rune => rune.ToString()), "#END#"];
                for (var n = 2; n <= 4; n++)
                {
                    for (var start = 0; start + n <= characters.Length; start++)
                    {
                        yield return $"{n}gram-{string.Concat(characters.AsSpan(start, n))}";
                    }
                }
            }
        }
    }
}
