using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>x - tanh(x). Python's <c>torch.nn.Tanhshrink</c>.</summary>
public sealed class Tanhshrink : ParameterLessModule<Tensor, Tensor>
{
    internal Tanhshrink(bool inplace)
        : base(nameof(Tanhshrink))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.tanhshrink(tensor, inplace);
}
