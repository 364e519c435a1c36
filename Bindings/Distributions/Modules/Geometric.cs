using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The geometric distribution: failures before the first success (torch.distributions.Geometric).</summary>
public class Geometric : Distribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("probs", constraints.unit_interval),
        ("logits", constraints.real));

    /// <summary>Makes the distribution.</summary>
    /// <param name="probs">Probabilities.</param>
    /// <param name="logits">Logits, in place of probabilities.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Geometric(Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        (string name, Tensor value) = OneOf(probs, logits);
        Tensor parameter = Keep(name, Broadcast(value)[0]);
        _init(parameter.shape);

        if (Validates && probs is not null && !(parameter > 0).all().item<bool>())
        {
            string message =
                $"Expected parameter probs (Tensor of shape {Repr.Tuple(parameter.shape)}) of distribution {this} to be positive but found invalid values:\n{Describe(parameter, whole: true)}";
            Dispose();
            throw new ArgumentException(message, nameof(probs));
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The probability of success.</summary>
    public Tensor probs => Lazily("probs", () => LogitsToProbs(logits, true));

    /// <summary>The log odds of success.</summary>
    public Tensor logits => Lazily("logits", () => ProbsToLogits(probs, true));

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.nonnegative_integer;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => probs.reciprocal() - 1);

    /// <inheritdoc/>
    public override Tensor mode => zeros_like(probs);

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => (probs.reciprocal() - 1) / probs);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Discrete(sample_shape, shape =>
        (UniformDraw(shape, probs, finfo(probs.dtype).tiny, 1).log() / (-probs).log1p()).floor());

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
    {
        // 0 failures of probability 0 are certain, where the product would be NaN.
        Tensor[] both = Broadcast(x, probs);
        Tensor failing = both[1].masked_fill((both[1] == 1) & (both[0] == 0), 0);
        return (both[0] * (-failing).log1p()) + probs.log();
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() => ops.aten.binary_cross_entropy_with_logits(logits, probs, reduction: 0) / probs);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () =>
    {
        (Tensor? probabilities, Tensor? logOdds) = Given(batch_shape);
        return new Geometric(probabilities, logOdds, generator, false);
    });
}
