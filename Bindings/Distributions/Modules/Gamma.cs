using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The gamma distribution (torch.distributions.Gamma).</summary>
public class Gamma : ExponentialFamily
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("concentration", constraints.positive),
        ("rate", constraints.positive));

    /// <summary>Makes the distribution.</summary>
    /// <param name="concentration">The concentration; positive.</param>
    /// <param name="rate">The rate; positive.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Gamma(Tensor concentration, Tensor rate, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        Tensor[] both = Broadcast(concentration, rate);
        this.concentration = Keep("concentration", both[0]);
        this.rate = Keep("rate", both[1]);
        _init(both[0].shape);
    }

    /// <summary>Takes over tensors that a derived class made.</summary>
    private protected Gamma((Tensor Concentration, Tensor Rate) made, Generator? generator, bool? validate_args)
        : this(made.Concentration, made.Rate, generator, validate_args)
    {
        made.Concentration.Dispose();
        made.Rate.Dispose();
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The shape of the density.</summary>
    public Tensor concentration { get; }

    /// <summary>One over its scale.</summary>
    public Tensor rate { get; }

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.nonnegative;

    /// <inheritdoc/>
    public override Tensor mean => concentration / rate;

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => ((concentration - 1) / rate).clamp(min: 0));

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => concentration / rate.square());

    /// <inheritdoc/>
    protected internal override IList<Tensor> NaturalParams => [concentration - 1, -rate];

    /// <inheritdoc/>
    protected internal override Tensor MeanCarrierMeasure => zeros_like(rate);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Reparameterised(sample_shape, shape =>
    {
        Tensor drawn = ops.aten._standard_gamma(concentration.expand(shape), Source) / rate.expand(shape);

        // Rounding to 0 would lie outside of the support; the gradient is that of the number before.
        drawn.detach().clamp_(min: finfo(drawn.dtype).tiny);
        return drawn;
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
        (concentration * rate.log()) + ((concentration - 1) * x.log()) - (rate * x) - concentration.lgamma());

    /// <inheritdoc/>
    /// <remarks>No gradient flows to the concentration.</remarks>
    public override Tensor cdf(Tensor value) => Evaluate(value, x => ops.aten.special_gammainc(concentration, rate * x));

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() => concentration - rate.log() + concentration.lgamma() + ((1 - concentration) * concentration.digamma()));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new Gamma(concentration.expand(batch_shape), rate.expand(batch_shape), generator, false));

    /// <inheritdoc/>
    protected internal override Tensor LogNormalizer(params Tensor[] parameters) =>
        (parameters[0] + 1).lgamma() + ((parameters[0] + 1) * (-parameters[1].reciprocal()).log());
}
