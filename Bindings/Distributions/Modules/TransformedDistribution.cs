using static TorchSharp.torch;
using static TorchSharp.torch.distributions;
using static TorchSharp.torch.distributions.transforms;

namespace TorchSharp.Modules;

/// <summary>The distribution of what transforms make of another distribution's draws (torch.distributions.TransformedDistribution).</summary>
/// <remarks>The base distribution becomes part of this one and is disposed with it; transforms stay the caller's.</remarks>
public class TransformedDistribution : Distribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained();

    private ComposeTransform chain = identity_transform;
    private Distribution? origin;

    /// <summary>For derived classes, which call <see cref="_init(Distribution, Transform[])"/>.</summary>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    public TransformedDistribution(Generator? generator = null)
        : base(generator)
    {
    }

    /// <summary>Makes the distribution.</summary>
    /// <param name="base_distribution">Where draws come from.</param>
    /// <param name="transform">What is made of them.</param>
    /// <param name="generator">There for TorchSharp's signature; draws come from the base distribution's generator.</param>
    /// <param name="validate_args">Whether values are checked; as set_default_validate_args says when null.</param>
    public TransformedDistribution(Distribution base_distribution, Transform transform, Generator? generator = null, bool? validate_args = null)
        : this(base_distribution, [transform], generator, validate_args)
    {
    }

    /// <summary>Makes the distribution.</summary>
    /// <param name="base_distribution">Where draws come from.</param>
    /// <param name="transforms">What is made of them, the first to be applied first.</param>
    /// <param name="generator">There for TorchSharp's signature; draws come from the base distribution's generator.</param>
    /// <param name="validate_args">Whether values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">The base distribution has too few dimensions for the transforms.</exception>
    public TransformedDistribution(
        Distribution base_distribution, IEnumerable<Transform> transforms, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        ArgumentNullException.ThrowIfNull(transforms);
        _init(base_distribution, [.. transforms]);
    }

    private protected TransformedDistribution(Generator? generator, bool? validate_args)
        : base(generator, validate_args)
    {
    }

    /// <summary>Where draws come from, expanded as the transforms need it.</summary>
    public Distribution base_distribution => origin ?? throw new InvalidOperationException($"{GetType().Name} did not call _init");

    /// <summary>What is made of them, the first to be applied first.</summary>
    public IReadOnlyList<Transform> transforms => chain.parts;

    /// <inheritdoc/>
    public override bool has_rsample => base_distribution.has_rsample;

    /// <inheritdoc/>
    public override constraints.Constraint support
    {
        get
        {
            constraints.Constraint last = transforms.Count == 0 ? base_distribution.support : transforms[^1].codomain;
            int more = event_shape.Length - last.event_dim;
            return more > 0 ? constraints.independent(last, more) : last;
        }
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <inheritdoc/>
    public override Tensor sample(params long[] sample_shape)
    {
        using IDisposable mode = no_grad();
        return Compute(() => chain.forward(base_distribution.sample(sample_shape)));
    }

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Compute(() => chain.forward(base_distribution.rsample(sample_shape)));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, y =>
    {
        int events = event_shape.Length;
        Tensor? stretched = null;
        foreach (Transform transform in transforms.Reverse())
        {
            Tensor x = transform.inv.forward(y);
            events += transform.domain.event_dim - transform.codomain.event_dim;
            Tensor term = Transform.SumRightmost(transform.log_abs_det_jacobian(x, y), events - transform.domain.event_dim);
            stretched = stretched is null ? -term : stretched - term;
            y = x;
        }

        Tensor density = Transform.SumRightmost(base_distribution.log_prob(y), events - base_distribution.event_shape.Length);
        return stretched is null ? density : stretched + density;
    });

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Evaluate(value, y =>
        Monotonous(base_distribution.cdf(transforms.Reverse().Aggregate(y, (x, transform) => transform.inv.forward(x)))));

    /// <inheritdoc/>
    public override Tensor icdf(Tensor value) => Compute(() => chain.forward(base_distribution.icdf(Monotonous(value))));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () =>
    {
        // Where the transforms add dimensions to an event, those are the last of the base's batch.
        long[] shape = chain.inverse_shape([.. batch_shape, .. event_shape]);
        Distribution expanded = base_distribution.expand(shape[..^base_distribution.event_shape.Length]);
        return new TransformedDistribution(expanded, transforms, generator, false);
    });

    /// <summary>Sets base and transforms.</summary>
    /// <param name="base_distribution">Where draws come from; it becomes part of this distribution.</param>
    /// <param name="transforms">What is made of them, the first to be applied first.</param>
    /// <exception cref="ArgumentException">The base distribution has too few dimensions for the transforms.</exception>
    protected void _init(Distribution base_distribution, Transform[] transforms)
    {
        ArgumentNullException.ThrowIfNull(base_distribution);
        ArgumentNullException.ThrowIfNull(transforms);
        chain = new ComposeTransform(transforms);
        Hold(base_distribution);
        long[] baseShape = [.. base_distribution.batch_shape, .. base_distribution.event_shape];
        int baseEvents = base_distribution.event_shape.Length;
        if (baseShape.Length < chain.domain.event_dim)
        {
            throw new ArgumentException(
                $"base_distribution needs to have shape with size at least {chain.domain.event_dim}, but got {Python(baseShape)}.", nameof(base_distribution));
        }

        long[] shape = chain.forward_shape(baseShape);
        long[] needed = chain.inverse_shape(shape);
        if (!needed.AsSpan().SequenceEqual(baseShape))
        {
            base_distribution = Hold(base_distribution.expand(needed[..^baseEvents]));
        }

        int more = chain.domain.event_dim - baseEvents;
        origin = more > 0 ? Hold(new Independent(base_distribution, more, generator, false)) : base_distribution;
        int events = Math.Max(chain.codomain.event_dim, baseEvents + chain.codomain.event_dim - chain.domain.event_dim);
        _init(shape[..^events], shape[^events..]);
    }

    /// <summary>Probabilities the other way round where the transforms fall.</summary>
    private Tensor Monotonous(Tensor probability)
    {
        Tensor sign = chain.sign.to_type(probability.dtype);
        return (sign * (probability - 0.5)) + 0.5;
    }
}
