using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Scaled exponential linear unit, which keeps mean and variance through deep stacks. Python's <c>torch.nn.SELU</c>.</summary>
public sealed class SELU : ParameterLessModule<Tensor, Tensor>
{
    internal SELU(bool inplace)
        : base(nameof(SELU))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.selu(tensor, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => inplace ? "inplace=True" : "";
}
