using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>
/// Leaky rectified linear unit whose slope is drawn from [lower, upper] in training and is their mean in evaluation. Python's <c>torch.nn.RReLU</c>.
/// </summary>
public sealed class RReLU : ParameterLessModule<Tensor, Tensor>
{
    internal RReLU(double lower, double upper, bool inplace)
        : base(nameof(RReLU))
    {
        this.lower = lower;
        this.upper = upper;
        this.inplace = inplace;
    }

    /// <summary>The smallest slope; default 1/8.</summary>
    public double lower { get; set; }

    /// <summary>The largest slope; default 1/3.</summary>
    public double upper { get; set; }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.rrelu(tensor, lower, upper, training, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => $"lower={Repr.Float(lower)}, upper={Repr.Float(upper)}{Repr.Inplace(inplace)}";
}
