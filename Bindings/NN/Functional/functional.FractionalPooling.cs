using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Max pooling over windows of random placement, with the places of the largest entries.</summary>
            /// <param name="input">(N, C, H, W) or (C, H, W).</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="output_size">The size of the result; either it or the ratio is given.</param>
            /// <param name="output_ratio">The size of the result as a fraction of the input's, between 0 and 1.</param>
            /// <exception cref="ArgumentException">Neither size nor ratio is given, or both.</exception>
            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(
                Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null)
            {
                var size = FractionalSize(input, 2, output_size, output_ratio);
                var unbatched = input.dim() == 3;
                using var samples = aten.rand(
                    [unbatched ? 1 : input.size(0), input.size(unbatched ? 0 : 1), 2], input.dtype, null, input.device);
                return aten.fractional_max_pool2d(input, Spread(kernel_size, 2), size, samples);
            }

            /// <inheritdoc cref="fractional_max_pool2d_with_indices(Tensor, long[], long[], double[])"/>
            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(
                Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool2d_with_indices(input, [kernel_size], One(output_size), output_ratio is { } ratio ? [ratio] : null);

            /// <inheritdoc cref="fractional_max_pool2d_with_indices(Tensor, long[], long[], double[])"/>
            public static (Tensor Values, Tensor Indices) fractional_max_pool2d_with_indices(
                Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                fractional_max_pool2d_with_indices(input, Pair(kernel_size), Pair(output_size), output_ratio is { } r ? [r.Item1, r.Item2] : null);

            /// <summary>Max pooling over windows of random placement.</summary>
            /// <inheritdoc cref="fractional_max_pool2d_with_indices(Tensor, long[], long[], double[])"/>
            public static Tensor fractional_max_pool2d(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                First(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            /// <summary>Max pooling over windows of random placement.</summary>
            /// <inheritdoc cref="fractional_max_pool2d_with_indices(Tensor, long[], long[], double[])"/>
            public static Tensor fractional_max_pool2d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                First(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            /// <summary>Max pooling over windows of random placement.</summary>
            /// <inheritdoc cref="fractional_max_pool2d_with_indices(Tensor, long[], long[], double[])"/>
            public static Tensor fractional_max_pool2d(
                Tensor input, (long, long) kernel_size, (long, long)? output_size = null, (double, double)? output_ratio = null) =>
                First(fractional_max_pool2d_with_indices(input, kernel_size, output_size, output_ratio));

            /// <summary>Max pooling over windows of random placement, with the places of the largest entries.</summary>
            /// <param name="input">(N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="output_size">The size of the result; either it or the ratio is given.</param>
            /// <param name="output_ratio">The size of the result as a fraction of the input's, between 0 and 1.</param>
            /// <exception cref="ArgumentException">Neither size nor ratio is given, or both.</exception>
            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(
                Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null)
            {
                var size = FractionalSize(input, 3, output_size, output_ratio);
                var unbatched = input.dim() == 4;
                using var samples = aten.rand(
                    [unbatched ? 1 : input.size(0), input.size(unbatched ? 0 : 1), 3], input.dtype, null, input.device);
                return aten.fractional_max_pool3d(input, Spread(kernel_size, 3), size, samples);
            }

            /// <inheritdoc cref="fractional_max_pool3d_with_indices(Tensor, long[], long[], double[])"/>
            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(
                Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                fractional_max_pool3d_with_indices(input, [kernel_size], One(output_size), output_ratio is { } ratio ? [ratio] : null);

            /// <inheritdoc cref="fractional_max_pool3d_with_indices(Tensor, long[], long[], double[])"/>
            public static (Tensor Values, Tensor Indices) fractional_max_pool3d_with_indices(
                Tensor input,
                (long, long, long) kernel_size,
                (long, long, long)? output_size = null,
                (double, double, double)? output_ratio = null) =>
                fractional_max_pool3d_with_indices(input, Triple(kernel_size), Triple(output_size), output_ratio is { } r
                    ? [r.Item1, r.Item2, r.Item3] : null);

            /// <summary>Max pooling over windows of random placement.</summary>
            /// <inheritdoc cref="fractional_max_pool3d_with_indices(Tensor, long[], long[], double[])"/>
            public static Tensor fractional_max_pool3d(Tensor input, long[] kernel_size, long[]? output_size = null, double[]? output_ratio = null) =>
                First(fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio));

            /// <summary>Max pooling over windows of random placement.</summary>
            /// <inheritdoc cref="fractional_max_pool3d_with_indices(Tensor, long[], long[], double[])"/>
            public static Tensor fractional_max_pool3d(Tensor input, long kernel_size, long? output_size = null, double? output_ratio = null) =>
                First(fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio));

            /// <summary>Max pooling over windows of random placement.</summary>
            /// <inheritdoc cref="fractional_max_pool3d_with_indices(Tensor, long[], long[], double[])"/>
            public static Tensor fractional_max_pool3d(
                Tensor input,
                (long, long, long) kernel_size,
                (long, long, long)? output_size = null,
                (double, double, double)? output_ratio = null) =>
                First(fractional_max_pool3d_with_indices(input, kernel_size, output_size, output_ratio));

            private static long[] FractionalSize(Tensor input, int dimensions, long[]? output_size, double[]? output_ratio)
            {
                if (output_size is null == output_ratio is null)
                {
                    throw new ArgumentException("Fractional max pooling takes either output_size or output_ratio.", nameof(output_size));
                }

                if (output_size is not null)
                {
                    return Spread(output_size, dimensions);
                }

                if (output_ratio!.Length != 1 && output_ratio.Length != dimensions)
                {
                    throw new ArgumentException($"output_ratio takes 1 or {dimensions} numbers, not {output_ratio.Length}.", nameof(output_ratio));
                }

                var shape = ShapeOfAtLeast(input, dimensions + 1);
                var size = new long[dimensions];
                for (var d = 0; d < dimensions; d++)
                {
                    var ratio = output_ratio[output_ratio.Length == 1 ? 0 : d];
                    if (ratio is <= 0 or >= 1)
                    {
                        throw new ArgumentException($"output_ratio lies between 0 and 1, not at {ratio}.", nameof(output_ratio));
                    }

                    size[d] = (long)(shape[shape.Length - dimensions + d] * ratio);
                }

                return size;
            }
        }
    }
}
