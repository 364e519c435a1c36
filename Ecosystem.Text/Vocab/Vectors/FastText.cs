using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class vocab
    {
        /// <summary>fastText's word vectors of Wikipedias (Bojanowski and others, 2017), 300 numbers each. Python's <c>torchtext.vocab.FastText</c>.</summary>
        /// <param name="language">The Wikipedia's language code, such as en or simple.</param>
        /// <param name="cache">The folder of files and what was read from them; <c>.vector_cache</c> in the current folder if null.</param>
        /// <param name="unk_init">Makes the vector of an unknown token from zeros; zeros if null.</param>
        /// <param name="max_vectors">How many vectors to read at most; all if null or 0.</param>
        public sealed class FastText(string language = "en", string? cache = null, Func<Tensor, Tensor>? unk_init = null, long? max_vectors = null)
            : Vectors($"wiki.{language}.vec", cache, $"https://dl.fbaipublicfiles.com/fasttext/vectors-wiki/wiki.{language}.vec", unk_init, max_vectors)
        {
        }
    }
}
