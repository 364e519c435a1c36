using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>The Gumbel distribution of extreme values (torch.distributions.Gumbel).</summary>
public class Gumbel : TransformedDistribution
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
    public Gumbel(Tensor loc, Tensor scale, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        Tensor[] both = Broadcast(loc, scale);
        this.loc = Keep("loc", both[0]);
        this.scale = Keep("scale", both[1]);

        FInfo limits = finfo(this.loc.dtype);
        var uniform = new Uniform(full_like(this.loc.detach(), limits.tiny), full_like(this.loc.detach(), 1 - limits.eps), generator, false);
        var negative = Hold(new AffineTransform(0, -ones_like(this.scale.detach())));
        var placed = Hold(new AffineTransform(this.loc, -this.scale));
        _init(uniform, [new LogTransform(), negative, new LogTransform(), placed]);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The most likely value.</summary>
    public Tensor loc { get; }

    /// <summary>How wide it is.</summary>
    public Tensor scale { get; }

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.real;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => loc + (scale * euler_constant));

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => loc);

    /// <inheritdoc/>
    public override Tensor stddev => Compute(() => Math.PI / Math.Sqrt(6) * scale);

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => stddev.square());

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
    {
        Tensor y = (loc - x) / scale;
        return y - y.exp() - scale.log();
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() => scale.log() + (1 + euler_constant));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new Gumbel(loc.expand(batch_shape), scale.expand(batch_shape), generator, false));
}
