using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class datasets
    {
        /// <summary>Handwritten digits, samples as in Python: image (uint8 [1, 28, 28] before its transform) and label.</summary>
        /// <param name="root">The folder of the four files, or the one above Python's <c>MNIST/raw</c>.</param>
        /// <param name="train">The training files, or else those for testing.</param>
        /// <param name="transform">Applied to each image; none if null.</param>
        /// <param name="target_transform">Applied to each label; none if null.</param>
        public static MNIST MNIST(string root, bool train, ITransform? transform, ITransform? target_transform = null) =>
            new(root, train, transform, target_transform, nameof(MNIST));

        /// <summary>Handwritten digits, samples as in TorchSharp: dictionaries of "data" (float32 [1, 28, 28]) and "label".</summary>
        /// <param name="root">The folder of the four files, or the one above Python's <c>MNIST/raw</c>.</param>
        /// <param name="train">The training files, or else those for testing.</param>
        /// <param name="download">Has no effect where the files are there; where they are not, the exception says what to put where.</param>
        /// <param name="target_transform">Applied to each image (as in TorchSharp, in spite of its name); none if null.</param>
        public static torch.utils.data.Dataset MNIST(string root, bool train, bool download = false, ITransform? target_transform = null) =>
            new DictionaryDataset(new MNIST(root, train, name: nameof(MNIST)), target_transform is null ? null : target_transform.call);

        /// <summary>Pieces of clothing in MNIST's format, samples as in Python: image (uint8 [1, 28, 28] before its transform) and label.</summary>
        /// <param name="root">The folder of the four files, or the one above Python's <c>FashionMNIST/raw</c>.</param>
        /// <param name="train">The training files, or else those for testing.</param>
        /// <param name="transform">Applied to each image; none if null.</param>
        /// <param name="target_transform">Applied to each label; none if null.</param>
        public static MNIST FashionMNIST(string root, bool train, ITransform? transform, ITransform? target_transform = null) =>
            new(root, train, transform, target_transform, nameof(FashionMNIST));

        /// <summary>Pieces of clothing in MNIST's format, samples as in TorchSharp: dictionaries of "data" (float32 [1, 28, 28]) and "label".</summary>
        /// <param name="root">The folder of the four files, or the one above Python's <c>FashionMNIST/raw</c>.</param>
        /// <param name="train">The training files, or else those for testing.</param>
        /// <param name="download">Has no effect where the files are there; where they are not, the exception says what to put where.</param>
        /// <param name="target_transform">Applied to each image (as in TorchSharp, in spite of its name); none if null.</param>
        public static torch.utils.data.Dataset FashionMNIST(string root, bool train, bool download = false, ITransform? target_transform = null) =>
            new DictionaryDataset(new MNIST(root, train, name: nameof(FashionMNIST)), target_transform is null ? null : target_transform.call);

        /// <summary>Cursive Japanese characters in MNIST's format, samples as in Python: image (uint8 [1, 28, 28] before its transform) and label.</summary>
        /// <param name="root">The folder of the four files, or the one above Python's <c>KMNIST/raw</c>.</param>
        /// <param name="train">The training files, or else those for testing.</param>
        /// <param name="transform">Applied to each image; none if null.</param>
        /// <param name="target_transform">Applied to each label; none if null.</param>
        public static MNIST KMNIST(string root, bool train, ITransform? transform, ITransform? target_transform = null) =>
            new(root, train, transform, target_transform, nameof(KMNIST));

        /// <summary>Cursive Japanese characters in MNIST's format, samples as in TorchSharp: dictionaries of "data" (float32 [1, 28, 28]) and "label".</summary>
        /// <param name="root">The folder of the four files, or the one above Python's <c>KMNIST/raw</c>.</param>
        /// <param name="train">The training files, or else those for testing.</param>
        /// <param name="download">Has no effect where the files are there; where they are not, the exception says what to put where.</param>
        /// <param name="target_transform">Applied to each image (as in TorchSharp, in spite of its name); none if null.</param>
        public static torch.utils.data.Dataset KMNIST(string root, bool train, bool download = false, ITransform? target_transform = null) =>
            new DictionaryDataset(new MNIST(root, train, name: nameof(KMNIST)), target_transform is null ? null : target_transform.call);
    }
}
