using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Means over as many windows as the result has entries.</summary>
            /// <param name="input">(N, C, L) or (C, L).</param>
            /// <param name="output_size">The size of the result.</param>
            public static Tensor adaptive_avg_pool1d(Tensor input, long output_size) => aten.adaptive_avg_pool1d(input, [output_size]);

            /// <summary>The largest entries of as many windows as the result has entries.</summary>
            /// <param name="input">(N, C, L) or (C, L).</param>
            /// <param name="output_size">The size of the result.</param>
            public static Tensor adaptive_max_pool1d(Tensor input, long output_size) => First(adaptive_max_pool1d_with_indices(input, output_size));

            /// <summary>As <see cref="adaptive_max_pool1d"/>, with the places of the largest entries.</summary>
            /// <inheritdoc cref="adaptive_max_pool1d"/>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool1d_with_indices(Tensor input, long output_size) =>
                aten.adaptive_max_pool1d(input, [output_size]);

            /// <summary>Means over as many windows as the result has entries.</summary>
            /// <param name="input">(N, C, H, W) or (C, H, W).</param>
            /// <param name="output_size">The size of the result: one number for all dimensions, or one for each.</param>
            public static Tensor adaptive_avg_pool2d(Tensor input, long[] output_size) => aten.adaptive_avg_pool2d(input, Spread(output_size, 2));

            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, (long, long) output_size) => adaptive_avg_pool2d(input, Pair(output_size));

            /// <inheritdoc cref="adaptive_avg_pool2d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool2d(Tensor input, long output_size) => adaptive_avg_pool2d(input, [output_size]);

            /// <summary>The largest entries of as many windows as the result has entries.</summary>
            /// <param name="input">(N, C, H, W) or (C, H, W).</param>
            /// <param name="output_size">The size of the result: one number for all dimensions, or one for each.</param>
            public static Tensor adaptive_max_pool2d(Tensor input, long[] output_size) => First(adaptive_max_pool2d_with_indices(input, output_size));

            /// <summary>As <see cref="adaptive_max_pool2d"/>, with the places of the largest entries.</summary>
            /// <inheritdoc cref="adaptive_max_pool2d"/>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool2d_with_indices(Tensor input, long[] output_size) =>
                aten.adaptive_max_pool2d(input, Spread(output_size, 2));

            /// <summary>Means over as many windows as the result has entries.</summary>
            /// <param name="input">(N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="output_size">The size of the result: one number for all dimensions, or one for each.</param>
            public static Tensor adaptive_avg_pool3d(Tensor input, long[] output_size) => aten.adaptive_avg_pool3d(input, Spread(output_size, 3));

            /// <inheritdoc cref="adaptive_avg_pool3d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool3d(Tensor input, (long, long, long) output_size) => adaptive_avg_pool3d(input, Triple(output_size));

            /// <inheritdoc cref="adaptive_avg_pool3d(Tensor, long[])"/>
            public static Tensor adaptive_avg_pool3d(Tensor input, long output_size) => adaptive_avg_pool3d(input, [output_size]);

            /// <summary>The largest entries of as many windows as the result has entries.</summary>
            /// <param name="input">(N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="output_size">The size of the result: one number for all dimensions, or one for each.</param>
            public static Tensor adaptive_max_pool3d(Tensor input, long[] output_size) => First(adaptive_max_pool3d_with_indices(input, output_size));

            /// <summary>As <see cref="adaptive_max_pool3d"/>, with the places of the largest entries.</summary>
            /// <inheritdoc cref="adaptive_max_pool3d"/>
            public static (Tensor Values, Tensor Indices) adaptive_max_pool3d_with_indices(Tensor input, long[] output_size) =>
                aten.adaptive_max_pool3d(input, Spread(output_size, 3));

            /// <summary>The gradient of <c>adaptive_avg_pool3d</c> with respect to its input.</summary>
            /// <param name="gradInput">Receives the gradient.</param>
            /// <param name="gradOutput">The gradient with respect to the result.</param>
            /// <param name="originalInput">The input of the forward call.</param>
            public static Tensor adaptive_avg_pool3d_backward(Tensor gradInput, Tensor gradOutput, Tensor originalInput) =>
                Again(aten.adaptive_avg_pool3d_backward_grad_input(gradOutput, originalInput, gradInput));

            private static Tensor First((Tensor Values, Tensor Indices) pooled)
            {
                pooled.Indices.Dispose();
                return pooled.Values;
            }
        }
    }
}
