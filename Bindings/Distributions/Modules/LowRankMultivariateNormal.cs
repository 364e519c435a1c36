using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The normal distribution over vectors whose covariance is a matrix of low rank plus a diagonal one (torch.distributions.LowRankMultivariateNormal).</summary>
public class LowRankMultivariateNormal : Distribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("loc", constraints.real_vector),
        ("cov_factor", constraints.independent(constraints.real, 2)),
        ("cov_diag", constraints.independent(constraints.positive, 1)));

    /// <summary>Makes the distribution.</summary>
    /// <param name="loc">The mean, along the last dimension.</param>
    /// <param name="cov_factor">The factor of the part of low rank, of shape [..., n, rank].</param>
    /// <param name="cov_diag">The diagonal; positive.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public LowRankMultivariateNormal(Tensor loc, Tensor cov_factor, Tensor cov_diag, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        ArgumentNullException.ThrowIfNull(loc);
        ArgumentNullException.ThrowIfNull(cov_factor);
        ArgumentNullException.ThrowIfNull(cov_diag);
        if (loc.dim() < 1 || cov_factor.dim() < 2 || cov_factor.shape[^2] != loc.shape[^1] || cov_diag.dim() < 1 || cov_diag.shape[^1] != loc.shape[^1])
        {
            throw new ArgumentException(
                $"loc has to be of shape [..., n], cov_factor of [..., n, rank] and cov_diag of [..., n]: they are of {Python(loc.shape)}, " +
                $"{Python(cov_factor.shape)} and {Python(cov_diag.shape)}");
        }

        using DisposeScope temporary = NewDisposeScope();
        long[] batch = broadcast_shapes(loc.shape[..^1], cov_factor.shape[..^2], cov_diag.shape[..^1]).Shape;
        this.loc = Keep("loc", loc.expand([.. batch, loc.shape[^1]]));
        this.cov_factor = Keep("cov_factor", cov_factor.expand([.. batch, .. cov_factor.shape[^2..]]));
        this.cov_diag = Keep("cov_diag", cov_diag.expand([.. batch, loc.shape[^1]]));
        _init(batch, loc.shape[^1..]);
        Capacitance = Hold(ops.aten.linalg_cholesky(Weighted.matmul(this.cov_factor) + Identity(cov_factor.shape[^1])));
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The mean.</summary>
    public Tensor loc { get; }

    /// <summary>The factor of the part of low rank.</summary>
    public Tensor cov_factor { get; }

    /// <summary>The diagonal.</summary>
    public Tensor cov_diag { get; }

    /// <summary>The covariance matrix.</summary>
    public Tensor covariance_matrix => Lazily("covariance", () => cov_factor.matmul(cov_factor.mT) + cov_diag.diag_embed());

    /// <summary>The inverse of the covariance matrix, by Woodbury's identity.</summary>
    public Tensor precision_matrix => Lazily("precision", () =>
    {
        Tensor solved = ops.aten.linalg_solve_triangular(Capacitance, Weighted, upper: false);
        return cov_diag.reciprocal().diag_embed() - solved.mT.matmul(solved);
    });

    /// <summary>The Cholesky factor of the covariance matrix.</summary>
    public Tensor scale_tril => Lazily("tril", () =>
    {
        Tensor root = cov_diag.sqrt().unsqueeze(-1);
        Tensor scaled = cov_factor / root;
        return root * ops.aten.linalg_cholesky(scaled.matmul(scaled.mT) + Identity(event_shape[0]));
    });

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.real_vector;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => loc);

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => loc);

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => cov_factor.square().sum(-1) + cov_diag);

    /// <summary>The Cholesky factor of I + W' D^-1 W.</summary>
    internal Tensor Capacitance { get; }

    /// <summary>W' D^-1.</summary>
    internal Tensor Weighted => cov_factor.mT / cov_diag.unsqueeze(-2);

    internal Tensor LogDeterminant => (2 * Matrices.HalfLogDeterminant(Capacitance)) + cov_diag.log().sum(-1);

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) => Reparameterised(sample_shape, shape =>
    {
        Tensor factors = StandardNormal([.. shape[..^1], cov_factor.shape[^1]], loc);
        Tensor own = StandardNormal(shape, loc);
        return loc + Matrices.Times(cov_factor, factors) + (cov_diag.sqrt() * own);
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
        -0.5 * ((event_shape[0] * Math.Log(2 * Math.PI)) + LogDeterminant + Mahalanobis(x - loc)));

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() => 0.5 * ((event_shape[0] * (1 + Math.Log(2 * Math.PI))) + LogDeterminant));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () => new LowRankMultivariateNormal(
        loc.expand(batch_shape + event_shape), cov_factor.expand(batch_shape + new Size(cov_factor.shape[^2..])), cov_diag.expand(batch_shape + event_shape),
        generator, false));

    /// <summary>x' (WW' + D)^-1 x.</summary>
    internal Tensor Mahalanobis(Tensor x) =>
        (x.square() / cov_diag).sum(-1) - Matrices.Mahalanobis(Capacitance, Matrices.Times(Weighted, x));

    private Tensor Identity(long size) => eye(size, dtype: loc.dtype, device: loc.device);
}
