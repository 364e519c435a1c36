using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>The distribution of the probabilities that stick-breaking makes of a normal vector (torch.distributions.LogisticNormal).</summary>
public class LogisticNormal : TransformedDistribution
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
    public LogisticNormal(Tensor loc, Tensor scale, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        var normal = Hold(new Normal(loc, scale, generator, Validates));
        _init(normal.batch_shape.IsEmpty ? normal.expand(new Size(1L)) : normal, [Hold(new StickBreakingTransform())]);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The mean of the vector.</summary>
    public Tensor loc => Normal.loc;

    /// <summary>The standard deviation of the vector.</summary>
    public Tensor scale => Normal.scale;

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.simplex;

    private Normal Normal => (Normal)((Independent)base_distribution).base_distribution;

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () =>
    {
        Size shape = batch_shape + new Size(loc.shape[^1]);
        return new LogisticNormal(loc.expand(shape), scale.expand(shape), generator, false);
    });
}
