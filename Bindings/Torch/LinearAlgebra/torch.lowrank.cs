using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Factorisations of low rank by random projection (Halko, Martinsson and Tropp, "Finding structure with randomness", 2009).</summary>
public static partial class torch
{
    /// <summary>The greatest singular values of matrices and their vectors, approximately: U diag(S) V^H (torch.svd_lowrank).</summary>
    /// <param name="A">Matrices of (*, m, n).</param>
    /// <param name="q">How many; a little more than the rank is best.</param>
    /// <param name="niter">Iterations of the subspace; 2 is enough as a rule.</param>
    /// <param name="M">What is subtracted from A, of a shape that broadcasts to A's; null for nothing.</param>
    /// <returns>U of (*, m, q), S of (*, q) and V of (*, n, q).</returns>
    /// <exception cref="ArgumentOutOfRangeException">q is negative or more than A's smaller side.</exception>
    public static (Tensor U, Tensor S, Tensor V) svd_lowrank(Tensor A, int q = 6, int niter = 2, Tensor? M = null)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor matrix = M is null ? NotNull(A) : NotNull(A) - M;
        long rows = matrix.size(-2);
        long columns = matrix.size(-1);
        ArgumentOutOfRangeException.ThrowIfNegative(q);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(q, Math.Min(rows, columns));
        ArgumentOutOfRangeException.ThrowIfNegative(niter);

        // On which side the subspace is sought is Python's choice of the same version, so that the draws are the same: 1.13 took the rows wherever that
        // made the matrix that is left small, 2.6 takes them of wide matrices only.
        bool wide = rows < columns || (columns > q && !OpTable.IsAtLeast("2.6"));
        Tensor tall = wide ? matrix.mH : matrix;
        Tensor basis = Range(tall, q, niter);
        (Tensor u, Tensor s, Tensor vh) = linalg.svd(basis.mH.matmul(tall), fullMatrices: false);
        Tensor left = basis.matmul(u);
        Tensor right = vh.mH;
        return wide ? scope.MoveToOuter(right, s, left) : scope.MoveToOuter(left, s, right);
    }

    /// <summary>The principal components of a matrix whose rows are samples, approximately (torch.pca_lowrank).</summary>
    /// <param name="A">Matrices of (*, m, n).</param>
    /// <param name="q">How many components.</param>
    /// <param name="center">Whether to subtract the mean of each column first.</param>
    /// <param name="niter">Iterations of the subspace.</param>
    /// <returns>U of (*, m, q), S of (*, q) and V of (*, n, q), whose columns are the components.</returns>
    /// <exception cref="ArgumentOutOfRangeException">q is negative or more than A's smaller side.</exception>
    public static (Tensor U, Tensor S, Tensor V) pca_lowrank(Tensor A, int q = 6, bool center = true, int niter = 2)
    {
        if (!center)
        {
            return svd_lowrank(A, q, niter);
        }

        using Tensor mean = NotNull(A).mean([-2], keepdim: true);
        return svd_lowrank(A, q, niter, mean);
    }

    /// <summary>Orthonormal columns that span nearly what the greatest singular vectors span.</summary>
    private static Tensor Range(Tensor matrix, int q, int niter)
    {
        Tensor start = randn([matrix.size(-1), q], matrix.dtype, matrix.device);
        Tensor basis = linalg.qr(matrix.matmul(start)).Q;
        for (int i = 0; i < niter; i++)
        {
            basis = linalg.qr(matrix.mH.matmul(basis)).Q;
            basis = linalg.qr(matrix.matmul(basis)).Q;
        }

        return basis;
    }
}
