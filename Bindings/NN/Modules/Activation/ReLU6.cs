using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Clamps to [0, 6]. Python's <c>torch.nn.ReLU6</c>.</summary>
public sealed class ReLU6 : ParameterLessModule<Tensor, Tensor>
{
    internal ReLU6(bool inplace)
        : base(nameof(ReLU6))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.relu6(tensor, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => inplace ? "inplace=True" : "";
}
