using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The means of as many windows as the result has entries: (N, C, L) or (C, L). Python's <c>torch.nn.AdaptiveAvgPool1d</c>.</summary>
public sealed class AdaptiveAvgPool1d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveAvgPool1d(long output_size)
        : base(nameof(AdaptiveAvgPool1d))
    {
        this.output_size = output_size;
    }

    /// <summary>The size of the result.</summary>
    public long output_size { get; set; }

    /// <summary>Pools.</summary>
    public override Tensor forward(Tensor input) => functional.adaptive_avg_pool1d(input, output_size);

    /// <inheritdoc/>
    protected override string extra_repr() => $"output_size={output_size}";
}
