using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

internal sealed partial class SurfaceCall
{
    private Func<Tensor[]>[]? LinalgFactors(string name) => name switch
    {
        "det" => [() => F(det(a)), () => F(a.det()), () => F(linalg.det(a))],
        "logdet" => [() => F(logdet(a)), () => F(a.logdet())],
        "slogdet" => [() => F(slogdet(a)), () => F(a.slogdet()), () => F(linalg.slogdet(a))],
        "cholesky" => [() => F(cholesky(a)), () => F(a.cholesky()), () => F(linalg.cholesky(a))],
        "linalg.cholesky_ex" => [() => F(linalg.cholesky_ex(a))],
        "cholesky_inverse" => [() => F(cholesky_inverse(cholesky(a))), () => F(cholesky(a).cholesky_inverse())],
        "cholesky_solve" => [() => F(cholesky_solve(b, cholesky(a))), () => F(b.cholesky_solve(cholesky(a)))],
        "lu" => [() => F(Unpacked(lu(a)))],
        "linalg.lu" => [() => F(linalg.lu(a))],
        "linalg.lu_factor" => [() => F(linalg.lu_factor(a))],
        "linalg.lu_factor_ex" => [() => F(linalg.lu_factor_ex(a))],
        "linalg.lu_solve" =>
        [
            () => F(With(linalg.lu_factor(a), (lu, pivots) => linalg.lu_solve(lu, pivots, b))),
            () => F(With(linalg.lu_factor(a), (lu, pivots) => lu_solve(b, lu, pivots))),
            () => F(With(linalg.lu_factor(a), b.lu_solve)),
        ],
        "qr" => [() => F(qr(a).Item2.abs()), () => F(a.qr().Item2.abs()), () => F(linalg.qr(a).Item2.abs())],
        "linalg.qr" => [() => F(With(linalg.qr(a), matmul))],
        "linalg.qr complete" => [() => F(linalg.qr(a, mode: linalg.QRMode.Complete).Item2.abs())],
        "svd" => [() => F(svd(a).Item2), () => F(a.svd().Item2), () => F(linalg.svd(a).Item2)],
        "linalg.svdvals" => [() => F(linalg.svdvals(a))],
        "linalg.eig" => [() => F(linalg.eig(a).Item1.abs().sort().Item1)],
        "linalg.eigvals" => [() => F(linalg.eigvals(a).abs().sort().Item1)],
        "linalg.eigh" => [() => F(linalg.eigh(a).Item1)],
        "linalg.eigvalsh" => [() => F(linalg.eigvalsh(a))],
        "geqrf" => [() => F(geqrf(a)), () => F(a.geqrf())],
        "orgqr" => [() => F(With(geqrf(a), orgqr)), () => F(With(geqrf(a), linalg.householder_product))],
        "ormqr" => [() => F(With(geqrf(a), (reflectors, tau) => ormqr(reflectors, tau, b)))],
        "linalg.cond" => [() => F(linalg.cond(a))],
        "linalg.matrix_rank" => [() => F(linalg.matrix_rank(a))],
        "linalg.ldl_factor" => [() => F(linalg.ldl_factor(a))],
        "linalg.ldl_factor_ex" => [() => F(linalg.ldl_factor_ex(a))],
        "linalg.ldl_solve" => [() => F(With(linalg.ldl_factor(a), (ld, pivots) => linalg.ldl_solve(ld, pivots, b)))],
        "svd_lowrank" => [() => F(svd_lowrank(a, 3).Item2)],
        "svd_lowrank product" => [() => F(Product(svd_lowrank(a, 3)))],
        "pca_lowrank" => [() => F(pca_lowrank(a, 2).Item2)],
        _ => null,
    };
}
