using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The Cauchy, or Lorentz, distribution: the ratio of two normal ones (torch.distributions.Cauchy).</summary>
public class Cauchy : Distribution
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
    public Cauchy(Tensor loc, Tensor scale, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        Tensor[] both = Broadcast(loc, scale);
        this.loc = Keep("loc", both[0]);
        this.scale = Keep("scale", both[1]);
        _init(both[0].shape);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The mode and median.</summary>
    public Tensor loc { get; }

    /// <summary>Half the width at half the height.</summary>
    public Tensor scale { get; }

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.real;

    /// <inheritdoc/>
    public override Tensor mean => full_like(loc, double.NaN);

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => loc);

    /// <inheritdoc/>
    public override Tensor variance => full_like(loc, double.PositiveInfinity);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) =>
        Reparameterised(sample_shape, shape => loc + (StandardCauchy(shape, loc) * scale));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x => -Math.Log(Math.PI) - scale.log() - ((x - loc) / scale).square().log1p());

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Evaluate(value, x => (((x - loc) / scale).atan() / Math.PI) + 0.5);

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Compute(() => ((Math.PI * (value - 0.5)).tan() * scale) + loc);

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() => Math.Log(4 * Math.PI) + scale.log());

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new Cauchy(loc.expand(batch_shape), scale.expand(batch_shape), generator, false));
}
