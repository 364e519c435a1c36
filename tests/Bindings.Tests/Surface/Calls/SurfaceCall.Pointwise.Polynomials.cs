using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

internal sealed partial class SurfaceCall
{
    private Func<Tensor[]>[]? PointwisePolynomials(string name) => name switch
    {
        "special.chebyshev_polynomial_v" => [() => F(special.chebyshev_polynomial_v(a, b))],
        "special.chebyshev_polynomial_w" => [() => F(special.chebyshev_polynomial_w(a, b))],
        "special.hermite_polynomial_h" => [() => F(special.hermite_polynomial_h(a, b))],
        "special.hermite_polynomial_he" => [() => F(special.hermite_polynomial_he(a, b))],
        "special.laguerre_polynomial_l" => [() => F(special.laguerre_polynomial_l(a, b))],
        "special.legendre_polynomial_p" => [() => F(special.legendre_polynomial_p(a, b))],
        "special.shifted_chebyshev_polynomial_t" => [() => F(special.shifted_chebyshev_polynomial_t(a, b))],
        "special.shifted_chebyshev_polynomial_u" => [() => F(special.shifted_chebyshev_polynomial_u(a, b))],
        "special.shifted_chebyshev_polynomial_v" => [() => F(special.shifted_chebyshev_polynomial_v(a, b))],
        "special.shifted_chebyshev_polynomial_w" => [() => F(special.shifted_chebyshev_polynomial_w(a, b))],
        _ => null,
    };
}
