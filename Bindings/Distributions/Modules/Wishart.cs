using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>The Wishart distribution over covariance matrices (torch.distributions.Wishart).</summary>
public class Wishart : ExponentialFamily
{
    private static readonly IReadOnlyDictionary<string, constraints.Constraint> Arguments = Constrained(
        ("covariance_matrix", constraints.positive_definite),
        ("precision_matrix", constraints.positive_definite),
        ("scale_tril", constraints.lower_cholesky),
        ("df", constraints.positive));

    private readonly string kind;

    /// <summary>Makes the distribution.</summary>
    /// <param name="df">Degrees of freedom; more than the matrices' size less 1.</param>
    /// <param name="covariance_matrix">The scale matrix; one of the three matrices has to be given.</param>
    /// <param name="precision_matrix">The inverse of the scale matrix.</param>
    /// <param name="scale_tril">The Cholesky factor of the scale matrix.</param>
    /// <param name="generator">Where draws come from; null for the default generator.</param>
    /// <param name="validate_args">Whether parameters and values are checked; as set_default_validate_args says when null.</param>
    /// <exception cref="ArgumentException">A parameter is outside of its constraint, or shapes do not fit.</exception>
    public Wishart(Tensor df, Tensor? covariance_matrix = null, Tensor? precision_matrix = null, Tensor? scale_tril = null, Generator? generator = null, bool? validate_args = null)
        : base(generator, validate_args)
    {
        ArgumentNullException.ThrowIfNull(df);
        using DisposeScope temporary = NewDisposeScope();
        (string name, Tensor matrix) = CovarianceKind.OneOf(covariance_matrix, precision_matrix, scale_tril);
        long[] batch = broadcast_shapes(matrix.shape[..^2], df.shape).Shape;
        long size = matrix.shape[^1];
        kind = name;
        Keep(name, matrix.expand([.. batch, .. matrix.shape[^2..]]));
        this.df = Keep("df", df.expand(batch));
        if ((this.df <= size - 1).any().item<bool>())
        {
            string message = $"Value of df={Describe(df, whole: true)} expected to be greater than ndim - 1 = {size - 1}.";
            Dispose();
            throw new ArgumentException(message, nameof(df));
        }

        _init(batch, matrix.shape[^2..]);
        Factor = Hold(name switch
        {
            "covariance_matrix" => ops.aten.linalg_cholesky(matrix),
            "precision_matrix" => Matrices.CholeskyOfInverse(matrix),
            _ => matrix.alias(),
        });
    }

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, constraints.Constraint> arg_constraints => Arguments;

    /// <summary>Degrees of freedom.</summary>
    public Tensor df { get; }

    /// <summary>The scale matrix.</summary>
    public Tensor covariance_matrix => Lazily("covariance_matrix", () => Factor.matmul(Factor.mT).expand(batch_shape + event_shape));

    /// <summary>Its inverse.</summary>
    public Tensor precision_matrix => Lazily("precision_matrix", () => Matrices.InverseOf(Factor).expand(batch_shape + event_shape));

    /// <summary>Its Cholesky factor.</summary>
    public Tensor scale_tril => Lazily("scale_tril", () => Factor.expand(batch_shape + event_shape));

    /// <inheritdoc/>
    public override bool has_rsample => true;

    /// <inheritdoc/>
    public override constraints.Constraint support => constraints.positive_definite;

    /// <inheritdoc/>
    public override Tensor mean => Compute(() => Wide(df) * covariance_matrix);

    /// <inheritdoc/>
    public override Tensor mode => Compute(() =>
    {
        Tensor factor = df - Dimensions - 1;
        return Wide(factor.masked_fill(factor <= 0, double.NaN)) * covariance_matrix;
    });

    /// <inheritdoc/>
    public override Tensor variance => Compute(() =>
    {
        Tensor diagonal = covariance_matrix.diagonal(0, -2, -1);
        return Wide(df) * (covariance_matrix.square() + (diagonal.unsqueeze(-1) * diagonal.unsqueeze(-2)));
    });

