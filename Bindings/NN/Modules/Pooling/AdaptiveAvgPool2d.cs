using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The means of as many windows as the result has entries: (N, C, H, W) or (C, H, W). Python's <c>torch.nn.AdaptiveAvgPool2d</c>.</summary>
public sealed class AdaptiveAvgPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool2d(long[] output_size)
        : base(nameof(AdaptiveAvgPool2d))
    {
        this.output_size = output_size;
    }

    /// <summary>The size of the result.</summary>
    public long[] output_size { get; set; }

    /// <summary>Pools.</summary>
    public override Tensor forward(Tensor input) => functional.adaptive_avg_pool2d(input, output_size);

    /// <inheritdoc/>
    protected override string extra_repr() => $"output_size={Repr.Size(output_size)}";
}
