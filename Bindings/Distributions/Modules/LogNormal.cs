using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>The distribution of exp(x) for normal x (torch.distributions.LogNormal).</summary>
public class LogNormal : TransformedDistribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("loc", constraints.real),
        ("scale", constraints.positive));

    /// <summary>Makes the distribution.</summary>
    /// <param name="loc">Where it lies.</param>
    /// <param name="scale">How wide it is; positive.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public LogNormal(Tensor loc, Tensor scale, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        _init(new Normal(loc, scale, generator, Validates), [new ExpTransform()]);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The mean of the logarithm.</summary>
    public Tensor loc => Normal.loc;

    /// <summary>The standard deviation of the logarithm.</summary>
    public Tensor scale => Normal.scale;

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.positive;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => (loc + (scale.square() / 2)).exp());

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => (loc - scale.square()).exp());

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => scale.square().expm1() * ((2 * loc) + scale.square()).exp());

    private Normal Normal => (Normal)base_distribution;

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() => Normal.entropy() + loc);

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new LogNormal(loc.expand(batch_shape), scale.expand(batch_shape), generator, false));
}
