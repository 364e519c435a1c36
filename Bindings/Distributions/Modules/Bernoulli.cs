using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The Bernoulli distribution: 1 with a probability, else 0 (torch.distributions.Bernoulli).</summary>
public class Bernoulli : ExponentialFamily
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("probs", constraints.unit_interval),
        ("logits", constraints.real));

    /// <summary>Makes the distribution.</summary>
    /// <param name="p">Probabilities.</param>
    /// <param name="l">Logits, in place of probabilities.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Bernoulli(Tensor? p = null, Tensor? l = null, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        (string name, Tensor value) = OneOf(p, l);
        Tensor parameter = Keep(name, Broadcast(value)[0]);
        _init(parameter.shape);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The probability of a 1.</summary>
    public Tensor probs => Lazily("probs", () => LogitsToProbs(logits, true));

    /// <summary>The log odds of a 1.</summary>
    public Tensor logits => Lazily("logits", () => ProbsToLogits(probs, true));

    /// <inheritdoc/>
    public override bool has_enumerate_support => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.boolean;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => probs);

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => (probs >= 0.5).to_type(probs.dtype).masked_fill(probs == 0.5, double.NaN));

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => probs * (1 - probs));

    /// <inheritdoc/>
    protected internal override IList<Tensor> NaturalParams => [ProbsToLogits(probs, true)];

    /// <inheritdoc/>
    protected internal override Tensor MeanCarrierMeasure => zeros_like(probs);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Discrete(sample_shape, shape => probs.expand(shape).bernoulli(Source));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
    {
        Tensor[] both = Broadcast(logits, x);
        return -ops.aten.binary_cross_entropy_with_logits(both[0], both[1], reduction: 0);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() => ops.aten.binary_cross_entropy_with_logits(logits, probs, reduction: 0));

    /// <inheritdoc/>
    public override Tensor enumerate_support(bool expand = true) => Compute(() => Enumerated(2, probs, expand));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () =>
    {
        (Tensor? probabilities, Tensor? logOdds) = Given(batch_shape);
        return new Bernoulli(probabilities, logOdds, generator, false);
    });

    /// <inheritdoc/>
    protected internal override Tensor LogNormalizer(params Tensor[] parameters) => parameters[0].exp().log1p();
}
