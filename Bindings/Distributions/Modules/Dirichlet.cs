using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The Dirichlet distribution over vectors of probabilities (torch.distributions.Dirichlet).</summary>
public class Dirichlet : ExponentialFamily
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("concentration", constraints.independent(constraints.positive, 1)));

    /// <summary>Makes the distribution.</summary>
    /// <param name="concentration">How strongly draws are pulled towards each corner, along the last dimension; positive.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Dirichlet(Tensor concentration, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        ArgumentNullException.ThrowIfNull(concentration);
        if (concentration.dim() < 1)
        {
            throw new ArgumentException("`concentration` parameter must be at least one-dimensional.", nameof(concentration));
        }

        using DisposeScope temporary = NewDisposeScope();
        this.concentration = Keep("concentration", Broadcast(concentration)[0]);
        _init(concentration.shape[..^1], concentration.shape[^1..]);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>How strongly draws are pulled towards each corner.</summary>
    public Tensor concentration { get; }

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.simplex;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => concentration / concentration.sum(-1, keepdim: true));

    /// <inheritdoc/>
    public override Tensor mode => Compute(() =>
    {
        Tensor above = (concentration - 1).clamp(min: 0);
        Tensor inside = above / above.sum(-1, keepdim: true);
        Tensor corner = ops.aten.one_hot(inside.argmax(-1), concentration.shape[^1]).to_type(inside.dtype);
        return torch.where((concentration < 1).all(-1, keepdim: true), corner, inside);
    });

    /// <inheritdoc/>
    public override Tensor variance => Compute(() =>
    {
        Tensor total = concentration.sum(-1, keepdim: true);
        return concentration * (total - concentration) / (total.square() * (total + 1));
    });

    /// <inheritdoc/>
    protected internal override IList<Tensor> NaturalParams => [concentration];

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) =>
        Reparameterised(sample_shape, shape => DirichletDraw.apply(concentration.expand(shape), Source));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
        (concentration - 1).xlogy(x).sum(-1) + concentration.sum(-1).lgamma() - concentration.lgamma().sum(-1));

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() =>
    {
        long count = concentration.shape[^1];
        Tensor total = concentration.sum(-1);
        return concentration.lgamma().sum(-1) - total.lgamma() - ((count - total) * total.digamma()) - ((concentration - 1) * concentration.digamma()).sum(-1);
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new Dirichlet(concentration.expand(batch_shape + event_shape), generator, false));

    /// <inheritdoc/>
    protected internal override Tensor LogNormalizer(params Tensor[] parameters) => parameters[0].lgamma().sum(-1) - parameters[0].sum(-1).lgamma();
}
