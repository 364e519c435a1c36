using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The multinomial distribution: how often each category comes up in a number of draws (torch.distributions.Multinomial).</summary>
public class Multinomial : Distribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("probs", constraints.simplex),
        ("logits", constraints.real_vector));

    /// <summary>Makes the distribution.</summary>
    /// <param name="total_count">How many draws.</param>
    /// <param name="probs">Probabilities along the last dimension, which are divided by their sum.</param>
    /// <param name="logits">Unnormalised log probabilities, in place of them.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Multinomial(int total_count, Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total_count);
        this.total_count = total_count;
        categorical = Hold(new Categorical(probs, logits, generator, Validates));
        _init(categorical.batch_shape, categorical.param_shape[^1..]);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>How many draws.</summary>
    public int total_count { get; }

    /// <summary>Probabilities along the last dimension; they add up to 1.</summary>
    public Tensor probs => categorical.probs;

    /// <summary>Log probabilities along the last dimension.</summary>
    public Tensor logits => categorical.logits;

    /// <summary>The shape of the parameters.</summary>
    public long[] param_shape => categorical.param_shape;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.multinomial(total_count);

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => probs * total_count);

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => total_count * probs * (1 - probs));

    private Categorical categorical { get; }

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Discrete(sample_shape, shape =>
    {
        Tensor draws = categorical.sample([total_count, .. sample_shape]).movedim([0], [-1]);
        Tensor counts = zeros(shape, dtype: ScalarType.Int64, device: draws.device);
        return counts.scatter_add(-1, draws, ones_like(draws)).to_type(probs.dtype);
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
    {
        Tensor[] both = Broadcast(logits, x);
        Tensor possible = both[0].masked_fill((both[1] == 0) & (both[0] == double.NegativeInfinity), 0);
        return (both[1].sum(-1) + 1).lgamma() - (both[1] + 1).lgamma().sum(-1) + (possible * both[1]).sum(-1);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() =>
    {
        // The counts' logarithms of factorials have binomial means, one category at a time.
        using var trials = tensor((double)total_count).to_type(probs.dtype);
        using var each = new Binomial(trials, probs, null, generator, false);
        Tensor counts = each.enumerate_support(false).narrow(0, 1, total_count);
        Tensor means = (each.log_prob(counts).exp() * (counts + 1).lgamma()).sum([0, -1]);
        return (total_count * categorical.entropy()) - (trials + 1).lgamma() + means;
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () =>
    {
        (Tensor? probabilities, Tensor? logOdds) = categorical.Given(batch_shape + event_shape);
        return new Multinomial(total_count, probabilities, logOdds, generator, false);
    });
}
