using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Exponential linear unit: x where positive, alpha (exp(x) - 1) elsewhere. Python's <c>torch.nn.ELU</c>.</summary>
public sealed class ELU : ParameterLessModule<Tensor, Tensor>
{
    internal ELU(double alpha, bool inplace)
        : base(nameof(ELU))
    {
        this.alpha = alpha;
        this.inplace = inplace;
    }

    /// <summary>The scale of the negative part; default 1.</summary>
    public double alpha { get; set; }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.elu(tensor, alpha, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => $"alpha={Repr.Float(alpha)}{Repr.Inplace(inplace)}";
}
