using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

internal sealed partial class SurfaceCases
{
    private Tensor[]? LinearAlgebra(string name) => name switch
    {
        "matmul" => [c.matmul(m)],
        "tensordot" => [tensordot(c, a, [1, 2], [0, 1])],
        "tensordot count" => [a.tensordot(m, 1)],
        "einsum" => [einsum("bij,kj->bik", c, a)],
        "cross" => [a[.., ..3].cross(b[.., ..3], 1)],
        "kron" => [a.kron(v)],
        "cdist" => [cdist(a, b, 1)],
        "cov" => [a.cov(0)],
        "corrcoef" => [a.corrcoef()],
        "renorm" => [a.renorm(2, 0, 1)],
        "matrix_power" => [m.matrix_power(3)],
        "pinverse" => [a.pinverse()],
        "cholesky upper" => [Spd.cholesky(true)],
        "lu_factor" => Of(linalg.lu_factor(m)),
        "slogdet" => Of(slogdet(m)),
        "linalg.cond" => [linalg.cond(m, 1)],
        "linalg.eigvalsh" => [linalg.eigvalsh(Spd, 'U')],
        "linalg.lstsq" => [linalg.lstsq(m, a.T.contiguous()).Solution],
        "linalg.matrix_norm" => [linalg.matrix_norm(c)],
        "linalg.matrix_norm nuc" => [linalg.matrix_norm(c, "nuc")],
        "linalg.matrix_norm 1" => [linalg.matrix_norm(c, 1, [0, 1], true)],
        "linalg.matrix_rank" => [linalg.matrix_rank(m, 0.1, 0)],
        "linalg.norm" => [linalg.norm(a)],
        "linalg.norm 3" => [linalg.norm(c, 3, [1], true)],
        "linalg.vector_norm" => [linalg.vector_norm(c, 3, [1, 2])],
        "linalg.pinv" => [linalg.pinv(a, 0.1, 0)],
        "linalg.solve" => [linalg.solve(m, a, left: false)],
        "linalg.solve_triangular" => [linalg.solve_triangular(m, a.T, upper: true)],
        "linalg.svdvals" => [linalg.svdvals(a)],
        "linalg.multi_dot" => [linalg.multi_dot([a, m, v])],
        "linalg.tensorinv" => [linalg.tensorinv(m.reshape(4, 2, 2), 1)],
        "linalg.vander" => [linalg.vander(v, 3)],
        "linalg.vecdot" => [linalg.vecdot(a, b, 0)],
        _ => null,
    };

    private Tensor[]? Transforms(string name) => name switch
    {
        "fft.fft" => [view_as_real(fft.fft_(a, 6, 1, FFTNormType.Ortho))],
        "fft.ifft" => [view_as_real(fft.ifft(Z, dim: 0, norm: FFTNormType.Forward))],
        "fft.rfft" => [view_as_real(fft.rfft(a))],
        "fft.irfft" => [fft.irfft(Z, 5)],
        "fft.fft2" => [view_as_real(fft.fft2(c))],
        "fft.rfftn" => [view_as_real(fft.rfftn(c, [2, 2], [0, 2]))],
        "fft.hfft" => [fft.hfft(Z, 4, 1)],
        "fft.ihfft2" => [view_as_real(fft.ihfft2(c))],
        "fft.fftshift" => [fft.fftshift(a, [1])],
        "fft.fftfreq" => [fft.fftfreq(5, 0.5, ScalarType.Float64)],
        "stft" => [view_as_real(s.stft(16, 4, window: Hann(), return_complex: true))],
        "istft" => [s.stft(16, 4, window: Hann(), return_complex: true).istft(16, 4, window: Hann(), length: 64)],
        "kaiser_window" => [kaiser_window(7, true, 9, ScalarType.Float64)],
        "hamming_window" => [hamming_window(7, false, 0.625f, 0.375f, ScalarType.Float64)],
        "gradient" => [.. gradient(a, 2, edge_order: 2)],
        "gradient dims" => [.. gradient(c, dims: [0, 2])],
        _ => null,
    };
}
