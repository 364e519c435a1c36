using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

internal sealed partial class SurfaceCall
{
    private Func<Tensor[]>[]? LinalgSolvers(string name) => name switch
    {
        "inverse" => [() => F(inverse(a)), () => F(a.inverse()), () => F(linalg.inv(a))],
        "linalg.inv_ex" => [() => F(linalg.inv_ex(a))],
        "pinverse" => [() => F(pinverse(a)), () => F(a.pinverse()), () => F(linalg.pinv(a))],
        "linalg.solve" => [() => F(linalg.solve(a, b))],
        "linalg.solve left" => [() => F(linalg.solve(a, b.mT, left: false))],
        "linalg.solve_ex" => [() => F(linalg.solve_ex(a, b))],
        "linalg.solve_triangular" => [() => F(linalg.solve_triangular(a, b, upper: true))],
        "triangular_solve" => [() => F(triangular_solve(b, a)), () => F(b.triangular_solve(a))],
        "linalg.lstsq" => [() => F(linalg.lstsq(a, b).Item1)],
        "linalg.tensorinv" => [() => F(linalg.tensorinv(a.reshape(3, 1, 1, 3), ind: 2))],
        "linalg.tensorsolve" => [() => F(linalg.tensorsolve(a.reshape(3, 1, 3), b[.., ..1]))],
        _ => null,
    };
}
