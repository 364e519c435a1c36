using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// The largest entries of as many windows as the result has entries: (N, C, D, H, W) or (C, D, H, W). Python's <c>torch.nn.AdaptiveMaxPool3d</c>.
/// </summary>
public sealed class AdaptiveMaxPool3d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveMaxPool3d(long[] output_size)
        : base(nameof(AdaptiveMaxPool3d))
    {
        this.output_size = output_size;
    }

    /// <summary>The size of the result.</summary>
    public long[] output_size { get; set; }

    /// <summary>Pools.</summary>
    public override Tensor forward(Tensor input) => functional.adaptive_max_pool3d(input, output_size);

    /// <summary>As <see cref="forward"/>, with the places of the largest entries.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) => functional.adaptive_max_pool3d_with_indices(input, output_size);

    /// <inheritdoc/>
    protected override string extra_repr() => $"output_size={Repr.Size(output_size)}";
}
