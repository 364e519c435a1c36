using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

internal sealed partial class SurfaceCall
{
    private Func<Tensor[]>[]? LinalgTransforms(string name) => name switch
    {
        "fft.fft" => [() => F(fft.fft_(a))],
        "fft.fft norm" => [() => F(fft.fft_(a, 5, 0, norm: FFTNormType.Ortho))],
        "fft.ifft" => [() => F(fft.ifft(a))],
        "fft.ifft norm" => [() => F(fft.ifft(a, 5, 0, norm: FFTNormType.Ortho))],
        "fft.hfft" => [() => F(fft.hfft(a))],
        "fft.hfft norm" => [() => F(fft.hfft(a, 5, 0, norm: FFTNormType.Ortho))],
        "fft.rfft" => [() => F(fft.rfft(a))],
        "fft.ihfft" => [() => F(fft.ihfft(a))],
        "fft.irfft" => [() => F(fft.irfft(a))],
        "fft.fft2" => [() => F(fft.fft2(a))],
        "fft.ifft2" => [() => F(fft.ifft2(a))],
        "fft.hfft2" => [() => F(fft.hfft2(a))],
        "fft.rfft2" => [() => F(fft.rfft2(a))],
        "fft.ihfft2" => [() => F(fft.ihfft2(a))],
        "fft.irfft2" => [() => F(fft.irfft2(a))],
        "fft.fftn" => [() => F(fft.fftn(a))],
        "fft.ifftn" => [() => F(fft.ifftn(a))],
        "fft.irfftn" => [() => F(fft.irfftn(a))],
        "fft.hfftn" => [() => F(fft.hfftn(a))],
        "fft.rfftn" => [() => F(fft.rfftn(a))],
        "fft.ihfftn" => [() => F(fft.ihfftn(a))],
        "fft.fftfreq" => [() => F(fft.fftfreq(5, 0.5))],
        "fft.rfftfreq" => [() => F(fft.rfftfreq(6, 0.5))],
        "fft.fftshift" => [() => F(fft.fftshift(a))],
        "fft.ifftshift" => [() => F(fft.ifftshift(a, [1]))],
        _ => null,
    };
}
