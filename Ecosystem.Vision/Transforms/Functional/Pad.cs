using TorchSharp.Transforms;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchvision
{
    public static partial class transforms
    {
        public static partial class functional
        {
            /// <summary>Adds a border to an image; a negative width cuts instead.</summary>
            /// <param name="input">The image, [..., H, W].</param>
            /// <param name="padding">One width for all sides; or left/right and top/bottom; or left, top, right, bottom.</param>
            /// <param name="fill">The value of a constant border.</param>
            /// <param name="padding_mode">
            /// Constant, or: Replicate repeats the edge (Python's "edge"), Reflect mirrors without the edge, Circular wraps around.
            /// </param>
            /// <exception cref="ArgumentException">Not 1, 2 or 4 widths, or a reflection wider than the image.</exception>
            public static Tensor pad(
                Tensor input, ReadOnlySpan<long> padding, double fill = 0, PaddingModes padding_mode = PaddingModes.Constant)
            {
                var border = Border.From(padding);
                return padding_mode is PaddingModes.Constant or PaddingModes.Zeros
                    ? border.Constant(input, padding_mode is PaddingModes.Zeros ? 0 : fill)
                    : border.Gathered(input, padding_mode switch
                    {
                        PaddingModes.Replicate => Border.Edge,
                        PaddingModes.Reflect => Border.Reflect,
                        PaddingModes.Circular => Border.Wrap,
                        _ => throw new ArgumentException($"{padding_mode} is not a padding mode for images."),
                    });
            }

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, double, PaddingModes)"/>
            public static Tensor pad(Tensor input, long[] padding, double fill = 0, PaddingModes padding_mode = PaddingModes.Constant) =>
                pad(input, padding.AsSpan(), fill, padding_mode);

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, double, PaddingModes)"/>
            public static Tensor pad(Tensor input, long padding, double fill = 0, PaddingModes padding_mode = PaddingModes.Constant) =>
                pad(input, [padding], fill, padding_mode);

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, double, PaddingModes)"/>
            public static Tensor pad(Tensor input, (long, long) padding, double fill = 0, PaddingModes padding_mode = PaddingModes.Constant) =>
                pad(input, [padding.Item1, padding.Item2], fill, padding_mode);

            /// <inheritdoc cref="pad(Tensor, ReadOnlySpan{long}, double, PaddingModes)"/>
            public static Tensor pad(
                Tensor input, (long, long, long, long) padding, double fill = 0, PaddingModes padding_mode = PaddingModes.Constant) =>
                pad(input, [padding.Item1, padding.Item2, padding.Item3, padding.Item4], fill, padding_mode);

            /// <summary>Adds a border to an image, the mode named as in Python.</summary>
            /// <param name="input">The image, [..., H, W].</param>
            /// <param name="padding">One width for all sides; or left/right and top/bottom; or left, top, right, bottom.</param>
            /// <param name="padding_mode">"constant", "edge", "reflect" (without the edge) or "symmetric" (with it).</param>
            /// <param name="fill">The value of a constant border.</param>
            public static Tensor pad(Tensor input, ReadOnlySpan<long> padding, string padding_mode, double fill = 0)
            {
                var border = Border.From(padding);
                return padding_mode switch
                {
                    "constant" => border.Constant(input, fill),
                    "edge" => border.Gathered(input, Border.Edge),
                    "reflect" => border.Gathered(input, Border.Reflect),
                    "symmetric" => border.Gathered(input, Border.Symmetric),
                    _ => throw new ArgumentException($"Padding mode \"{padding_mode}\" is unknown: use constant, edge, reflect or symmetric."),
                };
            }
        }
    }
}
