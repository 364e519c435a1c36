using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// Continuously differentiable exponential linear unit: max(0, x) + min(0, alpha (exp(x / alpha) - 1)). Python's <c>torch.nn.CELU</c>.
/// </summary>
public sealed class CELU : ParameterLessModule<Tensor, Tensor>
{
    internal CELU(double alpha, bool inplace)
        : base(nameof(CELU))
    {
        this.alpha = alpha;
        this.inplace = inplace;
    }

    /// <summary>The scale of the negative part; default 1.</summary>
    public double alpha { get; set; }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.celu(tensor, alpha, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => $"alpha={Repr.Float(alpha)}{Repr.Inplace(inplace)}";
}
