using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>In training, drops whole channels: (N, C, L) or (C, L). Python's <c>torch.nn.Dropout1d</c>.</summary>
public sealed class Dropout1d : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout1d(double p, bool inplace)
        : base(nameof(Dropout1d))
    {
        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>The probability that an entry is dropped.</summary>
    public double p { get; set; }

    /// <summary>Whether the input itself is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Drops in training, passes on in evaluation.</summary>
    public override Tensor forward(Tensor tensor) => functional.dropout1d(tensor, p, training, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => $"p={Repr.Float(p)}, inplace={Repr.Bool(inplace)}";
}
