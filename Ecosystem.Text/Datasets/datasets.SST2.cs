using System.Runtime.InteropServices;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class datasets
    {
        /// <summary>
        /// The Stanford Sentiment Treebank with two classes: phrases with the label 0 (negative) or 1 (positive). Downloaded unless it is there already,
        /// to the place where Python's torchtext keeps it.
        /// </summary>
        /// <param name="root">The folder that holds <c>datasets/SST2</c>; torchtext's cache folder if null.</param>
        /// <param name="split">"train", "dev" or "test" (whose labels are not published: null).</param>
        /// <exception cref="DownloadException">The archive is not there and cannot be downloaded.</exception>
        /// <exception cref="TextFileException">The file is malformed; the message says where.</exception>
        public static SST2 SST2([Optional, DefaultParameterValue(null)] string? root, string split) => new(root, split);

        /// <summary>All three parts of the treebank.</summary>
        /// <param name="root">The folder that holds <c>datasets/SST2</c>; torchtext's cache folder if null.</param>
        public static (SST2 train, SST2 dev, SST2 test) SST2(string? root = null) => (SST2(root, "train"), SST2(root, "dev"), SST2(root, "test"));
    }
}
