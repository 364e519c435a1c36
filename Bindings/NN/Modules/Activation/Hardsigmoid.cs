using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>The sigmoid in three straight pieces: clamp(x / 6 + 1/2, 0, 1). Python's <c>torch.nn.Hardsigmoid</c>.</summary>
public sealed class Hardsigmoid : ParameterLessModule<Tensor, Tensor>
{
    internal Hardsigmoid(bool inplace)
        : base(nameof(Hardsigmoid))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.hardsigmoid(tensor, inplace);
}
