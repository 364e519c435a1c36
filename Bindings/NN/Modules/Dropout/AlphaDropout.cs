using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Dropout that keeps mean and variance behind <see cref="SELU"/>. Python's <c>torch.nn.AlphaDropout</c>.</summary>
public sealed class AlphaDropout : ParameterLessModule<Tensor, Tensor>
{
    internal AlphaDropout(double p, bool inplace)
        : base(nameof(AlphaDropout))
    {
        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>The probability that an entry is dropped.</summary>
    public double p { get; set; }

    /// <summary>Whether the input itself is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Drops in training, passes on in evaluation.</summary>
    public override Tensor forward(Tensor tensor) => functional.alpha_dropout(tensor, p, training, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => $"p={Repr.Float(p)}, inplace={Repr.Bool(inplace)}";
}
