using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// One run of LOBPCG: in each iteration the best approximations within the span of the present vectors X, the residuals W (preconditioned), and the
/// directions P of the last step.
/// </summary>
/// <remarks>
/// A. V. Knyazev, "Toward the Optimal Preconditioned Eigensolver", SIAM J. Sci. Comput. 23 (2001); A. Stathopoulos and K. Wu, "A Block
/// Orthogonalization Procedure with Constant Synchronization Requirements", SIAM J. Sci. Comput. 23 (2002); J. A. Duersch et al., "A Robust and
/// Efficient Implementation of LOBPCG", SIAM J. Sci. Comput. 40 (2018), whose criterion of convergence this is.
/// </remarks>
internal sealed class LobpcgIteration(Tensor a, Tensor? b, Tensor start, Tensor? preconditioner, bool largest, LobpcgMethod method)
{
    // Rounding lets the vectors drift apart from orthonormal ones: they are brought back every so many iterations.
    private const int Refresh = 20;

    private readonly double _precision = start.dtype is ScalarType.Float64 or ScalarType.ComplexFloat64 ? 2.23e-16 : 1.2e-7;
    private readonly long _columns = start.size(-1);

    public (Tensor values, Tensor vectors) Run(long wanted, long iterations, double tolerance)
    {
        double length = Norm(start);
        double sizeOfA = Norm(Times(a, start)) / length, sizeOfB = Norm(Metric(start)) / length;
        (Tensor e, Tensor x) = Best(start);
        Tensor? p = null;
        for (long done = 1; iterations < 0 || done < iterations; done++)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor residual = Times(a, x) - (Metric(x) * e);
            Tensor scale = linalg.vector_norm(x, dims: [0]) * ((e.abs() * sizeOfB) + sizeOfA);
            long converged = Leading(linalg.vector_norm(residual, dims: [0]) < (scale * tolerance));
            if (converged >= wanted)
            {
                break;
            }

            Tensor w = residual.narrow(1, converged, _columns - converged);
            w = preconditioner is null ? w : Times(preconditioner, w);
            (Tensor, Tensor, Tensor?)? next = method == LobpcgMethod.ortho ? Orthonormally(x, p, w, done) : Plainly(x, p, w, converged);
            if (next is not var (nextE, nextX, nextP))
            {
                break;
            }

            // What the step before left is no longer needed; the start stays the caller's.
            e.Dispose();
            x.Dispose();
            p?.Dispose();
            (e, x, p) = (nextE.MoveToOuterDisposeScope(), nextX.MoveToOuterDisposeScope(), nextP?.MoveToOuterDisposeScope());
        }

        return (e.narrow(0, 0, wanted), x.narrow(1, 0, wanted));
    }

    private (Tensor e, Tensor x, Tensor? p) Plainly(Tensor x, Tensor? p, Tensor w, long converged)
    {
        Tensor? active = p?.narrow(1, converged, _columns - converged);
        Tensor basis = cat(active is null ? [x, w] : [x, active, w], 1);
        (Tensor e, Tensor coefficients) = Ritz(basis);
        return (e, basis.matmul(coefficients), basis.narrow(1, _columns, basis.size(1) - _columns).matmul(
            coefficients.narrow(0, _columns, basis.size(1) - _columns)));
    }

    private (Tensor e, Tensor x, Tensor? p)? Orthonormally(Tensor x, Tensor? p, Tensor w, long done)
    {
        if (done % Refresh == 0)
        {
            (_, x) = Best(x);
            p = p is null ? null : Orthonormal(p, x);
        }

        Tensor known = p is null ? x : cat([x, p], 1);
        Tensor fresh = Orthonormal(w, known);
        Tensor basis = cat([known, fresh], 1);
        if (basis.size(1) == _columns)
        {
            // Nowhere left to go: the residuals are all rounding.
            return null;
        }

        (Tensor e, Tensor z) = Eigen(basis.mH.matmul(Times(a, basis)));
        Tensor coefficients = z.narrow(1, 0, _columns);
        Tensor change = coefficients.clone();
        change.narrow(0, 0, _columns).zero_();
        change = Span(change - coefficients.matmul(coefficients.mH.matmul(change)), column => column);
        return (e.narrow(0, 0, _columns), basis.matmul(coefficients), change.size(1) == 0 ? null : basis.matmul(change));
    }

    /// <summary>The approximations within the span of some vectors.</summary>
    private (Tensor e, Tensor x) Best(Tensor basis)
    {
        (Tensor e, Tensor coefficients) = Ritz(basis);
        return (e, basis.matmul(coefficients));
    }

    /// <summary>The coefficients of the approximations within any basis, made orthonormal by Cholesky's factors of its products.</summary>
    private (Tensor e, Tensor coefficients) Ritz(Tensor basis)
    {
        Tensor products = basis.mH.matmul(Metric(basis));
        Tensor scale = real(products.diagonal()).rsqrt().to(products.dtype);
        Tensor lower = linalg.cholesky(products * scale * scale.unsqueeze(1));
        Tensor turn = scale.unsqueeze(1) * ops.aten.linalg_solve_triangular(lower.mH, eye(scale.size(0), dtype: scale.dtype, device: scale.device), upper: true);
        (Tensor e, Tensor z) = Eigen(turn.mH.matmul(basis.mH.matmul(Times(a, basis))).matmul(turn));
        return (e.narrow(0, 0, _columns), turn.matmul(z.narrow(1, 0, _columns)));
    }

    /// <summary>What some vectors add to an orthonormal basis, orthonormal itself; fewer columns where they add less.</summary>
    private Tensor Orthonormal(Tensor vectors, Tensor basis)
    {
        for (int pass = 0; pass < 3 && vectors.size(1) > 0; pass++)
        {
            vectors = Span(vectors - basis.matmul(basis.mH.matmul(Metric(vectors))), Metric);
        }

        return vectors;
    }

    /// <summary>An orthonormal basis of the span of some vectors, by the eigenvalues of their products; what is only rounding is left out.</summary>
    private Tensor Span(Tensor vectors, Func<Tensor, Tensor> metric)
    {
        Tensor squares = real((vectors.conj() * metric(vectors)).sum([0L]));
        vectors = vectors.index_select(1, squares.nonzero().reshape(-1));
        if (vectors.size(1) == 0)
        {
            return vectors;
        }

        Tensor products = vectors.mH.matmul(metric(vectors));
        Tensor scale = real(products.diagonal()).abs().rsqrt().to(products.dtype);
        (Tensor e, Tensor z) = linalg.eigh(products * scale * scale.unsqueeze(1));
        Tensor kept = (e > (e.max() * (_precision * e.size(0)))).nonzero().reshape(-1);
        return vectors.matmul(scale.unsqueeze(1) * z.index_select(1, kept) * e.index_select(0, kept).rsqrt().to(z.dtype));
    }

    private (Tensor e, Tensor z) Eigen(Tensor products)
    {
        (Tensor e, Tensor z) = linalg.eigh((products + products.mH) / 2);
        return largest ? (e.flip(0), z.flip(1)) : (e, z);
    }

    private Tensor Metric(Tensor vectors) => b is null ? vectors : Times(b, vectors);

    private static Tensor Times(Tensor matrix, Tensor vectors) => matrix.is_sparse ? matrix.mm(vectors) : matrix.matmul(vectors);

    private static double Norm(Tensor tensor) => linalg.vector_norm(tensor).to(ScalarType.Float64).item<double>();

    /// <summary>How many are true before the first that is not.</summary>
    private static long Leading(Tensor flags) => flags.to(ScalarType.Int64).cumprod(0).sum().item<long>();
}
