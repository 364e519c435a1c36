using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Gaussian error linear unit: x times the normal distribution function of x. Python's <c>torch.nn.GELU</c>.</summary>
public sealed class GELU : ParameterLessModule<Tensor, Tensor>
{
    internal GELU(Approximate approximate, bool inplace)
        : base(nameof(GELU))
    {
        this.approximate = approximate;
        this.inplace = inplace;
    }

    /// <summary>How the distribution function is computed.</summary>
    public enum Approximate
    {
        /// <summary>Exactly; the default.</summary>
        none,

        /// <summary>By the usual formula with a hyperbolic tangent.</summary>
        tanh,
    }

    /// <summary>How the distribution function is computed.</summary>
    public Approximate approximate { get; set; }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.gelu(tensor, approximate, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => $"approximate='{approximate}'";
}
