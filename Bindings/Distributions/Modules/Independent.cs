using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>A distribution of which some batch dimensions are seen as parts of one event (torch.distributions.Independent).</summary>
public class Independent : Distribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="base_distribution">The distribution of the parts; it becomes part of this one.</param>
    /// <param name="reinterpreted_batch_ndims">How many of its last batch dimensions are parts of one event.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Independent(Distribution base_distribution, int reinterpreted_batch_ndims, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        ArgumentNullException.ThrowIfNull(base_distribution);
        ArgumentOutOfRangeException.ThrowIfNegative(reinterpreted_batch_ndims);
        int batches = base_distribution.batch_shape.Length - reinterpreted_batch_ndims;
        if (batches < 0)
        {
            throw new ArgumentException(
                "Expected reinterpreted_batch_ndims <= len(base_distribution.batch_shape), " +
                $"actual {reinterpreted_batch_ndims} vs {base_distribution.batch_shape.Length}", nameof(reinterpreted_batch_ndims));
        }

        long[] shape = [.. base_distribution.batch_shape, .. base_distribution.event_shape];
        this.base_distribution = Hold(base_distribution);
        this.reinterpreted_batch_ndims = reinterpreted_batch_ndims;
        _init(shape[..batches], shape[batches..]);
    }

    /// <summary>The distribution of the parts; disposed with this one.</summary>
    public Distribution base_distribution { get; }

    /// <summary>How many batch dimensions are parts of one event.</summary>
    public int reinterpreted_batch_ndims { get; }

    /// <inheritdoc/>
    public override bool has_rsample => base_distribution.has_rsample;

    /// <inheritdoc/>
    public override bool has_enumerate_support => reinterpreted_batch_ndims == 0 && base_distribution.has_enumerate_support;

    /// <inheritdoc/>
    public override constraints.Constraint support => reinterpreted_batch_ndims == 0
        ? base_distribution.support
        : constraints.independent(base_distribution.support, reinterpreted_batch_ndims);

    /// <inheritdoc/>
    public override Tensor mean => base_distribution.mean;

    /// <inheritdoc/>
    public override Tensor mode => base_distribution.mode;

    /// <inheritdoc/>
    public override Tensor variance => base_distribution.variance;

    /// <inheritdoc/>
    public override Tensor sample(params long[] sample_shape) => base_distribution.sample(sample_shape);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => base_distribution.rsample(sample_shape);

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) =>
        Compute(() => transforms.Transform.SumRightmost(base_distribution.log_prob(value), reinterpreted_batch_ndims));

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() => transforms.Transform.SumRightmost(base_distribution.entropy(), reinterpreted_batch_ndims));

    /// <inheritdoc/>
    public override Tensor enumerate_support(bool expand = true) => reinterpreted_batch_ndims == 0
        ? base_distribution.enumerate_support(expand)
        : throw new NotSupportedException("Enumeration over cartesian product is not implemented");

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () => new Independent(
        base_distribution.expand(batch_shape + event_shape.Take(reinterpreted_batch_ndims)), reinterpreted_batch_ndims, generator, false));

    /// <inheritdoc/>
    public override string ToString() => $"Independent({base_distribution}, {reinterpreted_batch_ndims})";
}
