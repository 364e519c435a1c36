using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>1 / (1 + exp(-x)). Python's <c>torch.nn.Sigmoid</c>.</summary>
public sealed class Sigmoid : ParameterLessModule<Tensor, Tensor>
{
    internal Sigmoid(bool inplace)
        : base(nameof(Sigmoid))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.sigmoid(tensor, inplace);
}
