using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The Poisson distribution of counts (torch.distributions.Poisson).</summary>
public class Poisson : ExponentialFamily
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("rate", constraints.nonnegative));

    /// <summary>Makes the distribution.</summary>
    /// <param name="rate">The mean count; not negative.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Poisson(Tensor rate, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        this.rate = Keep("rate", Broadcast(rate)[0]);
        _init(rate.shape);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The mean count.</summary>
    public Tensor rate { get; }

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.nonnegative_integer;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => rate);

    /// <inheritdoc/>
    public override Tensor mode => rate.floor();

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => rate);

    /// <inheritdoc/>
    protected internal override IList<Tensor> NaturalParams => [rate.log()];

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Discrete(sample_shape, shape => ops.aten.poisson(rate.expand(shape), Source));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x => x.xlogy(rate) - rate - (x + 1).lgamma());

    /// <inheritdoc/>
    /// <remarks>Python has none; no gradient flows to the value.</remarks>
    public override Tensor cdf(Tensor value) => Evaluate(value, x => ops.aten.special_gammaincc(x.floor() + 1, rate));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new Poisson(rate.expand(batch_shape), generator, false));

    /// <inheritdoc/>
    protected internal override Tensor LogNormalizer(params Tensor[] parameters) => parameters[0].exp();
}
