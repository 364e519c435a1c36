using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

internal sealed partial class SurfaceCall
{
    private Func<Tensor[]>[]? LinalgProducts(string name) => name switch
    {
        "mm" => [() => F(mm(a, b)), () => F(a.mm(b)), () => F(matmul(a, b)), () => F(a.matmul(b)), () => F(linalg.matmul(a, b))],
        "bmm" => [() => F(bmm(a, b)), () => F(a.bmm(b)), () => F(matmul(a, b))],
        "mv" => [() => F(mv(a, b)), () => F(a.mv(b)), () => F(matmul(a, b))],
        "dot" => [() => F(dot(a, b)), () => F(a.dot(b)), () => F(inner(a, b)), () => F(a.inner(b))],
        "vdot" => [() => F(vdot(a, b)), () => F(a.vdot(b))],
        "inner" => [() => F(inner(a, b)), () => F(a.inner(b))],
        "outer" => [() => F(outer(a, b)), () => F(a.outer(b)), () => F(ger(a, b)), () => F(a.ger(b))],
        "kron" => [() => F(kron(a, b)), () => F(a.kron(b))],
        "cross" => [() => F(cross(a, b, 1)), () => F(a.cross(b, 1)), () => F(linalg.cross(a, b))],
        "tensordot" => [() => F(tensordot(a, b, [1, 2], [2, 1]))],
        "einsum" => [() => F(einsum("bij,bjk->bik", a, b))],
        "chain_matmul" => [() => F(chain_matmul(a, b, a)), () => F(linalg.multi_dot([a, b, a]))],
        "addmm" =>
        [
            () => F(addmm(a, b, c, beta: 0.5f, alpha: 2f)),
            () => F(a.addmm(b, c, beta: 0.5f, alpha: 2f)),
            () => F(a.clone().addmm_(b, c, beta: 0.5f, alpha: 2f)),
        ],
        "addmv" =>
        [
            () => F(addmv(a, b, c, beta: 0.5f, alpha: 2f)),
            () => F(a.addmv(b, c, beta: 0.5f, alpha: 2f)),
            () => F(a.clone().addmv_(b, c, beta: 0.5f, alpha: 2f)),
        ],
        "addr" =>
        [
            () => F(addr(a, b, c, beta: 0.5f, alpha: 2f)),
            () => F(a.addr(b, c, beta: 0.5f, alpha: 2f)),
            () => F(a.clone().addr_(b, c, beta: 0.5f, alpha: 2f)),
        ],
        "addbmm" =>
        [
            () => F(addbmm(a, b, c, beta: 0.5f, alpha: 2f)),
            () => F(a.addbmm(b, c, beta: 0.5f, alpha: 2f)),
            () => F(a.clone().addbmm_(b, c, beta: 0.5f, alpha: 2f)),
        ],
        "baddbmm" =>
        [
            () => F(baddbmm(a, b, c, beta: 0.5f, alpha: 2f)),
            () => F(a.baddbmm(b, c, beta: 0.5f, alpha: 2f)),
            () => F(a.clone().baddbmm_(b, c, beta: 0.5f, alpha: 2f)),
        ],
        "linalg.vecdot" => [() => F(linalg.vecdot(a, b))],
        "cdist" => [() => F(cdist(a, b, 2.0))],
        "cdist one" => [() => F(cdist(a, b, p: 1.0))],
        "matrix_power" => [() => F(matrix_power(a, 3)), () => F(a.matrix_power(3)), () => F(linalg.matrix_power(a, 3))],
        "matrix_power inverse" => [() => F(linalg.matrix_power(a, -2))],
        "matrix_exp" => [() => F(matrix_exp(a)), () => F(a.matrix_exp()), () => F(linalg.matrix_exp(a))],
        "linalg.vector_norm" => [() => F(linalg.vector_norm(a, 3.0, [1], true))],
        "linalg.matrix_norm" => [() => F(linalg.matrix_norm(a))],
        "linalg.matrix_norm order" => [() => F(linalg.matrix_norm(a, 1.0))],
        "linalg.norm" => [() => F(linalg.norm(a))],
        "linalg.norm nuclear" => [() => F(linalg.norm(a, "nuc"))],
        _ => null,
    };
}
