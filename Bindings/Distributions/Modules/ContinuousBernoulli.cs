using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The continuous Bernoulli distribution over [0, 1] (torch.distributions.ContinuousBernoulli).</summary>
public class ContinuousBernoulli : ExponentialFamily
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
    public ContinuousBernoulli(Tensor? probs = null, Tensor? logits = null, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        (string name, Tensor value) = OneOf(probs, logits);
        if (Validates && probs is not null && !constraints.unit_interval.check(probs).all().item<bool>())
        {
            throw new ArgumentException("The parameter probs has invalid values: they lie in [0, 1]", nameof(probs));
        }

        Tensor parameter = Keep(name, probs is null ? Broadcast(value)[0] : ClampProbs(value));
        _init(parameter.shape);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The parameter, which is not the mean.</summary>
    public Tensor probs => Lazily("probs", () => LogitsToProbs(logits, true));

    /// <summary>Its logit.</summary>
    public Tensor logits => Lazily("logits", () => ProbsToLogits(probs, true));

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.unit_interval;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() =>
    {
        Tensor cut = Cut;
        Tensor x = probs - 0.5;
        return torch.where(IsStable, (cut / ((2 * cut) - 1)) + (1 / LogOddsGap(cut)), 0.5 + (((1.0 / 3) + (16.0 / 45 * x.square())) * x));
    });

    /// <inheritdoc/>
    public override Tensor variance => Compute(() =>
    {
        Tensor cut = Cut;
        Tensor x = (probs - 0.5).square();
        Tensor exact = (cut * (cut - 1) / (1 - (2 * cut)).square()) + (1 / LogOddsGap(cut).square());
        return torch.where(IsStable, exact, (1.0 / 12) - (((1.0 / 15) - (128.0 / 945 * x)) * x));
    });

    /// <inheritdoc/>
    protected internal override IList<Tensor> NaturalParams => [logits];

    /// <inheritdoc/>
    protected internal override Tensor MeanCarrierMeasure => zeros_like(logits);

    /// <summary>The logarithm of the constant by which the Bernoulli distribution's probabilities are multiplied.</summary>
    internal Tensor LogNorm => Compute(() =>
    {
        Tensor cut = Cut;
        Tensor below = torch.where(cut <= 0.5, cut, zeros_like(cut));
        Tensor above = torch.where(cut >= 0.5, cut, ones_like(cut));
        Tensor exact = LogOddsGap(cut).abs().log() - torch.where(cut <= 0.5, (-2 * below).log1p(), ((2 * above) - 1).log());
        Tensor x = (probs - 0.5).square();
        return torch.where(IsStable, exact, Math.Log(2) + (((4.0 / 3) + (104.0 / 45 * x)) * x));
    });

    // Near 1/2 the closed forms divide 0 by 0: Taylor's series stands there.
    private Tensor IsStable => (probs <= 0.499) | (probs > 0.501);

    private Tensor Cut => torch.where(IsStable, probs, full_like(probs, 0.499));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Reparameterised(sample_shape, shape => icdf(UniformDraw(shape, probs)));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
    {
        Tensor[] both = Broadcast(logits, x);
        return LogNorm - ops.aten.binary_cross_entropy_with_logits(both[0], both[1], reduction: 0);
    });

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Evaluate(value, x =>
    {
        Tensor cut = Cut;
        Tensor exact = ((cut.pow(x) * (1 - cut).pow(1 - x)) + cut - 1) / ((2 * cut) - 1);
        Tensor inside = torch.where(IsStable, exact, x);
        return torch.where(x <= 0, zeros_like(inside), torch.where(x >= 1, ones_like(inside), inside));
    });

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Compute(() =>
    {
        Tensor cut = Cut;
        Tensor exact = ((-cut + (value * ((2 * cut) - 1))).log1p() - (-cut).log1p()) / -LogOddsGap(cut);
        return torch.where(IsStable, exact, value);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() =>
    {
        Tensor fails = (-probs).log1p();
        return (mean * (fails - probs.log())) - LogNorm - fails;
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () =>
    {
        (Tensor? probabilities, Tensor? logOdds) = Given(batch_shape);
        return new ContinuousBernoulli(probabilities, logOdds, generator, false);
    });

    /// <inheritdoc/>
    protected internal override Tensor LogNormalizer(params Tensor[] parameters)
    {
        Tensor x = parameters[0];
        Tensor stable = (x <= -0.001) | (x > 0.001);
        Tensor cut = torch.where(stable, x, full_like(x, -0.001));
        return torch.where(stable, (cut.exp() - 1).abs().log() - cut.abs().log(), (0.5 * x) + (x.pow(2) / 24) - (x.pow(4) / 2880));
    }

    private static Tensor LogOddsGap(Tensor cut) => (-cut).log1p() - cut.log();
}
