using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The negative binomial distribution: successes before a number of failures (torch.distributions.NegativeBinomial).</summary>
public class NegativeBinomial : Distribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("total_count", constraints.nonnegative),
        ("probs", constraints.half_open_interval(0.0, 1.0)),
        ("logits", constraints.real));

    /// <summary>Makes the distribution.</summary>
    /// <param name="total_count">How many failures end the trials; not negative.</param>
    /// <param name="p">Probabilities.</param>
    /// <param name="l">Logits, in place of probabilities.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public NegativeBinomial(Tensor total_count, Tensor? p = null, Tensor? l = null, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        (string name, Tensor value) = OneOf(p, l);
        Tensor[] both = Broadcast(total_count, value);
        this.total_count = Keep("total_count", both[0].to_type(value.dtype).alias());
        Tensor parameter = Keep(name, both[1]);
        _init(parameter.shape);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>How many failures end the trials.</summary>
    public Tensor total_count { get; }

    /// <summary>The probability of success.</summary>
    public Tensor probs => Lazily("probs", () => LogitsToProbs(logits, true));

    /// <summary>The log odds of success.</summary>
    public Tensor logits => Lazily("logits", () => ProbsToLogits(probs, true));

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.nonnegative_integer;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => total_count * logits.exp());

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => ((total_count - 1) * logits.exp()).floor().clamp(min: 0));

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => mean / (-logits).sigmoid());

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Discrete(sample_shape, shape =>
    {
        using var rates = new Gamma(total_count, (-logits).exp(), generator, false);
        return ops.aten.poisson(rates.sample(sample_shape), Source);
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
    {
        Tensor trials = (total_count * ops.aten.log_sigmoid(-logits)) + (x * ops.aten.log_sigmoid(logits));
        Tensor orders = (1 + x).lgamma() + total_count.lgamma() - (total_count + x).lgamma();
        return trials - orders.masked_fill(total_count + x == 0, 0);
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () =>
    {
        (Tensor? probabilities, Tensor? logOdds) = Given(batch_shape);
        return new NegativeBinomial(total_count.expand(batch_shape), probabilities, logOdds, generator, false);
    });
}
