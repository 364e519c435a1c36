using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The beta distribution over probabilities (torch.distributions.Beta).</summary>
public class Beta : ExponentialFamily
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("concentration1", constraints.positive),
        ("concentration0", constraints.positive));

    /// <summary>Makes the distribution.</summary>
    /// <param name="concentration1">The first concentration; positive.</param>
    /// <param name="concentration0">The second concentration; positive.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Beta(Tensor concentration1, Tensor concentration0, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        using DisposeScope temporary = NewDisposeScope();
        Tensor[] both = Broadcast(concentration1, concentration0);
        dirichlet = Hold(new Dirichlet(torch.stack(both, -1), generator, Validates));
        this.concentration1 = Hold(dirichlet.concentration.select(-1, 0));
        this.concentration0 = Hold(dirichlet.concentration.select(-1, 1));
        _init(both[0].shape);
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The first concentration, which pulls draws towards 1.</summary>
    public Tensor concentration1 { get; }

    /// <summary>The second concentration, which pulls draws towards 0.</summary>
    public Tensor concentration0 { get; }

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.unit_interval;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => concentration1 / (concentration1 + concentration0));

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => dirichlet.mode.select(-1, 0));

    /// <inheritdoc/>
    public override Tensor variance => Compute(() =>
    {
        Tensor total = concentration1 + concentration0;
        return concentration1 * concentration0 / (total.square() * (total + 1));
    });

    /// <inheritdoc/>
    protected internal override IList<Tensor> NaturalParams => [concentration1, concentration0];

    /// <summary>The distribution over a draw and what it leaves of 1.</summary>
    protected Dirichlet dirichlet { get; }

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Compute(() => dirichlet.rsample(sample_shape).select(-1, 0));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x => dirichlet.log_prob(torch.stack([x, 1 - x], -1)));

    /// <inheritdoc/>
    public override Tensor entropy() => dirichlet.entropy();

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new Beta(concentration1.expand(batch_shape), concentration0.expand(batch_shape), generator, false));

    /// <inheritdoc/>
    protected internal override Tensor LogNormalizer(params Tensor[] parameters) =>
        parameters[0].lgamma() + parameters[1].lgamma() - (parameters[0] + parameters[1]).lgamma();
}
