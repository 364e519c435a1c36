using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>x times its sigmoid, also called swish. Python's <c>torch.nn.SiLU</c>.</summary>
public sealed class SiLU : ParameterLessModule<Tensor, Tensor>
{
    internal SiLU(bool inplace)
        : base(nameof(SiLU))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.silu(tensor, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => inplace ? "inplace=True" : "";
}
