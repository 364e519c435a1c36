using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The Laplace distribution: two exponential ones back to back (torch.distributions.Laplace).</summary>
public class Laplace : Distribution
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
    public Laplace(Tensor loc, Tensor scale, Generator? generator = null, bool? validate_args = null)
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

    /// <summary>The mean.</summary>
    public Tensor loc { get; }

    /// <summary>The mean distance from it.</summary>
    public Tensor scale { get; }

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.real;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => loc);

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => loc);

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => 2 * scale.square());

    /// <inheritdoc/>
    public override Tensor stddev => Compute(() => Math.Sqrt(2) * scale);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Reparameterised(sample_shape, shape =>
    {
        Tensor u = UniformDraw(shape, loc, finfo(loc.dtype).eps - 1, 1);
        return loc - (scale * u.sign() * (-u.abs()).log1p());
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x => -(2 * scale).log() - ((x - loc).abs() / scale));

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Evaluate(value, x => 0.5 - (0.5 * (x - loc).sign() * (-(x - loc).abs() / scale).expm1()));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Compute(() =>
    {
        Tensor fromMiddle = value - 0.5;
        return loc - (scale * fromMiddle.sign() * (-2 * fromMiddle.abs()).log1p());
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() => 1 + (2 * scale).log());

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new Laplace(loc.expand(batch_shape), scale.expand(batch_shape), generator, false));
}
