using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The binomial distribution: successes among a number of trials (torch.distributions.Binomial).</summary>
public class Binomial : Distribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("total_count", constraints.nonnegative_integer),
        ("probs", constraints.unit_interval),
        ("logits", constraints.real));

    /// <summary>Makes the distribution.</summary>
    /// <param name="total_count">How many trials.</param>
    /// <param name="p">Probabilities.</param>
    /// <param name="l">Logits, in place of probabilities.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Binomial(Tensor total_count, Tensor? p = null, Tensor? l = null, Generator? generator = null, bool? validate_args = null)
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

    /// <summary>How many trials.</summary>
    public Tensor total_count { get; }

    /// <summary>The probability of success.</summary>
    public Tensor probs => Lazily("probs", () => LogitsToProbs(logits, true));

    /// <summary>The log odds of success.</summary>
    public Tensor logits => Lazily("logits", () => ProbsToLogits(probs, true));

    /// <inheritdoc/>
    public override bool has_enumerate_support => true;

    /// <inheritdoc/>
    public override constraints.Constraint support =>
        new constraints._IntegerInterval(new constraints.Bound(0, Whole: true), new constraints.Bound(0, total_count));

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => total_count * probs);

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => ((total_count + 1) * probs).floor().clamp(max: total_count));

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => total_count * probs * (1 - probs));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) =>
        Discrete(sample_shape, shape => ops.aten.binomial(total_count.expand(shape), probs.expand(shape), Source));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
    {
        Tensor normalizer = (total_count * ClampByZero(logits)) + (total_count * (-logits.abs()).exp().log1p()) - (total_count + 1).lgamma();
        return (x * logits) - (x + 1).lgamma() - (total_count - x + 1).lgamma() - normalizer;
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() =>
    {
        _ = TrialsOfAll("entropy");
        Tensor each = log_prob(enumerate_support(false));
        return -(each.exp() * each).sum(dim: 0);
    });

    /// <inheritdoc/>
    public override Tensor enumerate_support(bool expand = true) => Compute(() => Enumerated(TrialsOfAll("enumerate_support") + 1, probs, expand));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () =>
    {
        (Tensor? probabilities, Tensor? logOdds) = Given(batch_shape);
        return new Binomial(total_count.expand(batch_shape), probabilities, logOdds, generator, false);
    });

    private long TrialsOfAll(string method)
    {
        using DisposeScope scope = NewDisposeScope();
        double greatest = total_count.detach().max().to_type(ScalarType.Float64).item<double>();
        return greatest == total_count.detach().min().to_type(ScalarType.Float64).item<double>()
            ? (long)greatest
            : throw new NotSupportedException($"Inhomogeneous total count not supported by `{method}`.");
    }
}
