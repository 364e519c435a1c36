using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The logarithms of draws from a relaxed one-hot categorical distribution (torch.distributions.ExpRelaxedCategorical).</summary>
public class ExpRelaxedCategorical : Distribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("probs", constraints.simplex),
        ("logits", constraints.real_vector));

    /// <summary>Makes the distribution.</summary>
    /// <param name="temperature">The temperature; positive.</param>
    /// <param name="probs">Probabilities along the last dimension, which are divided by their sum.</param>
    /// <param name="logits">Unnormalised log probabilities, in place of them.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public ExpRelaxedCategorical(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        ArgumentNullException.ThrowIfNull(temperature);
        categorical = Hold(new Categorical(probs, logits, generator, Validates));
        this.temperature = Hold(temperature.alias());
        _init(categorical.batch_shape, categorical.param_shape[^1..]);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>How far draws stay from one-hot vectors: the colder, the closer.</summary>
    public Tensor temperature { get; }

    /// <summary>Probabilities along the last dimension; they add up to 1.</summary>
    public Tensor probs => categorical.probs;

    /// <summary>Log probabilities along the last dimension.</summary>
    public Tensor logits => categorical.logits;

    /// <summary>The shape of the parameters.</summary>
    public long[] param_shape => categorical.param_shape;

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.real_vector;

    internal Categorical categorical { get; }

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Reparameterised(sample_shape, shape =>
    {
        Tensor u = ClampProbs(UniformDraw(shape, logits));
        Tensor scores = (logits - (-u.log()).log()) / temperature;
        return scores - scores.logsumexp(-1, keepdim: true);
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
    {
        long count = categorical.Categories;
        Tensor[] both = Broadcast(logits, x);
        Tensor scale = full_like(temperature, count).lgamma() + (temperature.log() * (count - 1));
        Tensor score = both[0] - (both[1] * temperature);
        return (score - score.logsumexp(-1, keepdim: true)).sum(-1) + scale;
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () =>
    {
        (Tensor? probabilities, Tensor? logOdds) = categorical.Given(batch_shape + event_shape);
        return new ExpRelaxedCategorical(temperature, probabilities, logOdds, generator, false);
    });
}
