using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Gives its input back, under a handle of its own. Python's <c>torch.nn.Identity</c>.</summary>
public sealed class Identity : ParameterLessModule<Tensor, Tensor>
{
    internal Identity()
        : base(nameof(Identity))
    {
    }

    /// <summary>The input.</summary>
    public override Tensor forward(Tensor tensor) => functional.Again(tensor);
}
