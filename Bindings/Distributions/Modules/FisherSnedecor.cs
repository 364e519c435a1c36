using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The F distribution: the ratio of two chi-squared ones over their degrees of freedom (torch.distributions.FisherSnedecor).</summary>
public class FisherSnedecor : Distribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("df1", constraints.positive),
        ("df2", constraints.positive));

    /// <summary>Makes the distribution.</summary>
    /// <param name="df1">Degrees of freedom above; positive.</param>
    /// <param name="df2">Degrees of freedom below; positive.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public FisherSnedecor(Tensor df1, Tensor df2, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        Tensor[] both = Broadcast(df1, df2);
        this.df1 = Keep("df1", both[0]);
        this.df2 = Keep("df2", both[1]);
        _init(both[0].shape);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>Degrees of freedom above.</summary>
    public Tensor df1 { get; }

    /// <summary>Degrees of freedom below.</summary>
    public Tensor df2 { get; }

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.positive;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() =>
    {
        Tensor defined = df2.masked_fill(df2 <= 2, double.NaN);
        return defined / (defined - 2);
    });

    /// <inheritdoc/>
    public override Tensor mode => Compute(() =>
    {
        Tensor kept = (df1 - 2) / df1 * df2 / (df2 + 2);
        return kept.masked_fill(df1 <= 2, double.NaN);
    });

    /// <inheritdoc/>
    public override Tensor variance => Compute(() =>
    {
        Tensor defined = df2.masked_fill(df2 <= 4, double.NaN);
        return 2 * defined.square() * (df1 + defined - 2) / (df1 * (defined - 2).square() * (defined - 4));
    });

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Compute(() =>
    {
        using var above = new Gamma(df1 * 0.5, df1, generator, false);
        using var below = new Gamma(df2 * 0.5, df2, generator, false);
        double tiny = finfo(df2.dtype).tiny;
        Tensor numerator = above.rsample(sample_shape);
        Tensor denominator = below.rsample(sample_shape).clamp(min: tiny);
        return (numerator / denominator).clamp(min: tiny);
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
    {
        Tensor ratio = df1 / df2;
        Tensor half = df1 * 0.5;
        Tensor halves = (df1 + df2) * 0.5;
        Tensor normalizer = halves.lgamma() - half.lgamma() - (df2 * 0.5).lgamma();
        return normalizer + (half * ratio.log()) + ((half - 1) * x.log()) - (halves * (ratio * x).log1p());
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new FisherSnedecor(df1.expand(batch_shape), df2.expand(batch_shape), generator, false));
}
