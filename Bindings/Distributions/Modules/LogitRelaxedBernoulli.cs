using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The logits of draws from a relaxed Bernoulli distribution (torch.distributions.LogitRelaxedBernoulli).</summary>
public class LogitRelaxedBernoulli : Distribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("probs", constraints.unit_interval),
        ("logits", constraints.real));

    /// <summary>Makes the distribution.</summary>
    /// <param name="temperature">The temperature; positive.</param>
    /// <param name="probs">Probabilities.</param>
    /// <param name="logits">Logits, in place of probabilities.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public LogitRelaxedBernoulli(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        ArgumentNullException.ThrowIfNull(temperature);
        (string name, Tensor value) = OneOf(probs, logits);
        this.temperature = Hold(temperature.alias());
        Tensor parameter = Keep(name, Broadcast(value)[0]);
        _init(parameter.shape);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>How far draws stay from 0 and 1: the colder, the closer.</summary>
    public Tensor temperature { get; }

    /// <summary>The probability of a 1.</summary>
    public Tensor probs => Lazily("probs", () => LogitsToProbs(logits, true));

    /// <summary>The log odds of a 1.</summary>
    public Tensor logits => Lazily("logits", () => ProbsToLogits(probs, true));

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.real;

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Reparameterised(sample_shape, shape =>
    {
        Tensor likely = ClampProbs(probs.expand(shape));
        Tensor u = ClampProbs(UniformDraw(shape, likely));
        return (u.log() - (-u).log1p() + likely.log() - (-likely).log1p()) / temperature;
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
    {
        Tensor[] both = Broadcast(logits, x);
        Tensor difference = both[0] - (both[1] * temperature);
        return temperature.log() + difference - (2 * difference.exp().log1p());
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () =>
    {
        (Tensor? probabilities, Tensor? logOdds) = Given(batch_shape);
        return new LogitRelaxedBernoulli(temperature, probabilities, logOdds, generator, false);
    });
}
