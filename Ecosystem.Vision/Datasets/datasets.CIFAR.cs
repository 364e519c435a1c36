using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class datasets
    {
        /// <summary>Ten kinds of things and animals, samples as in Python: image (uint8 [3, 32, 32] before its transform) and label.</summary>
        /// <param name="root">The folder of the binary files, or the one above <c>cifar-10-batches-bin</c>.</param>
        /// <param name="train">The training files, or else that for testing.</param>
        /// <param name="transform">Applied to each image; none if null.</param>
        /// <param name="target_transform">Applied to each label; none if null.</param>
        public static CIFAR10 CIFAR10(string root, bool train, ITransform? transform, ITransform? target_transform = null) =>
            new(root, train, transform, target_transform);

        /// <summary>Ten kinds of things and animals, samples as in TorchSharp: dictionaries of "data" (float32 [3, 32, 32]) and "label".</summary>
        /// <param name="root">The folder of the binary files, or the one above <c>CIFAR10/cifar-10-batches-bin</c>.</param>
        /// <param name="train">The training files, or else that for testing.</param>
        /// <param name="download">Has no effect where the files are there; where they are not, the exception says what to put where.</param>
        /// <param name="target_transform">Applied to each image (as in TorchSharp, in spite of its name); none if null.</param>
        public static torch.utils.data.Dataset CIFAR10(string root, bool train, bool download = false, ITransform? target_transform = null) =>
            new DictionaryDataset(new CIFAR10(root, train), target_transform is null ? null : target_transform.call);

        /// <inheritdoc cref="CIFAR10(string, bool, bool, ITransform)"/>
        public static torch.utils.data.Dataset CIFAR10(string root, bool train, bool download, Func<Tensor, Tensor> target_transform) =>
            new DictionaryDataset(new CIFAR10(root, train), target_transform);

        /// <summary>A hundred kinds of things, samples as in Python: image (uint8 [3, 32, 32] before its transform) and label.</summary>
        /// <param name="root">The folder of the binary files, or the one above <c>cifar-100-binary</c>.</param>
        /// <param name="train">The training file, or else that for testing.</param>
        /// <param name="transform">Applied to each image; none if null.</param>
        /// <param name="target_transform">Applied to each label; none if null.</param>
        public static CIFAR100 CIFAR100(string root, bool train, ITransform? transform, ITransform? target_transform = null) =>
            new(root, train, transform, target_transform);

        /// <summary>
        /// A hundred kinds of things, samples as in TorchSharp: dictionaries of "data" (float32 [3, 32, 32]), "label" and "categories", the group.
        /// </summary>
        /// <param name="root">The folder of the binary files, or the one above <c>CIFAR100/cifar-100-binary</c>.</param>
        /// <param name="train">The training file, or else that for testing.</param>
        /// <param name="download">Has no effect where the files are there; where they are not, the exception says what to put where.</param>
        /// <param name="target_transform">Applied to each image (as in TorchSharp, in spite of its name); none if null.</param>
        public static torch.utils.data.Dataset CIFAR100(string root, bool train, bool download = false, ITransform? target_transform = null) =>
            Grouped(new CIFAR100(root, train), target_transform is null ? null : target_transform.call);

        /// <inheritdoc cref="CIFAR100(string, bool, bool, ITransform)"/>
        public static torch.utils.data.Dataset CIFAR100(string root, bool train, bool download, Func<Tensor, Tensor> target_transform) =>
            Grouped(new CIFAR100(root, train), target_transform);

        private static DictionaryDataset Grouped(CIFAR100 source, Func<Tensor, Tensor>? transform) => new(source, transform, source.category);
    }
}
