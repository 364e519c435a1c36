using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>exp(x) over its sum along a dimension: a distribution. Python's <c>torch.nn.Softmax</c>.</summary>
public sealed class Softmax : ParameterLessModule<Tensor, Tensor>
{
    internal Softmax(long dim)
        : base(nameof(Softmax))
    {
        this.dim = dim;
    }

    /// <summary>The dimension whose entries share one distribution.</summary>
    public long dim { get; set; }

    /// <summary>Applies the function.</summary>
    public override Tensor forward(Tensor tensor) => functional.softmax(tensor, dim);

    /// <inheritdoc/>
    protected override string extra_repr() => $"dim={dim}";
}
