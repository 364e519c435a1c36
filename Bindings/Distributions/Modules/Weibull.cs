using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>The Weibull distribution (torch.distributions.Weibull).</summary>
public class Weibull : TransformedDistribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("scale", constraints.positive),
        ("concentration", constraints.positive));

    /// <summary>Makes the distribution.</summary>
    /// <param name="scale">How wide it is; positive.</param>
    /// <param name="concentration">The concentration; positive.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Weibull(Tensor scale, Tensor concentration, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        Tensor[] both = Broadcast(scale, concentration);
        this.scale = Keep("scale", both[0]);
        this.concentration = Keep("concentration", both[1]);

        var exponential = new Exponential(ones_like(this.scale.detach()), generator, Validates);
        _init(exponential, [Hold(new PowerTransform(this.concentration.reciprocal())), Hold(new AffineTransform(0, this.scale))]);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>How wide it is.</summary>
    public Tensor scale { get; }

    /// <summary>The shape of the density.</summary>
    public Tensor concentration { get; }

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.positive;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => scale * (1 + concentration.reciprocal()).lgamma().exp());

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => scale * ((concentration - 1) / concentration).pow(concentration.reciprocal()));

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => scale.square() *
        ((1 + (2 * concentration.reciprocal())).lgamma().exp() - (2 * (1 + concentration.reciprocal()).lgamma()).exp()));

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() => (euler_constant * (1 - concentration.reciprocal())) + (scale * concentration.reciprocal()).log() + 1);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new Weibull(scale.expand(batch_shape), concentration.expand(batch_shape), generator, false));
}
