using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Divergences;

/// <summary>Divergences between normal distributions over vectors.</summary>
internal static class NormalVectorKl
{
    internal static Tensor Full(MultivariateNormal p, MultivariateNormal q)
    {
        long size = SameSize(p, q);
        Tensor halves = Matrices.HalfLogDeterminant(q.Factor) - Matrices.HalfLogDeterminant(p.Factor);
        Tensor trace = Matrices.TraceOfQuotient(q.Factor, p.Factor);
        return halves + (0.5 * (trace + Matrices.Mahalanobis(q.Factor, q.loc - p.loc) - size));
    }

    internal static Tensor LowRank(LowRankMultivariateNormal p, LowRankMultivariateNormal q)
    {
        long size = SameSize(p, q);
        Tensor solved = Solved(q);
        Tensor trace = (p.cov_diag / q.cov_diag).sum(-1) + (p.cov_factor / q.cov_diag.sqrt().unsqueeze(-1)).square().sum([-2, -1])
            - (solved * p.cov_diag.sqrt().unsqueeze(-2)).square().sum([-2, -1]) - solved.matmul(p.cov_factor).square().sum([-2, -1]);
        return 0.5 * (q.LogDeterminant - p.LogDeterminant + trace + q.Mahalanobis(q.loc - p.loc) - size);
    }

    internal static Tensor FullToLowRank(MultivariateNormal p, LowRankMultivariateNormal q)
    {
        long size = SameSize(p, q);
        Tensor solved = Solved(q);
        Tensor trace = (p.Factor / q.cov_diag.sqrt().unsqueeze(-1)).square().sum([-2, -1]) - solved.matmul(p.Factor).square().sum([-2, -1]);
        Tensor determinants = q.LogDeterminant - (2 * Matrices.HalfLogDeterminant(p.Factor));
        return 0.5 * (determinants + trace + q.Mahalanobis(q.loc - p.loc) - size);
    }

    internal static Tensor LowRankToFull(LowRankMultivariateNormal p, MultivariateNormal q)
    {
        long size = SameSize(p, q);
        Tensor trace = Matrices.TraceOfQuotient(q.Factor, p.cov_factor) + Matrices.TraceOfQuotient(q.Factor, p.cov_diag.sqrt().diag_embed());
        Tensor determinants = (2 * Matrices.HalfLogDeterminant(q.Factor)) - p.LogDeterminant;
        return 0.5 * (determinants + trace + Matrices.Mahalanobis(q.Factor, q.loc - p.loc) - size);
    }

    /// <summary>A with A'A = the part that Woodbury's identity takes off D^-1.</summary>
    private static Tensor Solved(LowRankMultivariateNormal q) => ops.aten.linalg_solve_triangular(q.Capacitance, q.Weighted, upper: false);

    private static long SameSize(distributions.Distribution p, distributions.Distribution q) => p.event_shape == q.event_shape
        ? p.event_shape[0]
        : throw new ArgumentException($"KL-divergence between two normal distributions over vectors needs the same size: {p.event_shape} and {q.event_shape}");
}
