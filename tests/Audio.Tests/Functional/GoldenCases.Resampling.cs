using static TorchSharp.torch;
using static TorchSharp.torchaudio;
using F = TorchSharp.torchaudio.functional;
using T = TorchSharp.torchaudio.transforms;

namespace TorchSharp.Audio.Tests.Functional;

using Twins = Dictionary<string, Func<Tensor[], Tensor>>;

internal static partial class GoldenCases
{
    private const ResamplingMethod Kaiser = ResamplingMethod.sinc_interp_kaiser;

    private static Twins Resampling() => new()
    {
        ["resample_3_2"] = Of(() => T.Resample(3, 2)),
        ["resample_2_3"] = Of(() => T.Resample(2, 3)),
        ["resample_44100_16000"] = Of(() => T.Resample(44100, 16000)),
        ["resample_8000_16000"] = Of(() => T.Resample(8000, 16000)),
        ["resample_16000_8000"] = Of(() => T.Resample(16000, 8000)),
        ["resample_48000_44100"] = Of(() => T.Resample(48000, 44100)),
        ["resample_same"] = Of(() => T.Resample(8000, 8000)),
        ["resample_one_sample"] = Of(() => T.Resample(2, 7)),
        ["resample_prime"] = Of(() => T.Resample(101, 37)),
        ["resample_width_rolloff"] = Of(() => T.Resample(4, 3, lowpass_filter_width: 16, rolloff: 0.9)),
        ["resample_kaiser"] = Of(() => T.Resample(3, 2, ResamplingMethod.kaiser_window)),
        ["resample_kaiser_beta"] = Of(() => T.Resample(2, 5, Kaiser, lowpass_filter_width: 12, beta: 6)),
        ["resample_kaiser_best"] = Of(() => T.Resample(5, 4, Kaiser, lowpass_filter_width: 64, rolloff: 0.9475937167399596)),
        ["resample_double"] = Of(() => T.Resample(3, 2, dtype: ScalarType.Float64)),
        ["resample_kaiser_double"] = Of(() => T.Resample(3, 4, Kaiser, dtype: ScalarType.Float64)),
        ["resample_functional"] = x => F.resample(x[0], 3, 2),
        ["resample_functional_up"] = x => F.resample(x[0], 16000, 44100),
        ["resample_functional_kaiser"] = x => F.resample(x[0], 5, 3, resampling_method: Kaiser, beta: 9),
        ["resample_functional_double"] = x => F.resample(x[0], 7, 5, resampling_method: ResamplingMethod.sinc_interp_hann),
        ["kernel_3_2_sinc_interpolation"] = _ => T.Resample(3, 2).kernel!,
        ["kernel_441_160_sinc_interpolation"] = _ => T.Resample(441, 160).kernel!,
        ["kernel_5_4_kaiser_window"] = _ => T.Resample(5, 4, Kaiser).kernel!,
    };
}
