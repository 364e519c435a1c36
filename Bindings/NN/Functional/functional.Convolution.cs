using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Affine map of the last dimension: input times the transposed weight, plus the bias.</summary>
            /// <param name="input">(..., in_features).</param>
            /// <param name="weights">(out_features, in_features).</param>
            /// <param name="bias">(out_features), or null.</param>
            /// <returns>(..., out_features).</returns>
            public static Tensor linear(Tensor input, Tensor weights, Tensor? bias = null) => aten.linear(input, weights, bias);

            /// <summary>Bilinear map of two inputs.</summary>
            /// <param name="input1">(..., in1_features).</param>
            /// <param name="input2">(..., in2_features).</param>
            /// <param name="weight">(out_features, in1_features, in2_features).</param>
            /// <param name="bias">(out_features), or null.</param>
            /// <returns>(..., out_features).</returns>
            public static Tensor bilinear(Tensor input1, Tensor input2, Tensor weight, Tensor? bias = null) =>
                aten.bilinear(input1, input2, weight, bias);

            /// <summary>Convolution over one dimension.</summary>
            /// <param name="input">(N, in, L) or (in, L).</param>
            /// <param name="weight">(out, in / groups, kernel).</param>
            /// <param name="bias">(out), or null.</param>
            /// <param name="stride">The step; default 1.</param>
            /// <param name="padding">Zeros added on both sides; default 0.</param>
            /// <param name="dilation">The distance between the kernel's points; default 1.</param>
            /// <param name="groups">The number of groups that the channels split into; default 1.</param>
            public static Tensor conv1d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long? stride = null,
                long? padding = null,
                long? dilation = null,
                long groups = 1) =>
                aten.conv1d(input, weight, bias, [stride ?? 1], [padding ?? 0], [dilation ?? 1], groups);

            /// <summary>Convolution over one dimension, padded by name.</summary>
            /// <inheritdoc cref="conv1d"/>
            public static Tensor conv1d_padding(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long? stride = null,
                Padding padding = Padding.Valid,
                long? dilation = null,
                long groups = 1) =>
                aten.conv1d_padding(input, weight, bias, [stride ?? 1], PaddingName(padding), [dilation ?? 1], groups);

            /// <summary>Convolution over two dimensions.</summary>
            /// <param name="input">(N, in, H, W) or (in, H, W).</param>
            /// <param name="weight">(out, in / groups, kernel height, kernel width).</param>
            /// <param name="bias">(out), or null.</param>
            /// <param name="strides">The steps; default 1.</param>
            /// <param name="padding">Zeros added on both sides of each dimension; default 0.</param>
            /// <param name="dilation">The distances between the kernel's points; default 1.</param>
            /// <param name="groups">The number of groups that the channels split into; default 1.</param>
            public static Tensor conv2d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? dilation = null,
                long groups = 1) =>
                aten.conv2d(input, weight, bias, strides ?? Ones, padding ?? Zeros, dilation ?? Ones, groups);

            /// <summary>Convolution over two dimensions, with the same step, padding and dilation in both.</summary>
            /// <inheritdoc cref="conv2d(Tensor, Tensor, Tensor, long[], long[], long[], long)"/>
            public static Tensor conv2d(
                Tensor input, Tensor weight, Tensor? bias, long stride, long padding = 0, long dilation = 1, long groups = 1) =>
                aten.conv2d(input, weight, bias, [stride], [padding], [dilation], groups);

            /// <summary>Convolution over two dimensions, padded by name.</summary>
            /// <inheritdoc cref="conv2d(Tensor, Tensor, Tensor, long[], long[], long[], long)"/>
            public static Tensor conv2d_padding(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                Padding padding = Padding.Valid,
                long[]? dilation = null,
                long groups = 1) =>
                aten.conv2d_padding(input, weight, bias, strides ?? Ones, PaddingName(padding), dilation ?? Ones, groups);

            /// <summary>Convolution over three dimensions.</summary>
            /// <param name="input">(N, in, D, H, W) or (in, D, H, W).</param>
            /// <param name="weight">(out, in / groups, kernel depth, height, width).</param>
            /// <param name="bias">(out), or null.</param>
            /// <param name="strides">The steps; default 1.</param>
            /// <param name="padding">Zeros added on both sides of each dimension; default 0.</param>
            /// <param name="dilation">The distances between the kernel's points; default 1.</param>
            /// <param name="groups">The number of groups that the channels split into; default 1.</param>
            public static Tensor conv3d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? dilation = null,
                long groups = 1) =>
                aten.conv3d(input, weight, bias, strides ?? Ones, padding ?? Zeros, dilation ?? Ones, groups);

            /// <summary>Convolution over three dimensions, padded by name.</summary>
            /// <inheritdoc cref="conv3d"/>
            public static Tensor conv3d_padding(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                Padding padding = Padding.Valid,
                long[]? dilation = null,
                long groups = 1) =>
                aten.conv3d_padding(input, weight, bias, strides ?? Ones, PaddingName(padding), dilation ?? Ones, groups);

            /// <summary>Transposed convolution over one dimension.</summary>
            /// <param name="input">(N, in, L) or (in, L).</param>
            /// <param name="weight">(in, out / groups, kernel).</param>
            /// <param name="bias">(out), or null.</param>
            /// <param name="stride">The step; default 1.</param>
            /// <param name="padding">How much of the result is cut off on both sides; default 0.</param>
            /// <param name="output_padding">How much the result grows on one side; default 0.</param>
            /// <param name="dilation">The distance between the kernel's points; default 1.</param>
            /// <param name="groups">The number of groups that the channels split into; default 1.</param>
            public static Tensor conv_transpose1d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long? stride = null,
                long? padding = null,
                long? output_padding = null,
                long? dilation = null,
                long groups = 1) =>
                aten.conv_transpose1d(input, weight, bias, [stride ?? 1], [padding ?? 0], [output_padding ?? 0], groups, [dilation ?? 1]);

            /// <summary>Transposed convolution over two dimensions.</summary>
            /// <param name="input">(N, in, H, W) or (in, H, W).</param>
            /// <param name="weight">(in, out / groups, kernel height, kernel width).</param>
            /// <param name="bias">(out), or null.</param>
            /// <param name="strides">The steps; default 1.</param>
            /// <param name="padding">How much of the result is cut off on both sides of each dimension; default 0.</param>
            /// <param name="output_padding">How much the result grows on one side of each dimension; default 0.</param>
            /// <param name="dilation">The distances between the kernel's points; default 1.</param>
            /// <param name="groups">The number of groups that the channels split into; default 1.</param>
            public static Tensor conv_transpose2d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? output_padding = null,
                long[]? dilation = null,
                long groups = 1) =>
                aten.conv_transpose2d_input(input, weight, bias, strides ?? Ones, padding ?? Zeros, output_padding ?? Zeros, groups,
                    dilation ?? Ones);

            /// <summary>Transposed convolution over three dimensions.</summary>
            /// <param name="input">(N, in, D, H, W) or (in, D, H, W).</param>
            /// <param name="weight">(in, out / groups, kernel depth, height, width).</param>
            /// <param name="bias">One value for each output channel, or none.</param>
            /// <param name="strides">The steps, one for each dimension; default 1.</param>
            /// <param name="padding">What is cut from the sides of the result, one for each dimension; default 0.</param>
            /// <param name="output_padding">How much the result grows on one side of each dimension; default 0.</param>
            /// <param name="dilation">The distances between the kernel's points; default 1.</param>
            /// <param name="groups">The number of groups that the channels split into; default 1.</param>
            public static Tensor conv_transpose3d(
                Tensor input,
                Tensor weight,
                Tensor? bias = null,
                long[]? strides = null,
                long[]? padding = null,
                long[]? output_padding = null,
                long[]? dilation = null,
                long groups = 1) =>
                aten.conv_transpose3d_input(input, weight, bias, strides ?? Ones, padding ?? Zeros, output_padding ?? Zeros, groups,
                    dilation ?? Ones);

            internal static string PaddingName(Padding padding) => padding == Padding.Same ? "same" : "valid";
        }
    }
}
