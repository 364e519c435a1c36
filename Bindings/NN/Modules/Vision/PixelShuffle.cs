using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Turns channels into pixels: (N, C r r, H, W) becomes (N, C, H r, W r). Python's <c>torch.nn.PixelShuffle</c>.</summary>
public sealed class PixelShuffle : ParameterLessModule<Tensor, Tensor>
{
    internal PixelShuffle(long upscale_factor)
        : base(nameof(PixelShuffle))
    {
        this.upscale_factor = upscale_factor;
    }

    /// <summary>r.</summary>
    public long upscale_factor { get; set; }

    /// <summary>Applies the function.</summary>
    public override Tensor forward(Tensor input) => functional.pixel_shuffle(input, upscale_factor);

    /// <inheritdoc/>
    protected override string extra_repr() => $"upscale_factor={upscale_factor}";
}
