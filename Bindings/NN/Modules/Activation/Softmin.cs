using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Softmax of -x along a dimension. Python's <c>torch.nn.Softmin</c>.</summary>
public sealed class Softmin : ParameterLessModule<Tensor, Tensor>
{
    internal Softmin(long dim)
        : base(nameof(Softmin))
    {
        this.dim = dim;
    }

    /// <summary>The dimension whose entries share one distribution.</summary>
    public long dim { get; set; }

    /// <summary>Applies the function.</summary>
    public override Tensor forward(Tensor tensor) => functional.softmin(tensor, dim);

    /// <inheritdoc/>
    protected override string extra_repr() => $"dim={dim}";
}
