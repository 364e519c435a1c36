using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>The relaxed Bernoulli distribution: between 0 and 1, the closer the colder (torch.distributions.RelaxedBernoulli).</summary>
public class RelaxedBernoulli : TransformedDistribution
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
    public RelaxedBernoulli(Tensor temperature, Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        _init(new LogitRelaxedBernoulli(temperature, probs, logits, generator, Validates), [new SigmoidTransform()]);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>How far draws stay from the relaxed values: the colder, the closer.</summary>
    public Tensor temperature => Relaxed.temperature;

    /// <summary>Probabilities.</summary>
    public Tensor probs => Relaxed.probs;

    /// <summary>Logits.</summary>
    public Tensor logits => Relaxed.logits;

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.unit_interval;

    private LogitRelaxedBernoulli Relaxed => (LogitRelaxedBernoulli)base_distribution;

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () =>
    {
        (Tensor? probabilities, Tensor? logOdds) = Relaxed.Given(batch_shape);
        return new RelaxedBernoulli(temperature, probabilities, logOdds, generator, false);
    });
}
