using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The categorical distribution over vectors with a single 1 (torch.distributions.OneHotCategorical).</summary>
public class OneHotCategorical : Distribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("probs", constraints.simplex),
        ("logits", constraints.real_vector));

    /// <summary>Makes the distribution.</summary>
    /// <param name="p">Probabilities along the last dimension, which are divided by their sum.</param>
    /// <param name="l">Unnormalised log probabilities, in place of them.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public OneHotCategorical(Tensor? p = null, Tensor? l = null, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        categorical = Hold(new Categorical(p, l, generator, Validates));
        _init(categorical.batch_shape, categorical.param_shape[^1..]);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>Probabilities along the last dimension; they add up to 1.</summary>
    public Tensor probs => categorical.probs;

    /// <summary>Log probabilities along the last dimension.</summary>
    public Tensor logits => categorical.logits;

    /// <summary>The shape of the parameters.</summary>
    public long[] param_shape => categorical.param_shape;

    /// <inheritdoc/>
    public override bool has_enumerate_support => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.one_hot;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => probs);

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => OneHot(probs.argmax(-1)));

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => probs * (1 - probs));

    internal Categorical categorical { get; }

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Discrete(sample_shape, _ => OneHot(categorical.sample(sample_shape)));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x => categorical.log_prob(x.argmax(-1)));

    /// <inheritdoc/>
    public override Tensor entropy() => categorical.entropy();

    /// <inheritdoc/>
    public override Tensor enumerate_support(bool expand = true) => Compute(() =>
    {
        long count = categorical.Categories;
        Tensor values = eye(count, dtype: probs.dtype, device: probs.device).view([count, .. Enumerable.Repeat(1L, batch_shape.Length), count]);
        return expand ? values.expand([count, .. batch_shape, count]) : values;
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () =>
    {
        (Tensor? probabilities, Tensor? logOdds) = categorical.Given(batch_shape + event_shape);
        return new OneHotCategorical(probabilities, logOdds, generator, false);
    });

    /// <summary>Vectors with a single 1, of the probabilities' type.</summary>
    private protected Tensor OneHot(Tensor numbers) => ops.aten.one_hot(numbers, categorical.Categories).to_type(probs.dtype);
}
