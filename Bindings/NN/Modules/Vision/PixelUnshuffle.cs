using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Turns pixels into channels: (N, C, H r, W r) becomes (N, C r r, H, W). Python's <c>torch.nn.PixelUnshuffle</c>.</summary>
public sealed class PixelUnshuffle : ParameterLessModule<Tensor, Tensor>
{
    internal PixelUnshuffle(long downscale_factor)
        : base(nameof(PixelUnshuffle))
    {
        this.downscale_factor = downscale_factor;
    }

    /// <summary>r.</summary>
    public long downscale_factor { get; set; }

    /// <summary>Applies the function.</summary>
    public override Tensor forward(Tensor input) => functional.pixel_unshuffle(input, downscale_factor);

    /// <inheritdoc/>
    protected override string extra_repr() => $"downscale_factor={downscale_factor}";
}
