using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Small coloured pictures in the binary files of CIFAR-10 and CIFAR-100: records of one or two labels and 3 x 32 x 32 bytes. An image is uint8
/// [3, 32, 32] before it is transformed.
/// </summary>
public abstract class CIFAR : utils.data.Dataset<(Tensor image, Tensor label)>
{
    private const int Side = 32;
    private const int ImageBytes = 3 * Side * Side;

    private readonly torchvision.ITransform? transform;
    private readonly torchvision.ITransform? targetTransform;

    private protected CIFAR(
        string root, string[] folders, string[] files, int labels, torchvision.ITransform? transform, torchvision.ITransform? target_transform)
    {
        (this.transform, targetTransform) = (transform, target_transform);
        using var scope = NewDisposeScope();
        var folder = Find(root, folders, files);
        var records = cat([.. files.Select(file => Read(Path.Combine(folder, file), labels))]);
        data = records.narrow(1, labels, ImageBytes).reshape(-1, 3, Side, Side).contiguous().DetachFromDisposeScope();
        AllLabels = records.narrow(1, 0, labels).to_type(ScalarType.Int64).DetachFromDisposeScope();
        targets = AllLabels.select(1, labels - 1).DetachFromDisposeScope();
    }

    /// <summary>All images, uint8 [N, 3, 32, 32].</summary>
    public Tensor data { get; }

    /// <summary>All labels, int64 [N].</summary>
    public Tensor targets { get; }

    /// <inheritdoc/>
    public override long Count => data.shape[0];

    /// <summary>A record's labels, coarse ones before fine ones: int64 [N, labels].</summary>
    private protected Tensor AllLabels { get; }

    /// <summary>A sample: the transformed image, and its label as a 0-dimensional int64 tensor. The caller owns both.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public override (Tensor image, Tensor label) GetTensor(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        using var scope = NewDisposeScope();
        var image = data.select(0, index);
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
            AllLabels.Dispose();
        }
        base.Dispose(disposing);
    }

    private static string Find(string root, string[] folders, string[] files)
    {
        string[] candidates = [root, .. folders.Select(folder => Path.Combine(root, folder))];
        return Array.Find(candidates, folder => File.Exists(Path.Combine(folder, files[0]))) ?? throw new FileNotFoundException(
            $"There is no {files[0]} in {string.Join(", ", candidates.Select(Path.GetFullPath))}: unpack the binary version of the data set there.",
            files[0]);
    }

    private static Tensor Read(string path, int labels)
    {
        var bytes = File.ReadAllBytes(path);
        var record = labels + ImageBytes;
        return bytes.Length > 0 && bytes.Length % record == 0
            ? torch.tensor(bytes).view(-1, record)
            : throw new InvalidDataException(
                $"{path} has {bytes.Length} bytes, which are no records of {labels} label(s) and {ImageBytes} bytes: it is cut short or damaged.");
    }
}
