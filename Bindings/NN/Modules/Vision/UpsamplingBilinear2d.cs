using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Resizes (N, C, H, W), bilinear with the corners' centres kept. Python's <c>torch.nn.UpsamplingBilinear2d</c>.</summary>
public sealed class UpsamplingBilinear2d : Upsample
{
    internal UpsamplingBilinear2d(long[]? size, double[]? scale_factor)
        : base(size, scale_factor, UpsampleMode.Bilinear, true, null)
    {
    }
}
