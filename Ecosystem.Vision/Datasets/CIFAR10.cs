namespace TorchSharp.Modules;

/// <summary>Small pictures of ten kinds of things and animals. Python's <c>torchvision.datasets.CIFAR10</c>, from the binary files.</summary>
public sealed class CIFAR10 : CIFAR
{
    private static readonly string[] Training = [.. Enumerable.Range(1, 5).Select(number => $"data_batch_{number}.bin")];

    /// <param name="root">
    /// The folder of the files (<c>data_batch_1.bin</c> and so on); also tried are <c>cifar-10-batches-bin</c> and
    /// <c>CIFAR10/cifar-10-batches-bin</c> in it, where the archive and TorchSharp put them.
    /// </param>
    /// <param name="train">The training files, or else <c>test_batch.bin</c>.</param>
    /// <param name="transform">Applied to each image; none if null.</param>
    /// <param name="target_transform">Applied to each label (a 0-dimensional int64 tensor); none if null.</param>
    /// <exception cref="FileNotFoundException">The files are not there.</exception>
    /// <exception cref="InvalidDataException">A file is damaged.</exception>
    public CIFAR10(
        string root, bool train = true, torchvision.ITransform? transform = null, torchvision.ITransform? target_transform = null)
        : base(
            root, ["cifar-10-batches-bin", "CIFAR10/cifar-10-batches-bin"], train ? Training : ["test_batch.bin"], labels: 1, transform,
            target_transform)
    {
    }
}
