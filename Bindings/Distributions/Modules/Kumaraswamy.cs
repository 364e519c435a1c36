using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>The Kumaraswamy distribution over probabilities (torch.distributions.Kumaraswamy).</summary>
public class Kumaraswamy : TransformedDistribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("concentration1", constraints.positive),
        ("concentration0", constraints.positive));

    /// <summary>Makes the distribution.</summary>
    /// <param name="concentration1">The first concentration; positive.</param>
    /// <param name="concentration0">The second concentration; positive.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Kumaraswamy(Tensor concentration1, Tensor concentration0, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        Tensor[] both = Broadcast(concentration1, concentration0);
        this.concentration1 = Keep("concentration1", both[0]);
        this.concentration0 = Keep("concentration0", both[1]);

        Tensor like = this.concentration0.detach();
        var uniform = new Uniform(zeros_like(like), ones_like(like), generator, Validates);
        var inner = Hold(new PowerTransform(this.concentration0.reciprocal()));
        var outer = Hold(new PowerTransform(this.concentration1.reciprocal()));
        _init(uniform, [inner, new AffineTransform(1, -1), outer]);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The first concentration.</summary>
    public Tensor concentration1 { get; }

    /// <summary>The second concentration.</summary>
    public Tensor concentration0 { get; }

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.unit_interval;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => Moment(1));

    /// <summary>The most likely value; NaN where a concentration is below 1, so that there is none inside.</summary>
    public override Tensor mode => Compute(() => ((concentration1 - 1) / ((concentration1 * concentration0) - 1)).pow(concentration1.reciprocal())
        .masked_fill((concentration1 < 1) | (concentration0 < 1), double.NaN));

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => Moment(2) - Moment(1).square());

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() =>
    {
        Tensor harmonic = (concentration0 + 1).digamma() + euler_constant;
        return 1 - concentration0.reciprocal() + ((1 - concentration1.reciprocal()) * harmonic) - concentration1.log() - concentration0.log();
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new Kumaraswamy(concentration1.expand(batch_shape), concentration0.expand(batch_shape), generator, false));

    private Tensor Moment(int order)
    {
        Tensor shifted = 1 + (order / concentration1);
        return concentration0 * (shifted.lgamma() + concentration0.lgamma() - (shifted + concentration0).lgamma()).exp();
    }
}
