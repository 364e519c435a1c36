using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The normal distribution over vectors (torch.distributions.MultivariateNormal).</summary>
public class MultivariateNormal : Distribution
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("loc", constraints.real_vector),
        ("covariance_matrix", constraints.positive_definite),
        ("precision_matrix", constraints.positive_definite),
        ("scale_tril", constraints.lower_cholesky));

    private readonly string kind;

    /// <summary>Makes the distribution.</summary>
    /// <param name="loc">The mean, along the last dimension.</param>
    /// <param name="covariance_matrix">The covariance matrix; one of the three matrices has to be given.</param>
    /// <param name="precision_matrix">The inverse of the covariance matrix.</param>
    /// <param name="scale_tril">The Cholesky factor of the covariance matrix.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public MultivariateNormal(Tensor loc, Tensor? covariance_matrix = null, Tensor? precision_matrix = null, Tensor? scale_tril = null, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        ArgumentNullException.ThrowIfNull(loc);
        if (loc.dim() < 1)
        {
            throw new ArgumentException("loc must be at least one-dimensional.", nameof(loc));
        }

        using DisposeScope temporary = NewDisposeScope();
        (string name, Tensor matrix) = CovarianceKind.OneOf(covariance_matrix, precision_matrix, scale_tril);
        long[] batch = broadcast_shapes(matrix.shape[..^2], loc.shape[..^1]).Shape;
        this.loc = Keep("loc", loc.expand([.. batch, loc.shape[^1]]));
        Tensor given = Keep(name, matrix.expand([.. batch, .. matrix.shape[^2..]]));
        _init(batch, loc.shape[^1..]);
        Factor = Hold(name switch
        {
            "covariance_matrix" => ops.aten.linalg_cholesky(matrix),
            "precision_matrix" => Matrices.CholeskyOfInverse(matrix),
            _ => matrix.alias(),
        });
        kind = name;
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>The mean.</summary>
    public Tensor loc { get; }

    /// <summary>The covariance matrix.</summary>
    public Tensor covariance_matrix => Lazily("covariance_matrix", () => Factor.matmul(Factor.mT).expand(MatrixShape));

    /// <summary>The inverse of the covariance matrix.</summary>
    public Tensor precision_matrix => Lazily("precision_matrix", () => Matrices.InverseOf(Factor).expand(MatrixShape));

    /// <summary>The Cholesky factor of the covariance matrix.</summary>
    public Tensor scale_tril => Lazily("scale_tril", () => Factor.expand(MatrixShape));

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.real_vector;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => loc);

    /// <inheritdoc/>
    public override Tensor mode => Compute(() => loc);

    /// <inheritdoc/>
    public override Tensor variance => Compute(() => Factor.square().sum(-1).expand(batch_shape + event_shape));

    /// <summary>The Cholesky factor of the covariance matrix, in the batch shape that was given.</summary>
    internal Tensor Factor { get; }

    private long[] MatrixShape => [.. batch_shape, .. event_shape, .. event_shape];

    /// <inheritdoc/>
    public override Tensor rsample(params long[] sample_shape) =>
        Reparameterised(sample_shape, shape => loc + Matrices.Times(Factor, StandardNormal(shape, loc)));

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
        (-0.5 * ((event_shape[0] * Math.Log(2 * Math.PI)) + Matrices.Mahalanobis(Factor, x - loc))) - Matrices.HalfLogDeterminant(Factor));

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() =>
        ((0.5 * event_shape[0] * (1 + Math.Log(2 * Math.PI))) + Matrices.HalfLogDeterminant(Factor)).expand(batch_shape));

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () =>
    {
        Tensor matrix = Kept[kind].expand(batch_shape + event_shape + event_shape);
        Tensor mean = loc.expand(batch_shape + event_shape);
        return kind switch
        {
            "covariance_matrix" => new MultivariateNormal(mean, matrix, null, null, generator, false),
            "precision_matrix" => new MultivariateNormal(mean, null, matrix, null, generator, false),
            _ => new MultivariateNormal(mean, null, null, matrix, generator, false),
        };
    });
}
