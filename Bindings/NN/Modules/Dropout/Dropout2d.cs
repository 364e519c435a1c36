using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>In training, drops whole channels: (N, C, H, W). Python's <c>torch.nn.Dropout2d</c>.</summary>
public sealed class Dropout2d : ParameterLessModule<Tensor, Tensor>
{
    internal Dropout2d(double p, bool inplace)
        : base(nameof(Dropout2d))
    {
        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>The probability that an entry is dropped.</summary>
    public double p { get; set; }

    /// <summary>Whether the input itself is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Drops in training, passes on in evaluation.</summary>
    public override Tensor forward(Tensor input) => functional.dropout2d(input, p, training, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => $"p={Repr.Float(p)}, inplace={Repr.Bool(inplace)}";
}
