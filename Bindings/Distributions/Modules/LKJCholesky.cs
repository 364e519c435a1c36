using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The LKJ distribution over Cholesky factors of correlation matrices (torch.distributions.LKJCholesky).</summary>
public class LKJCholesky : Distribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("concentration", constraints.positive));

    /// <summary>Makes the distribution.</summary>
    /// <param name="dim">The size of the matrices; 2 or more.</param>
    /// <param name="concentration">How closely matrices gather around the identity; 1, the uniform distribution, when null.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public LKJCholesky(int dim, Tensor? concentration = null, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        if (dim < 2)
        {
            throw new ArgumentException($"Expected dim to be an integer greater than or equal to 2. Found dim={dim}.", nameof(dim));
        }

        using DisposeScope temporary = NewDisposeScope();
        this.dim = dim;
        this.concentration = Keep("concentration", Broadcast(concentration ?? tensor(1f))[0]);
        _init(this.concentration.shape, new long[] { dim, dim });
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The size of the matrices.</summary>
    public int dim { get; }

    /// <summary>How closely matrices gather around the identity; 1 for the uniform distribution.</summary>
    public Tensor concentration { get; }

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.corr_cholesky;

    /// <inheritdoc/>
    /// <remarks>The onion method: each row's length below the diagonal is a beta draw, its direction uniform.</remarks>
    public override Tensor rsample(params long[] sample_shape) => Discrete(sample_shape, shape =>
    {
        Tensor offsets = (arange(dim, dtype: concentration.dtype, device: concentration.device) - 1).clamp(min: 0);
        Tensor marginal = (concentration + (0.5 * (dim - 2))).unsqueeze(-1);
        using var lengths = new Beta(offsets + 0.5, marginal - (0.5 * offsets), generator, false);
        Tensor y = lengths.sample(sample_shape).unsqueeze(-1);
        Tensor normal = StandardNormal(shape, concentration).tril(-1);
        Tensor directions = normal / ops.aten.linalg_vector_norm(normal, dim: [-1], keepdim: true);
        directions.select(-2, 0).fill_(0);
        Tensor below = y.sqrt() * directions;
        Tensor left = (1 - below.square().sum(-1)).clamp(min: finfo(below.dtype).tiny).sqrt();
        return below + left.diag_embed();
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
    {
        Tensor diagonal = x.diagonal(0, -2, -1).narrow(-1, 1, dim - 1);
        Tensor powers = (2 * (concentration - 1)).unsqueeze(-1) + dim - arange(2, dim + 1, dtype: concentration.dtype, device: concentration.device);
        long less = dim - 1;
        Tensor alpha = concentration + (0.5 * less);
        Tensor normalizer = (0.5 * less * Math.Log(Math.PI)) + Matrices.LogGamma(alpha - 0.5, less) - (alpha.lgamma() * less);
        return (powers * diagonal.log()).sum(-1) - normalizer;
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) =>
        Expanded(instance, () => new LKJCholesky(dim, concentration.expand(batch_shape), generator, false));
}
