using static TorchSharp.torch;
using static TorchSharp.torch.distributions;

namespace TorchSharp.Modules;

/// <summary>Linear algebra of covariance matrices.</summary>
internal static class Matrices
{
    /// <summary>Matrices times vectors.</summary>
    internal static Tensor Times(Tensor matrix, Tensor vector) => matrix.matmul(vector.unsqueeze(-1)).squeeze(-1);

    /// <summary>x' M^-1 x for the matrices M whose Cholesky factors are given.</summary>
    internal static Tensor Mahalanobis(Tensor tril, Tensor x) =>
        ops.aten.linalg_solve_triangular(tril, x.unsqueeze(-1), upper: false).squeeze(-1).square().sum(-1);

    /// <summary>Half the logarithm of the determinant of the matrices whose Cholesky factors are given.</summary>
    internal static Tensor HalfLogDeterminant(Tensor tril) => tril.diagonal(0, -2, -1).log().sum(-1);

    /// <summary>The Cholesky factors of the inverses.</summary>
    internal static Tensor CholeskyOfInverse(Tensor matrix)
    {
        // Turned by half a turn, the inverse of an upper factor is the lower factor of the inverse.
        Tensor factor = ops.aten.linalg_cholesky(matrix.flip(-2, -1));
        Tensor turned = factor.flip(-2, -1).transpose(-2, -1);
        Tensor identity = eye(matrix.shape[^1], dtype: matrix.dtype, device: matrix.device);
        return ops.aten.linalg_solve_triangular(turned, identity, upper: false);
    }

    /// <summary>Inverses from Cholesky factors.</summary>
    internal static Tensor InverseOf(Tensor tril) => ops.aten.cholesky_inverse(tril);

    /// <summary>The sum of squares of all elements of A^-1 B: the trace of (AA')^-1 BB'.</summary>
    internal static Tensor TraceOfQuotient(Tensor tril, Tensor factor) =>
        ops.aten.linalg_solve_triangular(tril, factor, upper: false).square().sum([-2, -1]);

    /// <summary>The logarithm of the multivariate gamma function.</summary>
    internal static Tensor LogGamma(Tensor x, long dimensions) =>
        (dimensions * (dimensions - 1) / 4.0 * Math.Log(Math.PI)) + Halves(x, dimensions).lgamma().sum(-1);

    /// <summary>Its derivative.</summary>
    internal static Tensor Digamma(Tensor x, long dimensions) => Halves(x, dimensions).digamma().sum(-1);

    private static Tensor Halves(Tensor x, long dimensions) =>
        x.unsqueeze(-1) - (arange(dimensions, dtype: x.dtype, device: x.device) / 2);
}
