using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Puts the entries of a max pooling back in their places, zeros elsewhere.</summary>
            /// <param name="input">(N, C, L) or (C, L).</param>
            /// <param name="indices">The places that the pooling gave.</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="stride">The step; default the window.</param>
            /// <param name="padding">What was added on both sides; default 0.</param>
            /// <param name="output_size">The size of the result; default the smallest that fits.</param>
            public static Tensor max_unpool1d(
                Tensor input, Tensor indices, long kernel_size, long? stride = null, long? padding = null, long[]? output_size = null)
            {
                var size = UnpooledSize(input, 1, [kernel_size], One(stride), One(padding), output_size);
                using var values = aten.unsqueeze(input, -1);
                using var places = aten.unsqueeze(indices, -1);
                using var unpooled = aten.max_unpool2d(values, places, [size[0], 1]);
                return aten.squeeze_dim(unpooled, -1);
            }

            /// <inheritdoc cref="max_unpool1d"/>
            /// <param name="input">(N, C, H, W) or (C, H, W).</param>
            /// <param name="indices">The places that the pooling gave.</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="stride">The step; default the window.</param>
            /// <param name="padding">What was added on both sides; default 0.</param>
            /// <param name="output_size">The size of the result; default the smallest that fits.</param>
            public static Tensor max_unpool2d(
                Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                aten.max_unpool2d(input, indices, UnpooledSize(input, 2, kernel_size, stride, padding, output_size));

            /// <inheritdoc cref="max_unpool1d"/>
            /// <param name="input">(N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="indices">The places that the pooling gave.</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="stride">The step; default the window.</param>
            /// <param name="padding">What was added on both sides; default 0.</param>
            /// <param name="output_size">The size of the result; default the smallest that fits.</param>
            public static Tensor max_unpool3d(
                Tensor input, Tensor indices, long[] kernel_size, long[]? stride = null, long[]? padding = null, long[]? output_size = null) =>
                aten.max_unpool3d(
                    input,
                    indices,
                    UnpooledSize(input, 3, kernel_size, stride, padding, output_size),
                    Spread(stride ?? kernel_size, 3),
                    Spread(padding ?? Zeros, 3));

            /// <summary>The size that was pooled: the one asked for if it is possible, else the smallest possible one.</summary>
            private static long[] UnpooledSize(Tensor input, int dimensions, long[] kernel_size, long[]? stride, long[]? padding, long[]? output_size)
            {
                var kernel = Spread(kernel_size, dimensions);
                var step = Spread(stride ?? kernel_size, dimensions);
                var pad = Spread(padding ?? Zeros, dimensions);
                var shape = ShapeOfAtLeast(input, dimensions + 1);
                var smallest = new long[dimensions];
                for (var d = 0; d < dimensions; d++)
                {
                    smallest[d] = ((shape[shape.Length - dimensions + d] - 1) * step[d]) + kernel[d] - (2 * pad[d]);
                }

                if (output_size is null)
                {
                    return smallest;
                }

                var wanted = output_size.Length == dimensions + 2 ? output_size[2..] : output_size;
                if (wanted.Length != dimensions)
                {
                    throw new ArgumentException($"output_size takes {dimensions} or {dimensions + 2} numbers, not {output_size.Length}.",
                        nameof(output_size));
                }

                for (var d = 0; d < dimensions; d++)
                {
                    if (Math.Abs(wanted[d] - smallest[d]) >= step[d])
                    {
                        throw new ArgumentException(
                            $"output_size {wanted[d]} is impossible in dimension {d}: "
                        + $"with these windows it lies between {smallest[d] - step[d] + 1} and {smallest[d] + step[d] - 1}.",
                            nameof(output_size));
                    }
                }

                return wanted;
            }

            private static long[] ShapeOfAtLeast(Tensor input, int dimensions)
            {
                var shape = input.shape;
                return shape.Length >= dimensions
                    ? shape
                    : throw new ArgumentException(
                        $"The input has {dimensions} or {dimensions + 1} dimensions here, and not the shape [{string.Join(", ", shape)}].", nameof(input));
            }

            /// <summary>One number for each dimension.</summary>
            internal static long[] Spread(long[] sizes, int dimensions)
            {
                if (sizes.Length == dimensions)
                {
                    return sizes;
                }

                if (sizes.Length != 1)
                {
                    throw new ArgumentException($"Expected 1 or {dimensions} numbers, not {sizes.Length}.", nameof(sizes));
                }

                var spread = new long[dimensions];
                Array.Fill(spread, sizes[0]);
                return spread;
            }

            /// <summary>Power means without their division: the norm of each window of one dimension.</summary>
            /// <param name="input">(N, C, L) or (C, L).</param>
            /// <param name="norm_type">The power; infinity is not a power: use max pooling.</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="stride">The step; default the window.</param>
            /// <param name="ceil_mode">Whether a last, partial window counts; default false.</param>
            public static Tensor lp_pool1d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false)
            {
                using var scope = NewDisposeScope();
                var powers = aten.pow_Tensor_Scalar(input, norm_type);
                var means = aten.avg_pool1d(powers, [kernel_size], One(stride), Zeros, ceil_mode);
                return Norm(means, norm_type, kernel_size).MoveToOuterDisposeScope();
            }

            /// <summary>Power means without their division: the norm of each window of two dimensions.</summary>
            /// <param name="input">(N, C, H, W) or (C, H, W).</param>
            /// <param name="norm_type">The power; infinity is not a power: use max pooling.</param>
            /// <param name="kernel_size">The window.</param>
            /// <param name="stride">The step; default the window.</param>
            /// <param name="ceil_mode">Whether a last, partial window counts; default false.</param>
            public static Tensor lp_pool2d(Tensor input, double norm_type, long[] kernel_size, long[]? stride = null, bool ceil_mode = false)
            {
                using var scope = NewDisposeScope();
                var powers = aten.pow_Tensor_Scalar(input, norm_type);
                var means = aten.avg_pool2d(powers, kernel_size, stride, Zeros, ceil_mode);
                var window = Spread(kernel_size, 2);
                return Norm(means, norm_type, window[0] * window[1]).MoveToOuterDisposeScope();
            }

            /// <inheritdoc cref="lp_pool2d(Tensor, double, long[], long[], bool)"/>
            public static Tensor lp_pool2d(Tensor input, double norm_type, long kernel_size, long? stride = null, bool ceil_mode = false) =>
                lp_pool2d(input, norm_type, [kernel_size], One(stride), ceil_mode);

            // Means back to sums, then the root; the sign and the rectifier keep odd powers of negative sums at zero, as Python does.
            private static Tensor Norm(Tensor means, double power, long window)
            {
                var signed = aten.mul_Tensor(aten.sign(means), aten.relu(aten.abs(means)));
                return aten.pow_Tensor_Scalar(aten.mul_Scalar(signed, window), 1.0 / power);
            }
        }
    }
}
