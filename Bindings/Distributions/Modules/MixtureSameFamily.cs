using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>A mixture of distributions of one family (torch.distributions.MixtureSameFamily).</summary>
public class MixtureSameFamily : Distribution
{
    /// <summary>Makes the distribution.</summary>
    /// <param name="mixture_distribution">Which component a draw comes from; it becomes part of this distribution.</param>
    /// <param name="component_distribution">The components, along the last batch dimension; it becomes part of this distribution.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public MixtureSameFamily(Categorical mixture_distribution, Distribution component_distribution, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        ArgumentNullException.ThrowIfNull(mixture_distribution);
        ArgumentNullException.ThrowIfNull(component_distribution);
        long[] mixed = mixture_distribution.batch_shape.Shape;
        long[] components = component_distribution.batch_shape.Shape;
        if (components.Length == 0 || components[^1] != mixture_distribution.Categories)
        {
            throw new ArgumentException(
                $"`mixture_distribution` has {mixture_distribution.Categories} components, and `component_distribution` the batch shape {Python(components)}: " +
                "its last dimension has to be the components");
        }

        for (int i = 1; i <= Math.Min(mixed.Length, components.Length - 1); i++)
        {
            if (mixed[^i] != 1 && components[^(i + 1)] != 1 && mixed[^i] != components[^(i + 1)])
            {
                throw new ArgumentException(
                    $"`mixture_distribution.batch_shape` ({Python(mixed)}) is not compatible with `component_distribution.batch_shape` ({Python(components)})");
            }
        }

        this.mixture_distribution = Hold(mixture_distribution);
        _ = mixture_distribution.logits; // every density needs them
        this.component_distribution = Hold(component_distribution);
        _init(components[..^1], component_distribution.event_shape);
    }

    /// <summary>Which component a draw comes from; disposed with this distribution.</summary>
    public Categorical mixture_distribution { get; }

    /// <summary>The components, along the last batch dimension; disposed with this distribution.</summary>
    public Distribution component_distribution { get; }

    /// <inheritdoc/>
    public override constraints.Constraint support => component_distribution.support;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => Average(component_distribution.mean));

    /// <inheritdoc/>
    public override Tensor variance => Compute(() =>
        Average(component_distribution.variance) + Average((component_distribution.mean - Padded(mean)).square()));

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Discrete(sample_shape, _ =>
    {
        Tensor which = mixture_distribution.sample(sample_shape);
        Tensor all = component_distribution.sample(sample_shape);
        int events = event_shape.Length;
        int places = sample_shape.Length + batch_shape.Length;
        long[] wide = [.. which.shape, .. Enumerable.Repeat(1L, events + 1 + places - which.shape.Length)];
        long[] whole = [.. all.shape[..places], 1, .. event_shape];
        return all.gather(places, which.reshape(wide).expand(whole)).squeeze(places);
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
        (component_distribution.log_prob(Padded(x)) + mixture_distribution.logits.log_softmax(-1)).logsumexp(-1));

    /// <inheritdoc/>
    public override Tensor cdf(Tensor value) => Evaluate(value, x => (component_distribution.cdf(Padded(x)) * mixture_distribution.probs).sum(-1));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () => new MixtureSameFamily(
        (Categorical)mixture_distribution.expand(batch_shape), component_distribution.expand(batch_shape + new Size(mixture_distribution.Categories)),
        generator, false));

    /// <inheritdoc/>
    public override string ToString() => $"MixtureSameFamily(\n  {mixture_distribution},\n  {component_distribution})";

    /// <summary>Values with a dimension of the components, of size 1, before those of an event.</summary>
    private Tensor Padded(Tensor value) => value.unsqueeze(-1 - event_shape.Length);

    private Tensor Average(Tensor ofComponents)
    {
        Tensor weights = mixture_distribution.probs;
        foreach (long _ in event_shape)
        {
            weights = weights.unsqueeze(-1);
        }

        return (weights * ofComponents).sum(-1 - event_shape.Length);
    }
}
