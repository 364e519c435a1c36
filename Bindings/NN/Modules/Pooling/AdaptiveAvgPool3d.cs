using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// The means of as many windows as the result has entries: (N, C, D, H, W) or (C, D, H, W). Python's <c>torch.nn.AdaptiveAvgPool3d</c>.
/// </summary>
public sealed class AdaptiveAvgPool3d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool3d(long[] output_size)
        : base(nameof(AdaptiveAvgPool3d))
    {
        this.output_size = output_size;
    }

    /// <summary>The size of the result.</summary>
    public long[] output_size { get; set; }

    /// <summary>Pools.</summary>
    public override Tensor forward(Tensor input) => functional.adaptive_avg_pool3d(input, output_size);

    /// <inheritdoc/>
    protected override string extra_repr() => $"output_size={Repr.Size(output_size)}";
}
