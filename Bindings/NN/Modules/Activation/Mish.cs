using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>x tanh(softplus(x)). Python's <c>torch.nn.Mish</c>.</summary>
public sealed class Mish : ParameterLessModule<Tensor, Tensor>
{
    internal Mish(bool inplace)
        : base(nameof(Mish))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.mish(tensor, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => inplace ? "inplace=True" : "";
}
