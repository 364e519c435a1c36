using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Resizes a batch of images (or of lines, or of volumes). Python's <c>interpolate</c>.</summary>
            /// <param name="x">(N, C, L), (N, C, H, W) or (N, C, D, H, W).</param>
            /// <param name="size">The size of the result: one number for all dimensions, or one for each. Either it or the factor is given.</param>
            /// <param name="scale_factor">By how much the sizes grow: one number for all dimensions, or one for each.</param>
            /// <param name="mode">How entries are filled in; default the nearest one.</param>
            /// <param name="align_corners">Whether the corners' centres stay where they are; for the linear and cubic modes. Default false.</param>
            /// <param name="recompute_scale_factor">Whether the factor is taken anew from the sizes after rounding; default false.</param>
            /// <param name="antialias">Whether a smaller result is smoothed, as Pillow does; for bilinear and bicubic. Default false.</param>
            /// <exception cref="ArgumentException">Neither size nor factor is given, or both; or the mode does not fit the dimensions.</exception>
            public static Tensor interpolate(
                Tensor x,
                long[]? size = null,
                double[]? scale_factor = null,
                InterpolationMode mode = InterpolationMode.Nearest,
                bool? align_corners = null,
                bool recompute_scale_factor = false,
                bool antialias = false)
            {
                var dimensions = (int)x.dim() - 2;
                if (dimensions is < 1 or > 3)
                {
                    throw new ArgumentException(
                        $"interpolate takes an input of 3, 4 or 5 dimensions, and not of the shape [{string.Join(", ", x.shape)}].", nameof(x));
                }

                if (size is null == scale_factor is null)
                {
                    throw new ArgumentException("interpolate takes either size or scale_factor.", nameof(size));
                }

                if (align_corners is not null && mode is (InterpolationMode.Nearest or InterpolationMode.NearestExact or InterpolationMode.Area))
                {
                    throw new ArgumentException($"align_corners goes with the linear and cubic modes, not with {mode}.", nameof(align_corners));
                }

                if (antialias && !(dimensions == 2 && mode is (InterpolationMode.Bilinear or InterpolationMode.Bicubic)))
                {
                    throw new ArgumentException("antialias goes with bilinear and bicubic interpolation of four-dimensional inputs.",
                        nameof(antialias));
                }

                if (recompute_scale_factor && size is not null)
                {
                    throw new ArgumentException("There is no scale_factor to recompute where size is given.", nameof(recompute_scale_factor));
                }

                var sizes = size is null ? null : Spread(size, dimensions);
                var factors = scale_factor is null ? null : SpreadFactors(scale_factor, dimensions);
                if (factors is not null && (recompute_scale_factor || mode == InterpolationMode.Area))
                {
                    sizes = ScaledSize(x, factors);
                    factors = null;
                }

                var corners = align_corners ?? false;
                return (dimensions, mode) switch
                {
                    (1, InterpolationMode.Nearest) => aten.upsample_nearest1d_vec(x, sizes, factors),
                    (2, InterpolationMode.Nearest) => aten.upsample_nearest2d_vec(x, sizes, factors),
                    (3, InterpolationMode.Nearest) => aten.upsample_nearest3d_vec(x, sizes, factors),
                    (1, InterpolationMode.NearestExact) => aten._upsample_nearest_exact1d_vec(x, sizes, factors),
                    (2, InterpolationMode.NearestExact) => aten._upsample_nearest_exact2d_vec(x, sizes, factors),
                    (3, InterpolationMode.NearestExact) => aten._upsample_nearest_exact3d_vec(x, sizes, factors),
                    (1, InterpolationMode.Area) => adaptive_avg_pool1d(x, sizes![0]),
                    (2, InterpolationMode.Area) => adaptive_avg_pool2d(x, sizes!),
                    (3, InterpolationMode.Area) => adaptive_avg_pool3d(x, sizes!),
                    (1, InterpolationMode.Linear) => aten.upsample_linear1d_vec(x, sizes, corners, factors),
                    (2, InterpolationMode.Bilinear) when antialias => aten._upsample_bilinear2d_aa_vec(x, sizes, corners, factors),
                    (2, InterpolationMode.Bilinear) => aten.upsample_bilinear2d_vec(x, sizes, corners, factors),
                    (2, InterpolationMode.Bicubic) when antialias => aten._upsample_bicubic2d_aa_vec(x, sizes, corners, factors),
                    (2, InterpolationMode.Bicubic) => aten.upsample_bicubic2d_vec(x, sizes, corners, factors),
                    (3, InterpolationMode.Trilinear) => aten.upsample_trilinear3d_vec(x, sizes, corners, factors),
                    _ => throw new ArgumentException($"{mode} interpolation does not take an input of {x.dim()} dimensions.", nameof(mode)),
                };
            }

            /// <summary>As <see cref="interpolate"/>, under its older name and with its older choice of modes.</summary>
            /// <param name="input">(N, C, L), (N, C, H, W) or (N, C, D, H, W).</param>
            /// <param name="size">The size of the result. Either it or the factor is given.</param>
            /// <param name="scale_factor">By how much the sizes grow.</param>
            /// <param name="mode">How entries are filled in; default the nearest one.</param>
            /// <param name="align_corners">Whether the corners' centres stay where they are; for the linear and cubic modes. Default false.</param>
            public static Tensor upsample(
                Tensor input,
                long[]? size = null,
                double[]? scale_factor = null,
                UpsampleMode mode = UpsampleMode.Nearest,
                bool align_corners = false) =>
                interpolate(input, size, scale_factor, Interpolation(mode), mode == UpsampleMode.Nearest ? null : align_corners);

            /// <summary>Bilinear resizing.</summary>
            /// <inheritdoc cref="interpolate"/>
            public static Tensor upsample_bilinear(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Bilinear, align_corners);

            /// <summary>Resizing by the nearest entry.</summary>
            /// <param name="x">(N, C, L), (N, C, H, W) or (N, C, D, H, W).</param>
            /// <param name="size">The size of the result. Either it or the factor is given.</param>
            /// <param name="scale_factor">By how much the sizes grow.</param>
            /// <param name="align_corners">Has no meaning here and must be false.</param>
            public static Tensor upsample_nearest(Tensor x, long[]? size = null, double[]? scale_factor = null, bool align_corners = false) =>
                interpolate(x, size, scale_factor, InterpolationMode.Nearest, align_corners ? true : null);

            /// <summary>Resizes lines by the nearest entry.</summary>
            /// <param name="input">(N, C, L).</param>
            /// <param name="outputSize">The length of the result; or null.</param>
            /// <param name="scaleFactor">By how much the length grows; or null.</param>
            public static Tensor upsample_nearest1d(Tensor input, long? outputSize, double? scaleFactor) =>
                aten.upsample_nearest1d_vec(input, One(outputSize), scaleFactor is { } factor ? [factor] : null);

            /// <summary>The gradient of <see cref="upsample_nearest1d"/> with respect to its input.</summary>
            /// <param name="grad_output">The gradient with respect to the result.</param>
            /// <param name="outputSize">The length of the result; or null.</param>
            /// <param name="inputSize">The length of the input.</param>
            /// <param name="scaleFactor">By how much the length grew; or null.</param>
            public static Tensor upsample_nearest1d_backward(Tensor grad_output, long? outputSize, long inputSize, double? scaleFactor) =>
                aten.upsample_nearest1d_backward(
                    grad_output, [outputSize ?? grad_output.size(-1)], [grad_output.size(0), grad_output.size(1), inputSize], scaleFactor);

            /// <summary>Resizes images by the nearest entry.</summary>
            /// <param name="input">(N, C, H, W).</param>
            /// <param name="outputSizes">The sizes of the result; or null.</param>
            /// <param name="scaleFactors">By how much the sizes grow; or null.</param>
            public static Tensor upsample_nearest2d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                aten.upsample_nearest2d_vec(input, outputSizes, scaleFactors);

            /// <summary>The gradient of <see cref="upsample_nearest2d"/> with respect to its input.</summary>
            /// <param name="grad_output">The gradient with respect to the result.</param>
            /// <param name="inputSizes">The whole shape of the input.</param>
            /// <param name="outputSizes">The spatial sizes of the result; default those of the gradient.</param>
            /// <param name="scaleFactors">By how much the sizes grew; or null.</param>
            public static Tensor upsample_nearest2d_backward(
                Tensor grad_output, long[] inputSizes, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                aten.upsample_nearest2d_backward(
                    grad_output, outputSizes ?? ShapeOfAtLeast(grad_output, 3)[2..], inputSizes, Factor(scaleFactors, 0, 2), Factor(scaleFactors, 1, 2));

            /// <summary>Resizes volumes by the nearest entry.</summary>
            /// <param name="input">(N, C, D, H, W).</param>
            /// <param name="outputSizes">The sizes of the result; or null.</param>
            /// <param name="scaleFactors">By how much the sizes grow; or null.</param>
            public static Tensor upsample_nearest3d(Tensor input, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                aten.upsample_nearest3d_vec(input, outputSizes, scaleFactors);

            /// <summary>The gradient of <see cref="upsample_nearest3d"/> with respect to its input.</summary>
            /// <param name="grad_output">The gradient with respect to the result.</param>
            /// <param name="inputSizes">The whole shape of the input.</param>
            /// <param name="outputSizes">The spatial sizes of the result; default those of the gradient.</param>
            /// <param name="scaleFactors">By how much the sizes grew; or null.</param>
            public static Tensor upsample_nearest3d_backward(
                Tensor grad_output, long[] inputSizes, long[]? outputSizes = null, double[]? scaleFactors = null) =>
                aten.upsample_nearest3d_backward(
                    grad_output, outputSizes ?? ShapeOfAtLeast(grad_output, 4)[2..], inputSizes, Factor(scaleFactors, 0, 3), Factor(scaleFactors, 1, 3),
                    Factor(scaleFactors, 2, 3));

            internal static InterpolationMode Interpolation(UpsampleMode mode) => mode switch
            {
                UpsampleMode.Nearest => InterpolationMode.Nearest,
                UpsampleMode.Linear => InterpolationMode.Linear,
                UpsampleMode.Bilinear => InterpolationMode.Bilinear,
                UpsampleMode.Bicubic => InterpolationMode.Bicubic,
                UpsampleMode.Trilinear => InterpolationMode.Trilinear,
                _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "There is no such mode."),
            };

            private static double? Factor(double[]? factors, int place, int dimensions) => factors is null ? null : SpreadFactors(factors, dimensions)[place];

            private static double[] SpreadFactors(double[] factors, int dimensions)
            {
                if (factors.Length != 1 && factors.Length != dimensions)
                {
                    throw new ArgumentException($"Expected 1 or {dimensions} scale factors, not {factors.Length}.", nameof(factors));
                }

                return factors.Length == dimensions ? factors : [.. Enumerable.Repeat(factors[0], dimensions)];
            }

            private static long[] ScaledSize(Tensor x, double[] factors)
            {
                var shape = x.shape;
                return [.. factors.Select((factor, d) => (long)Math.Floor(shape[d + 2] * factor))];
            }
        }
    }
}
