using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>The Pareto distribution: a power law from a smallest value on (torch.distributions.Pareto).</summary>
public class Pareto : TransformedDistribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("alpha", constraints.positive),
        ("scale", constraints.positive));

    /// <summary>Makes the distribution.</summary>
    /// <param name="scale">The smallest value; positive.</param>
    /// <param name="alpha">The power; positive.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Pareto(Tensor scale, Tensor alpha, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        Tensor[] both = Broadcast(scale, alpha);
        this.scale = Keep("scale", both[0]);
        this.alpha = Keep("alpha", both[1]);

        var exponential = new Exponential(this.alpha, generator, Validates);
        _init(exponential, [new ExpTransform(), Hold(new AffineTransform(0, this.scale))]);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The smallest value.</summary>
    public Tensor scale { get; }

    /// <summary>The power: the smaller, the heavier the tail.</summary>
    public Tensor alpha { get; }

    /// <inheritdoc/>
    public override constraints.Constraint support => new constraints._GreaterThanEq(new constraints.Bound(0, scale));

    /// <inheritdoc/>
    public override Tensor mean => Compute(() =>
    {
        Tensor a = alpha.clamp(min: 1);
        return a * scale / (a - 1);
    });

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => scale);

    /// <inheritdoc/>
    public override Tensor variance => Compute(() =>
    {
        Tensor a = alpha.clamp(min: 2);
        return scale.square() * a / ((a - 1).square() * (a - 2));
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() => (scale / alpha).log() + (1 + alpha.reciprocal()));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new Pareto(scale.expand(batch_shape), alpha.expand(batch_shape), generator, false));
}
