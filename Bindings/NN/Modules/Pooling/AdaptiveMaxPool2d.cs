using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// The largest entries of as many windows as the result has entries: (N, C, H, W) or (C, H, W). Python's <c>torch.nn.AdaptiveMaxPool2d</c>.
/// </summary>
public sealed class AdaptiveMaxPool2d : ParameterLessModule<Tensor, Tensor>
{
    internal AdaptiveMaxPool2d(long[] output_size)
        : base(nameof(AdaptiveMaxPool2d))
    {
        this.output_size = output_size;
    }

    /// <summary>The size of the result.</summary>
    public long[] output_size { get; set; }

    /// <summary>Pools.</summary>
    public override Tensor forward(Tensor input) => functional.adaptive_max_pool2d(input, output_size);

    /// <summary>As <see cref="forward"/>, with the places of the largest entries.</summary>
    public (Tensor Values, Tensor Indices) forward_with_indices(Tensor input) => functional.adaptive_max_pool2d_with_indices(input, output_size);

    /// <inheritdoc/>
    protected override string extra_repr() => $"output_size={Repr.Size(output_size)}";
}
