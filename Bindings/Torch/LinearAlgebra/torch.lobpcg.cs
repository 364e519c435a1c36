namespace TorchSharp;

/// <summary>A few eigenvalues of large matrices (Knyazev, "Toward the optimal preconditioned eigensolver", 2001).</summary>
public static partial class torch
{
    /// <summary>
    /// The greatest or least eigenvalues and their vectors of symmetric positive definite problems, A x = e B x, found by products with A and B alone
    /// (torch.lobpcg).
    /// </summary>
    /// <param name="A">Symmetric (or Hermitian) matrices of (*, m, m), or one sparse matrix.</param>
    /// <param name="k">How many eigenvalues; null for the columns of X, or 1.</param>
    /// <param name="B">Positive definite matrices of A's shape; null for the identity.</param>
    /// <param name="X">Where the vectors' approximation starts, (*, m, n) with n of k or more; null draws it.</param>
    /// <param name="n">How many vectors to draw where there is no X; null for k.</param>
    /// <param name="iK">A preconditioner, an approximate inverse of A: (m, m) or (*, m, m); null for none.</param>
    /// <param name="niter">The most iterations: null for 1000, -1 for no limit.</param>
    /// <param name="tol">How small the relative residual has to become; null for the square root of the type's precision.</param>
    /// <param name="largest">Whether the greatest eigenvalues are wanted, or else the least; default true.</param>
    /// <param name="method">How the basis is kept; default <see cref="LobpcgMethod.ortho"/>.</param>
    /// <returns>The eigenvalues, (*, k), greatest (or least) first, and their vectors, (*, m, k), each of length 1 in B.</returns>
    /// <remarks>
    /// Gradients of A flow back once, where A is dense and real and there is no B, and symmetric ones: A counts as (A + A^T) / 2 then, as in Python.
    /// </remarks>
    /// <exception cref="ArgumentException">Shapes do not fit, or A has fewer than three rows for each vector sought.</exception>
    /// <exception cref="TorchLinAlgException">The basic method's basis became singular.</exception>
    public static (Tensor E, Tensor X) lobpcg(
        Tensor A, long? k = null, Tensor? B = null, Tensor? X = null, long? n = null, Tensor? iK = null, long? niter = null, double? tol = null,
        bool largest = true, LobpcgMethod method = LobpcgMethod.ortho)
    {
        LobpcgProblem problem = LobpcgProblem.Of(NotNull(A), B, X, iK, k, n);
        using DisposeScope scope = NewDisposeScope();
        bool differentiable = is_grad_enabled() && (A.requires_grad || B is { requires_grad: true });
        Tensor matrix = differentiable && !A.is_sparse ? (A + A.mH) / 2 : A;
        Tensor values, vectors;
        using (no_grad())
        {
            (values, vectors) = problem.Solve(matrix.detach(), tol, largest, method, niter ?? 1000);
        }

        if (differentiable)
        {
            List<Tensor> recorded = EigenpairGradient.apply(matrix, values, vectors, B);
            (values, vectors) = (recorded[0], recorded[1]);
        }

        return (values.MoveToOuterDisposeScope(), vectors.MoveToOuterDisposeScope());
    }
}
