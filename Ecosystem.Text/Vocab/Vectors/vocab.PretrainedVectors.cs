using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class vocab
    {
        /// <summary>Makes pre-trained vectors.</summary>
        /// <param name="cache">The folder of files and what was read from them; <c>.vector_cache</c> in the current folder if null.</param>
        /// <param name="unk_init">Makes the vector of an unknown token from zeros; zeros if null.</param>
        /// <param name="max_vectors">How many vectors to read at most; all if null or 0.</param>
        public delegate Vectors PretrainedVectors(string? cache = null, Func<Tensor, Tensor>? unk_init = null, long? max_vectors = null);
    }
}
