using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

internal sealed partial class SurfaceCall
{
    private Func<Tensor[]>[]? LinalgSignals(string name) => name switch
    {
        "stft" =>
        [
            () => F(stft(a, 8, 2, window: hann_window(8), return_complex: true)),
            () => F(a.stft(8, 2, window: hann_window(8), return_complex: true)),
        ],
        "stft onesided" => [() => F(stft(a, 8, 2, window: hann_window(8, dtype: float64), center: false, onesided: false, return_complex: true))],
        "istft" =>
        [
            () => F(istft(stft(a, 8, 2, window: hann_window(8), return_complex: true), 8, 2, window: hann_window(8), length: 32)),
            () => F(stft(a, 8, 2, window: hann_window(8), return_complex: true).istft(8, 2, window: hann_window(8), length: 32)),
        ],
        "bartlett_window" => [() => F(bartlett_window(7))],
        "bartlett_window symmetric" => [() => F(bartlett_window(7, false, dtype: float64))],
        "blackman_window" => [() => F(blackman_window(7))],
        "blackman_window symmetric" => [() => F(blackman_window(7, false, dtype: float64))],
        "hamming_window" => [() => F(hamming_window(7))],
        "hamming_window symmetric" => [() => F(hamming_window(7, false, dtype: float64))],
        "hann_window" => [() => F(hann_window(7))],
        "hann_window symmetric" => [() => F(hann_window(7, false, dtype: float64))],
        "kaiser_window" => [() => F(kaiser_window(7))],
        "kaiser_window symmetric" => [() => F(kaiser_window(7, false, dtype: float64))],
        "kaiser_window beta" => [() => F(kaiser_window(7, true, 9.0f))],
        "hamming_window weights" => [() => F(hamming_window(7, true, 0.625f, 0.375f))],
        _ => null,
    };
}
