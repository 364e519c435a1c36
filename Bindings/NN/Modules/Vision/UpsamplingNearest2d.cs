using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Resizes (N, C, H, W), nearest. Python's <c>torch.nn.UpsamplingNearest2d</c>.</summary>
public sealed class UpsamplingNearest2d : Upsample
{
    internal UpsamplingNearest2d(long[]? size, double[]? scale_factor)
        : base(size, scale_factor, UpsampleMode.Nearest, null, null)
    {
    }
}
