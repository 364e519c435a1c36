using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The normal, or Gaussian, distribution (torch.distributions.Normal).</summary>
public class Normal : ExponentialFamily
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("loc", constraints.real),
        ("scale", constraints.positive));

    /// <summary>Makes the distribution.</summary>
    /// <param name="loc">Where it lies.</param>
    /// <param name="scale">How wide it is; positive.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Normal(Tensor loc, Tensor scale, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        Tensor[] both = Broadcast(loc, scale);
        this.loc = Keep("loc", both[0]);
        this.scale = Keep("scale", both[1]);
        _init(both[0].shape);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The mean.</summary>
    public Tensor loc { get; }

    /// <summary>The standard deviation.</summary>
    public Tensor scale { get; }

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.real;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => loc);

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => loc);

    /// <inheritdoc/>
    public override Tensor stddev => Compute(() => scale);

    /// <inheritdoc/>
    public override Tensor variance => scale.square();

    /// <inheritdoc/>
    protected internal override IList<Tensor> NaturalParams => [loc / scale.square(), -0.5 / scale.square()];

    /// <inheritdoc/>
    protected internal override Tensor MeanCarrierMeasure => zeros_like(loc);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) =>
        Reparameterised(sample_shape, shape => loc + (StandardNormal(shape, loc) * scale));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
        -((x - loc).square() / (2 * scale.square())) - scale.log() - (0.5 * Math.Log(2 * Math.PI)));

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Evaluate(value, x => 0.5 * (1 + ((x - loc) / (scale * Math.Sqrt(2))).erf()));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Compute(() => loc + (scale * ((2 * value) - 1).erfinv() * Math.Sqrt(2)));

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() => 0.5 + (0.5 * Math.Log(2 * Math.PI)) + scale.log());

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new Normal(loc.expand(batch_shape), scale.expand(batch_shape), generator, false));

    /// <inheritdoc/>
    protected internal override Tensor LogNormalizer(params Tensor[] parameters) =>
        (-0.25 * parameters[0].square() / parameters[1]) + (0.5 * (-Math.PI / parameters[1]).log());
}
