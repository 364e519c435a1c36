using static TorchSharp.torch;

namespace TorchSharp.Transforms;

/// <summary>What the element type of an image says about its values: floating point means [0, 1], whole numbers mean [0, largest].</summary>
internal static class ImageType
{
    /// <summary>Whether the type holds floating-point numbers.</summary>
    public static bool IsFloat(ScalarType type) =>
        type is ScalarType.Float32 or ScalarType.Float64 or ScalarType.Float16 or ScalarType.BFloat16;

    /// <summary>The value that stands for full brightness.</summary>
    public static double Full(ScalarType type) => type switch
    {
        ScalarType.Byte => byte.MaxValue,
        ScalarType.Int8 => sbyte.MaxValue,
        ScalarType.Int16 => short.MaxValue,
        ScalarType.Int32 => int.MaxValue,
        ScalarType.Int64 => long.MaxValue,
        _ when IsFloat(type) => 1.0,
        _ => throw new ArgumentException($"An image of element type {type} is not supported: use uint8 or a floating-point type."),
    };

    /// <summary>
    /// Runs <paramref name="kernel"/> on the image as floating-point [N, C, H, W] and brings the result back to the image's
    /// rank and element type; whole numbers are rounded, half to even.
    /// </summary>
    public static Tensor Through(Tensor image, Func<Tensor, Tensor> kernel)
    {
        using var scope = NewDisposeScope();
        var type = image.dtype;
        var shape = image.shape;
        var working = type is ScalarType.Float32 or ScalarType.Float64 ? image : image.to_type(ScalarType.Float32);
        if (shape.Length != 4)
        {
            working = shape.Length == 2
                ? working.reshape(1, 1, shape[0], shape[1])
                : working.reshape(-1, shape[^3], shape[^2], shape[^1]);
        }
        var result = kernel(working);
        result = Restore(result, type);
        if (shape.Length != 4)
        {
            var (height, width) = (result.shape[^2], result.shape[^1]);
            long[] restored = [.. shape[..^2], height, width];
            result = result.reshape(restored);
        }
        return ReferenceEquals(result, image) ? image.alias().MoveToOuterDisposeScope() : result.MoveToOuterDisposeScope();
    }

    /// <summary>Brings a floating-point result back to an image's element type; whole numbers are rounded, half to even.</summary>
    public static Tensor Restore(Tensor result, ScalarType type)
    {
        if (result.dtype == type)
        {
            return result;
        }
        if (IsFloat(type))
        {
            return result.to_type(type);
        }
        using var rounded = result.round();
        return rounded.to_type(type);
    }
}
