using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules;

/// <summary><see cref="AlphaDropout"/> of whole channels. Python's <c>torch.nn.FeatureAlphaDropout</c>.</summary>
public sealed class FeatureAlphaDropout : ParameterLessModule<Tensor, Tensor>
{
    internal FeatureAlphaDropout(double p, bool inplace)
        : base(nameof(FeatureAlphaDropout))
    {
        this.p = p;
        this.inplace = inplace;
    }

    /// <summary>The probability that an entry is dropped.</summary>
    public double p { get; set; }

    /// <summary>Whether the input itself is overwritten.</summary>
    public bool inplace { get; set; }

    /// <summary>Drops in training, passes on in evaluation.</summary>
    public override Tensor forward(Tensor input) => functional.feature_alpha_dropout(input, p, training, inplace);

    /// <inheritdoc/>
    protected override string extra_repr() => $"p={Repr.Float(p)}, inplace={Repr.Bool(inplace)}";
}
