using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>Student's t distribution (torch.distributions.StudentT).</summary>
public class StudentT : Distribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("df", constraints.positive),
        ("loc", constraints.real),
        ("scale", constraints.positive));

    /// <summary>Makes the distribution.</summary>
    /// <param name="df">Degrees of freedom; positive.</param>
    /// <param name="loc">Where it lies.</param>
    /// <param name="scale">How wide it is; positive.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public StudentT(Tensor df, Tensor loc, Tensor scale, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        Tensor[] all = Broadcast(df, loc, scale);
        this.df = Keep("df", all[0]);
        this.loc = Keep("loc", all[1]);
        this.scale = Keep("scale", all[2]);
        _init(all[0].shape);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>Degrees of freedom: the fewer, the heavier the tails.</summary>
    public Tensor df { get; }

    /// <summary>Where it lies.</summary>
    public Tensor loc { get; }

    /// <summary>How wide it is.</summary>
    public Tensor scale { get; }

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.real;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => loc.masked_fill(df <= 1, double.NaN));

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => loc);

    /// <inheritdoc/>
    public override Tensor variance => Compute(() =>
    {
        // A stand-in where there is no variance keeps NaN out of the gradient.
        Tensor defined = df.masked_fill(df <= 2, 3);
        return (scale.square() * defined / (defined - 2)).masked_fill(df <= 2, double.PositiveInfinity).masked_fill(df <= 1, double.NaN);
    });

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Reparameterised(sample_shape, shape =>
    {
        using var squares = new Chi2(df, generator, false);
        Tensor normal = StandardNormal(shape, df);
        return loc + (scale * normal * (squares.rsample(sample_shape) / df).rsqrt());
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
    {
        Tensor normalizer = scale.log() + (0.5 * df.log()) + (0.5 * Math.Log(Math.PI)) + (0.5 * df).lgamma() - (0.5 * (df + 1)).lgamma();
        return (-0.5 * (df + 1) * (((x - loc) / scale).square() / df).log1p()) - normalizer;
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() =>
    {
        Tensor half = 0.5 * df;
        Tensor more = 0.5 * (df + 1);
        Tensor logBeta = (0.5 * Math.Log(Math.PI)) + half.lgamma() - more.lgamma();
        return scale.log() + (more * (more.digamma() - half.digamma())) + (0.5 * df.log()) + logBeta;
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new StudentT(df.expand(batch_shape), loc.expand(batch_shape), scale.expand(batch_shape), generator, false));
}
