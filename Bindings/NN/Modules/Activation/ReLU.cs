using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Rectified linear unit: max(0, x). Python's <c>torch.nn.ReLU</c>.</summary>
public sealed class ReLU : ParameterLessModule<Tensor, Tensor>
{
    internal ReLU(bool inplace)
        : base(nameof(ReLU))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.relu(tensor, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => inplace ? "inplace=True" : "";
}