    /// <inheritdoc/>
    protected internal override IList<Tensor> NaturalParams => [-precision_matrix / 2, (df - Dimensions - 1) / 2];

    /// <inheritdoc/>
    protected internal override Tensor MeanCarrierMeasure => zeros_like(df);

    /// <summary>The Cholesky factor of the scale matrix, in the batch shape that was given.</summary>
    internal Tensor Factor { get; }

    private long Dimensions => event_shape[0];

    /// <inheritdoc/>
    /// <remarks>Bartlett's decomposition; draws that rounding has made singular are drawn again, ten times at most.</remarks>
    public override Tensor rsample(params long[] sample_shape) => Compute(() =>
    {
        ArgumentNullException.ThrowIfNull(sample_shape);
        using var squares = new Chi2(
            df.unsqueeze(-1) - arange(Dimensions, dtype: df.dtype, device: df.device).expand([.. batch_shape, Dimensions]), generator, false);
        Tensor drawn = Bartlett(squares, sample_shape);
        Tensor singular = Singular(drawn);
        for (int tries = 0; tries < 10 && singular.any().item<bool>(); tries++)
        {
            drawn = torch.where(Wide(singular), Bartlett(squares, sample_shape), drawn);
            singular = Singular(drawn);
        }

        return drawn;
    });

    /// <inheritdoc/>
    public override Tensor log_prob(Tensor value) => Evaluate(value, x =>
    {
        long p = Dimensions;
        Tensor normalizer = (df * ((0.5 * p * Math.Log(2)) + Matrices.HalfLogDeterminant(Factor))) + Matrices.LogGamma(df / 2, p);
        Tensor quotient = ops.aten.cholesky_solve(x, Factor.expand([.. x.shape[..^2], p, p])).diagonal(0, -2, -1).sum(-1);
        return ((df - p - 1) / 2 * torch.linalg.slogdet(x).logabsdet) - normalizer - (quotient / 2);
    });

    /// <inheritdoc/>
    public override Tensor entropy() => Compute(() =>
    {
        long p = Dimensions;
        return ((p + 1) * ((0.5 * p * Math.Log(2)) + Matrices.HalfLogDeterminant(Factor)))
            + Matrices.LogGamma(df / 2, p) - ((df - p - 1) / 2 * Matrices.Digamma(df / 2, p)) + (df * p / 2);
    });

    /// <inheritdoc/>
    public override Distribution expand(Size batch_shape, Distribution? instance = null) => Expanded(instance, () =>
    {
        Tensor matrix = Kept[kind].expand(batch_shape + event_shape);
        Tensor freedom = df.expand(batch_shape);
        return kind switch
        {
            "covariance_matrix" => new Wishart(freedom, matrix, null, null, generator, false),
            "precision_matrix" => new Wishart(freedom, null, matrix, null, generator, false),
            _ => new Wishart(freedom, null, null, matrix, generator, false),
        };
    });

    /// <inheritdoc/>
    protected internal override Tensor LogNormalizer(params Tensor[] parameters)
    {
        Tensor order = parameters[1] + ((Dimensions + 1) / 2.0);
        return Matrices.LogGamma(order, Dimensions) - (order * torch.linalg.slogdet(-parameters[0]).logabsdet);
    }

    private static Tensor Wide(Tensor each) => each.unsqueeze(-1).unsqueeze(-1);

    private static Tensor Singular(Tensor drawn)
    {
        using IDisposable mode = no_grad();
        return ~constraints.positive_definite.check(drawn);
    }

    private Tensor Bartlett(Chi2 squares, long[] sample_shape)
    {
        long p = Dimensions;
        Tensor diagonal = squares.rsample(sample_shape).sqrt().diag_embed();
        Tensor below = StandardNormal([.. sample_shape, .. batch_shape, p * (p - 1) / 2], df);
        Tensor at = ops.aten.tril_indices(p, p, -1, device: df.device);
        Tensor noise = diagonal.flatten(-2).index_copy(-1, (at[0] * p) + at[1], below).unflatten(-1, p, p);
        Tensor factor = Factor.matmul(noise);
        return factor.matmul(factor.mT);
    }
}
