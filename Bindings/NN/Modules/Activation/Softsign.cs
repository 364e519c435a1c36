using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>x / (1 + |x|). Python's <c>torch.nn.Softsign</c>.</summary>
public sealed class Softsign : ParameterLessModule<Tensor, Tensor>
{
    internal Softsign(bool inplace)
        : base(nameof(Softsign))
    {
        this.inplace = inplace;
    }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.softsign(tensor, inplace);
}
