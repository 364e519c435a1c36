using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>x where it exceeds a threshold, a given value elsewhere. Python's <c>torch.nn.Threshold</c>.</summary>
public sealed class Threshold : ParameterLessModule<Tensor, Tensor>
{
    internal Threshold(double threshold, double value, bool inplace)
        : base(nameof(Threshold))
    {
        this.threshold = threshold;
        this.value = value;
        this.inplace = inplace;
    }

    /// <summary>The threshold.</summary>
    public double threshold { get; set; }

    /// <summary>What replaces the entries at or below it.</summary>
    public double value { get; set; }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.threshold(tensor, threshold, value, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => $"threshold={Repr.Number(threshold)}, value={Repr.Number(value)}{Repr.Inplace(inplace)}";
}
