using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>x times its <see cref="Hardsigmoid"/>. Python's <c>torch.nn.Hardswish</c>.</summary>
public sealed class Hardswish : ParameterLessModule<Tensor, Tensor>
{
    internal Hardswish(bool inplace)
        : base(nameof(Hardswish))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.hardswish(tensor, inplace);
}
