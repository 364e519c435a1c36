using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The exponential distribution (torch.distributions.Exponential).</summary>
public class Exponential : ExponentialFamily
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("rate", constraints.positive));

    /// <summary>Makes the distribution.</summary>
    /// <param name="rate">The rate; positive.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Exponential(Tensor rate, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        this.rate = Keep("rate", Broadcast(rate)[0]);
        _init(rate.shape);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>How often per unit: one over the mean.</summary>
    public Tensor rate { get; }

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.nonnegative;

    /// <inheritdoc/>
    public override Tensor mean => rate.reciprocal();

    /// <inheritdoc/>
    public override Tensor mode => zeros_like(rate);

    /// <inheritdoc/>
    public override Tensor stddev => rate.reciprocal();

    /// <inheritdoc/>
    public override Tensor variance => rate.pow(-2);

    /// <inheritdoc/>
    protected internal override IList<Tensor> NaturalParams => [-rate];

    /// <inheritdoc/>
    protected internal override Tensor MeanCarrierMeasure => zeros_like(rate);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Reparameterised(sample_shape, shape => StandardExponential(shape, rate) / rate);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x => rate.log() - (rate * x));

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Evaluate(value, x => 1 - (-rate * x).exp());

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Compute(() => -(-value).log1p() / rate);

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() => 1 - rate.log());

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new Exponential(rate.expand(batch_shape), generator, false));

    /// <inheritdoc/>
    protected internal override Tensor LogNormalizer(params Tensor[] parameters) => -(-parameters[0]).log();
}
