using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The uniform distribution between two numbers (torch.distributions.Uniform).</summary>
public class Uniform : Distribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("low", constraints.dependent),
        ("high", constraints.dependent));

    /// <summary>Makes the distribution.</summary>
    /// <param name="low">The lower end, included.</param>
    /// <param name="high">The upper end, not included.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Uniform(Tensor low, Tensor high, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        Tensor[] both = Broadcast(low, high);
        this.low = Keep("low", both[0]);
        this.high = Keep("high", both[1]);
        _init(both[0].shape);
        if (Validates && !(this.low < this.high).all().item<bool>())
        {
            Dispose();
            throw new ArgumentException("Uniform is not defined when low >= high", nameof(low));
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The lower end, included.</summary>
    public Tensor low { get; }

    /// <summary>The upper end, not included.</summary>
    public Tensor high { get; }

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => new constraints._Interval(new constraints.Bound(0, low), new constraints.Bound(0, high));

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => (high + low) / 2);

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => double.NaN * high);

    /// <inheritdoc/>
    public override Tensor stddev => Compute(() => (high - low) / Math.Sqrt(12));

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => (high - low).square() / 12);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) =>
        Reparameterised(sample_shape, shape => low + (UniformDraw(shape, low) * (high - low)));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x => ((low <= x) & (high > x)).to_type(low.dtype).log() - (high - low).log());

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Evaluate(value, x => ((x - low) / (high - low)).clamp(0, 1));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Compute(() => (value * (high - low)) + low);

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() => (high - low).log());

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new Uniform(low.expand(batch_shape), high.expand(batch_shape), generator, false));
}
