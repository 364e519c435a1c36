using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Small grey pictures of ten classes in the files of the MNIST family (MNIST, FashionMNIST, KMNIST). Python's
/// <c>torchvision.datasets.MNIST</c>: an image is uint8 [1, 28, 28] before it is transformed.
/// </summary>
public sealed class MNIST : utils.data.Dataset<(Tensor image, Tensor label)>
{
    private readonly torchvision.ITransform? transform;
    private readonly torchvision.ITransform? targetTransform;

    /// <param name="root">
    /// The folder of the files (<c>train-images-idx3-ubyte</c> and so on, plain or with .gz); also tried are <c>raw</c> and
    /// <c>{name}/raw</c> in it, where Python keeps them, and <c>mnist/test_data</c>, where TorchSharp does.
    /// </param>
    /// <param name="train">The training files, or else those for testing (<c>t10k-...</c>).</param>
    /// <param name="transform">Applied to each image; none if null.</param>
    /// <param name="target_transform">Applied to each label (a 0-dimensional int64 tensor); none if null.</param>
    /// <param name="name">The data set's folder name: MNIST, FashionMNIST or KMNIST.</param>
    /// <exception cref="FileNotFoundException">The files are not there.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, or images and labels differ in number.</exception>
    public MNIST(
        string root, bool train = true, torchvision.ITransform? transform = null, torchvision.ITransform? target_transform = null,
        string name = nameof(MNIST))
    {
        (this.transform, targetTransform) = (transform, target_transform);
        var prefix = train ? "train" : "t10k";
        var imagesPath = Find(root, name, prefix + "-images-idx3-ubyte");
        var labelsPath = Find(root, name, prefix + "-labels-idx1-ubyte");
        data = IdxFile.Read(imagesPath, 3).DetachFromDisposeScope();
        using var labels = IdxFile.Read(labelsPath, 1);
        targets = labels.to_type(ScalarType.Int64).DetachFromDisposeScope();
        if (data.shape[0] != targets.shape[0])
        {
            var counts = $"{data.shape[0]} images in {imagesPath} and {targets.shape[0]} labels in {labelsPath}";
            Dispose();
            throw new InvalidDataException($"Images and labels differ in number: {counts}.");
        }
    }

    /// <summary>All images, uint8 [N, 28, 28].</summary>
    public Tensor data { get; }

    /// <summary>All labels, int64 [N].</summary>
    public Tensor targets { get; }

    /// <inheritdoc/>
    public override long Count => data.shape[0];

    /// <summary>A sample: the transformed image, and its label as a 0-dimensional int64 tensor. The caller owns both.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public override (Tensor image, Tensor label) GetTensor(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        using var scope = NewDisposeScope();
        var image = data.narrow(0, index, 1);
        var label = targets.select(0, index);
        image = transform is null ? image : transform.call(image);
        label = targetTransform is null ? label : targetTransform.call(label);
        return (image.MoveToOuterDisposeScope(), label.MoveToOuterDisposeScope());
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            data.Dispose();
            targets.Dispose();
        }
        base.Dispose(disposing);
    }

    private static string TorchSharpFolder(string name) => name == "FashionMNIST" ? "fashion-mnist" : name.ToLowerInvariant();

    private static string Find(string root, string name, string file)
    {
        string[] folders =
        [
            root, Path.Combine(root, "raw"), Path.Combine(root, name, "raw"), Path.Combine(root, TorchSharpFolder(name), "test_data"),
        ];
        foreach (var folder in folders)
        {
            foreach (var candidate in (string[])[file, file + ".gz"])
            {
                var path = Path.Combine(folder, candidate);
                if (File.Exists(path))
                {
                    return path;
                }
            }
        }
        throw new FileNotFoundException(
            $"There is no {file} or {file}.gz in {string.Join(", ", folders.Select(Path.GetFullPath))}: download {name}'s four files and put them there.",
            file);
    }
}
