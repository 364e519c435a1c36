namespace TorchSharp;

/// <summary>The strings that operators know the modes by that are enums here.</summary>
internal static class ModeNames
{
    internal static string Of(torch.RoundingMode mode) => mode switch
    {
        torch.RoundingMode.trunc => "trunc",
        torch.RoundingMode.floor => "floor",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "rounding_mode is one of None, trunc and floor"),
    };

    internal static string Of(FFTNormType norm) => norm switch
    {
        FFTNormType.Backward => "backward",
        FFTNormType.Forward => "forward",
        FFTNormType.Ortho => "ortho",
        _ => throw new ArgumentOutOfRangeException(nameof(norm), norm, "norm is one of Backward, Forward and Ortho"),
    };

    internal static string Of(PaddingModes mode) => mode switch
    {
        PaddingModes.Zeros or PaddingModes.Constant => "constant",
        PaddingModes.Reflect => "reflect",
        PaddingModes.Replicate => "replicate",
        PaddingModes.Circular => "circular",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "the mode is one of Zeros, Constant, Reflect, Replicate and Circular"),
    };

    internal static string Of(torch.linalg.QRMode mode) => mode switch
    {
        torch.linalg.QRMode.Reduced => "reduced",
        torch.linalg.QRMode.Complete => "complete",
        torch.linalg.QRMode.R => "r",
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "mode is one of Reduced, Complete and R"),
    };

    internal static string Of(Reduce reduce) => reduce switch
    {
        Reduce.prod => "prod",
        Reduce.mean => "mean",
        Reduce.amax => "amax",
        Reduce.amin => "amin",
        _ => throw new ArgumentOutOfRangeException(nameof(reduce), reduce, "reduce is one of prod, mean, amax and amin"),
    };
}
