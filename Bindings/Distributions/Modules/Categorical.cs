using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The categorical distribution over the numbers of categories, from 0 (torch.distributions.Categorical).</summary>
public class Categorical : Distribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("probs", constraints.simplex),
        ("logits", constraints.real_vector));

    /// <summary>Makes the distribution.</summary>
    /// <param name="probs">Probabilities along the last dimension, which are divided by their sum.</param>
    /// <param name="logits">Unnormalised log probabilities, in place of them.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Categorical(Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        (string name, Tensor value) = OneOf(probs, logits);
        if (value.dim() < 1)
        {
            throw new ArgumentException($"`{name}` parameter must be at least one-dimensional.", name);
        }

        Tensor normalised = probs is null ? value - value.logsumexp(-1, keepdim: true) : value / value.sum(-1, keepdim: true);
        Keep(name, normalised);
        _init(normalised.shape[..^1]);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>Probabilities along the last dimension; they add up to 1.</summary>
    public Tensor probs => Lazily("probs", () => LogitsToProbs(logits));

    /// <summary>Log probabilities along the last dimension.</summary>
    public Tensor logits => Lazily("logits", () => ProbsToLogits(probs));

    /// <summary>The shape of the parameters.</summary>
    public long[] param_shape => Kept.First(entry => entry.Key is "probs" or "logits").Value.shape;

    /// <inheritdoc/>
    public override bool has_enumerate_support => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.integer_interval(0, Categories - 1);

    /// <inheritdoc/>
    public override Tensor mean => full(ExtendedShape(), double.NaN, dtype: probs.dtype, device: probs.device);

    /// <inheritdoc/>
    public override Tensor mode => probs.argmax(-1);

    /// <inheritdoc/>
    public override Tensor variance => full(ExtendedShape(), double.NaN, dtype: probs.dtype, device: probs.device);

    internal long Categories => param_shape[^1];

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Discrete(sample_shape, shape =>
    {
        Tensor flat = probs.reshape(-1, Categories);
        return ops.aten.multinomial(flat, new Size(sample_shape).numel(), true, Source).t().reshape(shape);
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
    {
        Tensor[] both = Broadcast(x.to_type(ScalarType.Int64).unsqueeze(-1), logits);
        return both[1].gather(-1, both[0].narrow(-1, 0, 1)).squeeze(-1);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() => -(logits.clamp(min: finfo(logits.dtype).min) * probs).sum(-1));

    /// <inheritdoc/>
    public override Tensor enumerate_support(bool expand = true) => Compute(() =>
    {
        using Tensor whole = zeros([], dtype: ScalarType.Int64, device: probs.device);
        return Enumerated(Categories, whole, expand);
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () =>
    {
        (Tensor? probabilities, Tensor? logOdds) = Given(batch_shape + param_shape[^1..]);
        return new Categorical(probabilities, logOdds, generator, false);
    });
}
