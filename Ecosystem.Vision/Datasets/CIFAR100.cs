using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Small pictures of a hundred kinds in twenty groups. Python's <c>torchvision.datasets.CIFAR100</c>, from the binary files.</summary>
public sealed class CIFAR100 : CIFAR
{
    /// <param name="root">
    /// The folder of the files (<c>train.bin</c>, <c>test.bin</c>); also tried are <c>cifar-100-binary</c> and <c>CIFAR100/cifar-100-binary</c> in
    /// it, where the archive and TorchSharp put them.
    /// </param>
    /// <param name="train">The training file, or else that for testing.</param>
    /// <param name="transform">Applied to each image; none if null.</param>
    /// <param name="target_transform">Applied to each label (a 0-dimensional int64 tensor); none if null.</param>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public CIFAR100(
        string root, bool train = true, torchvision.ITransform? transform = null, torchvision.ITransform? target_transform = null)
        : base(root, ["cifar-100-binary", "CIFAR100/cifar-100-binary"], [train ? "train.bin" : "test.bin"], labels: 2, transform, target_transform)
    {
    }

    /// <summary>The group of a sample, as a 0-dimensional int64 tensor that the caller owns.</summary>
    /// <param name="index">The sample's.</param>
    public Tensor category(long index) => AllLabels[index, 0];
}
