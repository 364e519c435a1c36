using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>In training, sets entries to zero at random and scales the others by 1 / (1 - p). Python's <c>torch.nn.Dropout</c>.</summary>
public sealed class Dropout : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout(double p, bool inplace)
        : base(nameof(Dropout))
    {
        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>The probability that an entry is dropped.</summary>
    public double p { get; set; }

    /// <summary>Whether the input itself is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Drops in training, passes on in evaluation.</summary>
    public override Tensor forward(Tensor tensor) => functional.dropout(tensor, p, training, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => $"p={Repr.Float(p)}, inplace={Repr.Bool(inplace)}";
}
