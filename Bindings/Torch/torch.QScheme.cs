namespace TorchSharp;

public static partial class torch
{
    /// <summary>How a quantized tensor's whole numbers stand for its values (torch.qscheme).</summary>
    public enum QScheme
    {
        /// <summary>One scale and one zero point for all.</summary>
        per_tensor_affine = 0,

        /// <summary>A scale and a zero point for each channel.</summary>
        per_channel_affine = 1,

        /// <summary>One scale for all; zero is zero.</summary>
        per_tensor_symmetric = 2,

        /// <summary>A scale for each channel; zero is zero.</summary>
        per_channel_symmetric = 3,

        /// <summary>A scale and a zero point for each channel, which need not be a whole number.</summary>
        per_channel_affine_float_qparams = 4,
    }

    /// <inheritdoc cref="QScheme.per_tensor_affine"/>
    public static QScheme per_tensor_affine => QScheme.per_tensor_affine;

    /// <inheritdoc cref="QScheme.per_channel_affine"/>
    public static QScheme per_channel_affine => QScheme.per_channel_affine;

    /// <inheritdoc cref="QScheme.per_tensor_symmetric"/>
    public static QScheme per_tensor_symmetric => QScheme.per_tensor_symmetric;

    /// <inheritdoc cref="QScheme.per_channel_symmetric"/>
    public static QScheme per_channel_symmetric => QScheme.per_channel_symmetric;

    /// <inheritdoc cref="QScheme.per_channel_affine_float_qparams"/>
    public static QScheme per_channel_affine_float_qparams => QScheme.per_channel_affine_float_qparams;
}
