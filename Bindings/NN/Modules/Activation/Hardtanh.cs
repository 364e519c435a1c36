using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary>Clamps to [min_val, max_val]. Python's <c>torch.nn.Hardtanh</c>.</summary>
public sealed class Hardtanh : ParameterLessModule<Tensor, Tensor>
{
    internal Hardtanh(double min_val, double max_val, bool inplace)
        : base(nameof(Hardtanh))
    {
        if (!(max_val > min_val))
        {
            throw new ArgumentException($"The upper bound, {max_val}, has to be above the lower one, {min_val}.", nameof(max_val));
        }

        this.min_val = min_val;
        this.max_val = max_val;
        this.inplace = inplace;
    }

    /// <summary>The lower bound; default -1.</summary>
    public double min_val { get; set; }

    /// <summary>The upper bound; default 1.</summary>
    public double max_val { get; set; }

    /// <summary>Whether the input itself is overwritten; default false.</summary>
    public bool inplace { get; set; }

    /// <summary>Applies the function to every entry.</summary>
    public override Tensor forward(Tensor tensor) => functional.hardtanh(tensor, min_val, max_val, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => $"min_val={Repr.Float(min_val)}, max_val={Repr.Float(max_val)}{Repr.Inplace(inplace)}";
}
