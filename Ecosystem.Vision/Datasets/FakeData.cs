using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Random pictures of random classes, the same each time for the same index. Python's <c>torchvision.datasets.FakeData</c>.
/// </summary>
public sealed class FakeData : utils.data.Dataset<(Tensor image, Tensor label)>
{
    private readonly long size;
    private readonly long[] imageSize;
    private readonly int classes;
    private readonly torchvision.ITransform? transform;
    private readonly Func<long, long>? targetTransform;
    private readonly long offset;

    /// <param name="size">Number of samples.</param>
    /// <param name="image_size">Channels, height and width; 3, 224, 224 if null.</param>
    /// <param name="num_classes">Number of classes.</param>
    /// <param name="transform">Applied to each image (uint8); none if null.</param>
    /// <param name="target_transform">Applied to each class number; none if null.</param>
    /// <param name="random_offset">Added to the index to seed a sample.</param>
    public FakeData(
        long size = 1000, (int channels, int height, int width)? image_size = null, int num_classes = 10, torchvision.ITransform? transform = null,
        Func<long, long>? target_transform = null, long random_offset = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentOutOfRangeException.ThrowIfLessThan(num_classes, 1);
        var (channels, height, width) = image_size ?? (3, 224, 224);
        (this.size, imageSize, classes) = (size, [channels, height, width], num_classes);
        (this.transform, targetTransform, offset) = (transform, target_transform, random_offset);
    }

    /// <inheritdoc/>
    public override long Count => size;

    /// <summary>Makes a sample: the transformed image, and its class as a 0-dimensional int64 tensor. The caller owns both.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public override (Tensor image, Tensor label) GetTensor(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        using var scope = NewDisposeScope();
        using var generator = new Generator((ulong)(index + offset));
        // Normal numbers as bytes: what is out of range wraps, which makes noise of all values.
        var noise = torch.ops.aten.randn_generator(imageSize, generator);
        var image = torch.ops.aten.bitwise_and_Scalar(noise.mul_(255).to_type(ScalarType.Int32), 255).to_type(ScalarType.Byte);
        var label = torch.ops.aten.randint_generator(classes, [], generator, dtype: ScalarType.Int64);
        if (targetTransform is not null)
        {
            label = torch.tensor(targetTransform(label.item<long>()));
        }
        var result = transform is null ? image : transform.call(image);
        return (result.MoveToOuterDisposeScope(), label.MoveToOuterDisposeScope());
    }
}
