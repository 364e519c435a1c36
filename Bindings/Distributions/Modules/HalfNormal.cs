using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>The distribution of |x| for x normal around 0 (torch.distributions.HalfNormal).</summary>
public class HalfNormal : TransformedDistribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("scale", constraints.positive));

    /// <summary>Makes the distribution.</summary>
    /// <param name="scale">How wide it is; positive.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public HalfNormal(Tensor scale, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        _init(new Normal(Zeros(scale), scale, generator, Validates), [new AbsTransform()]);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>How wide it is.</summary>
    public Tensor scale => Whole.scale;

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.nonnegative;

    /// <inheritdoc/>
    public override Tensor mode => zeros_like(scale);

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => scale * Math.Sqrt(2 / Math.PI));

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => scale.square() * (1 - (2 / Math.PI)));

    private Normal Whole => (Normal)base_distribution;

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
        (Whole.log_prob(x) + Math.Log(2)).masked_fill(~(x >= 0), double.NegativeInfinity));

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Evaluate(value, x => (2 * Whole.cdf(x)) - 1);

    /// <summary>The value below which draws fall with a probability: the inverse of <see cref="cdf"/>.</summary>
    /// <param name="prob">Probabilities; TorchSharp's name for them.</param>
    public override Tensor icdf(Tensor prob) => Compute(() => Whole.icdf((prob + 1) / 2));

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() => Whole.entropy() - Math.Log(2));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new HalfNormal(scale.expand(batch_shape), generator, false));

    private static Tensor Zeros(Tensor scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return zeros_like(scale).detach();
    }
}
