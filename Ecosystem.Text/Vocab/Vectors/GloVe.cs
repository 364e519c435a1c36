using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class vocab
    {
        /// <summary>GloVe's word vectors (Pennington, Socher and Manning, 2014). Python's <c>torchtext.vocab.GloVe</c>.</summary>
        /// <param name="name">What they were trained on: 42B, 840B, twitter.27B or 6B.</param>
        /// <param name="dim">How many numbers a vector has: 300; for twitter.27B 25, 50, 100 or 200, for 6B 50, 100, 200 or 300.</param>
        /// <param name="cache">The folder of files and what was read from them; <c>.vector_cache</c> in the current folder if null.</param>
        /// <param name="unk_init">Makes the vector of an unknown token from zeros; zeros if null.</param>
        /// <param name="max_vectors">How many vectors to read at most; all if null or 0.</param>
        public sealed class GloVe(
            string name = "840B", int dim = 300, string? cache = null, Func<Tensor, Tensor>? unk_init = null, long? max_vectors = null)
            : Vectors($"glove.{name}.{dim}d.txt", cache, Address(name), unk_init, max_vectors)
        {
            /// <summary>Where each collection is published.</summary>
            public static readonly IReadOnlyDictionary<string, string> url = new Dictionary<string, string>
            {
                ["42B"] = "http://nlp.stanford.edu/data/glove.42B.300d.zip",
                ["840B"] = "http://nlp.stanford.edu/data/glove.840B.300d.zip",
                ["twitter.27B"] = "http://nlp.stanford.edu/data/glove.twitter.27B.zip",
                ["6B"] = "http://nlp.stanford.edu/data/glove.6B.zip",
            };

            private static string Address(string name) => url.TryGetValue(name, out var address)
                ? address
                : throw new ArgumentException($"GloVe has {string.Join(", ", url.Keys)}, not \"{name}\".", nameof(name));
        }
    }
}
