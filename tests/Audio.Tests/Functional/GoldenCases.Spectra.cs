using TorchSharp.Transforms;
using static TorchSharp.torch;
using static TorchSharp.torchaudio;
using F = TorchSharp.torchaudio.functional;
using T = TorchSharp.torchaudio.transforms;

namespace TorchSharp.Audio.Tests.Functional;

using Scale = TorchSharp.torchaudio.MelScale;
using Twins = Dictionary<string, Func<Tensor[], Tensor>>;

internal static partial class GoldenCases
{
    private static Twins Spectra() => new()
    {
        ["spectrogram"] = Of(() => T.Spectrogram()),
        ["spectrogram_stereo"] = Of(() => T.Spectrogram(n_fft: 128)),
        ["spectrogram_batch"] = Of(() => T.Spectrogram(n_fft: 100, hop_length: 33)),
        ["spectrogram_double"] = Of(() => T.Spectrogram(n_fft: 64).@double()),
        ["spectrogram_float_window_double_sound"] = Of(() => T.Spectrogram(n_fft: 64)),
        ["spectrogram_magnitude"] = Of(() => T.Spectrogram(n_fft: 96, power: 1.0)),
        ["spectrogram_power_3"] = Of(() => T.Spectrogram(n_fft: 96, power: 3.0)),
        ["spectrogram_power_half"] = Of(() => T.Spectrogram(n_fft: 96, power: 0.5)),
        ["spectrogram_complex"] = Of(() => T.Spectrogram(n_fft: 96, power: null)),
        ["spectrogram_win_hop"] = Of(() => T.Spectrogram(n_fft: 256, win_length: 200, hop_length: 80)),
        ["spectrogram_odd_n_fft"] = Of(() => T.Spectrogram(n_fft: 101, win_length: 55, hop_length: 17)),
        ["spectrogram_pad"] = Of(() => T.Spectrogram(n_fft: 64, pad: 50)),
        ["spectrogram_normalized"] = Of(() => T.Spectrogram(n_fft: 128, normalized: true)),
        ["spectrogram_window"] = Of(() => T.Spectrogram(n_fft: 128, normalized: "window")),
        ["spectrogram_frame_length"] = Of(() => T.Spectrogram(n_fft: 128, normalized: "frame_length")),
        ["spectrogram_not_centred"] = Of(() => T.Spectrogram(n_fft: 128, center: false)),
        ["spectrogram_constant"] = Of(() => T.Spectrogram(n_fft: 128, pad_mode: PaddingModes.Constant)),
        ["spectrogram_replicate"] = Of(() => T.Spectrogram(n_fft: 128, pad_mode: PaddingModes.Replicate)),
        ["spectrogram_circular"] = Of(() => T.Spectrogram(n_fft: 128, pad_mode: PaddingModes.Circular)),
        ["spectrogram_twosided"] = Of(() => T.Spectrogram(n_fft: 64, onesided: false)),
        ["spectrogram_hamming"] = Of(() => T.Spectrogram(n_fft: 128, window_fn: length => torch.hamming_window(length))),
        ["spectrogram_functional"] = x => F.spectrogram(x[0], 10, torch.hann_window(50), 64, 16, 50, 2.0, false),
        ["inverse"] = Back(null, n_fft: 128),
        ["inverse_length"] = Back(900, n_fft: 128),
        ["inverse_longer"] = Back(1100, n_fft: 64),
        ["inverse_normalized"] = Back(1000, n_fft: 128, normalized: true),
        ["inverse_frame_length"] = Back(1000, n_fft: 128, normalized: "frame_length"),
        ["inverse_pad"] = Back(1000, n_fft: 128, pad: 20),
        ["inverse_twosided"] = Back(1000, n_fft: 64, onesided: false),
        ["inverse_batch"] = Back(700, n_fft: 64, hop_length: 16),
        ["mel_scale"] = Of(() => T.MelScale(n_mels: 8, n_stft: 33)),
        ["mel_scale_3d"] = Of(() => T.MelScale(n_mels: 8, n_stft: 33, sample_rate: 8000)),
        ["mel_scale_2d"] = Of(() => T.MelScale(n_mels: 8, n_stft: 33, f_min: 100, f_max: 3000)),
        ["mel_scale_slaney"] = Of(() => T.MelScale(n_mels: 8, n_stft: 33, norm: MelNorm.slaney, mel_scale: Scale.slaney)),
        ["mel_scale_slaney_norm"] = Of(() => T.MelScale(n_mels: 8, n_stft: 33, norm: MelNorm.slaney)),
        ["mel_scale_slaney_scale"] = Of(() => T.MelScale(n_mels: 8, n_stft: 33, mel_scale: Scale.slaney)),
        ["fbanks_defaults"] = _ => F.melscale_fbanks(201, 0.0, 8000.0, 128, 16000),
        ["fbanks_range"] = _ => F.melscale_fbanks(129, 60.0, 7600.0, 40, 22050),
        ["fbanks_odd_rate"] = _ => F.melscale_fbanks(65, 0.0, 5512.0, 20, 11025),
        ["fbanks_slaney"] = _ => F.melscale_fbanks(201, 20.0, 8000.0, 40, 16000, MelNorm.slaney, Scale.slaney),
        ["fbanks_slaney_norm"] = _ => F.melscale_fbanks(129, 0.0, 4000.0, 23, 8000, MelNorm.slaney, Scale.htk),
        ["fbanks_slaney_scale"] = _ => F.melscale_fbanks(129, 0.0, 4000.0, 23, 8000, mel_scale: Scale.slaney),
        ["linear_fbanks"] = _ => F.linear_fbanks(65, 0.0, 8000.0, 20, 16000),
        ["linear_fbanks_range"] = _ => F.linear_fbanks(101, 300.0, 3400.0, 12, 8000),
        ["mel_spectrogram"] = Of(() => T.MelSpectrogram()),
        ["mel_spectrogram_8k"] = Of(() => T.MelSpectrogram(sample_rate: 8000, n_fft: 128, n_mels: 20)),
        ["mel_spectrogram_range"] = Of(() => T.MelSpectrogram(
            n_fft: 256, hop_length: 100, f_min: 80, f_max: 7000, n_mels: 16, norm: MelNorm.slaney, mel_scale: Scale.slaney)),
        ["mel_spectrogram_magnitude"] = Of(() => T.MelSpectrogram(n_fft: 128, n_mels: 16, power: 1, pad: 8, normalized: true)),
        ["mel_spectrogram_not_centred"] = Of(() => T.MelSpectrogram(n_fft: 128, n_mels: 16, center: false, pad_mode: PaddingModes.Constant)),
        ["mel_spectrogram_double"] = Of(() => T.MelSpectrogram(n_fft: 64, n_mels: 10).@double()),
        ["to_db"] = Of(() => T.AmplitudeToDB()),
        ["to_db_magnitude"] = Of(() => T.AmplitudeToDB("magnitude")),
        ["to_db_top_4d"] = Of(() => T.AmplitudeToDB(top_db: 30)),
        ["to_db_top_3d"] = Of(() => T.AmplitudeToDB(top_db: 30)),
        ["to_db_top_2d"] = Of(() => T.AmplitudeToDB("magnitude", top_db: 40)),
        ["to_db_top_zero"] = Of(() => T.AmplitudeToDB(top_db: 0)),
        ["to_db_double"] = Of(() => T.AmplitudeToDB(top_db: 25)),
        ["to_db_functional"] = x => F.amplitude_to_DB(x[0], 20.0, 1e-3, 0.5, 35.0),
        ["from_db_power"] = x => F.DB_to_amplitude(x[0], 1.0, 1.0),
        ["from_db_magnitude"] = x => F.DB_to_amplitude(x[0], 0.7, 0.5),
    };

    private static Func<Tensor[], Tensor> Back(
        long? length, long n_fft, long? hop_length = null, long pad = 0, Normalization normalized = default, bool onesided = true) => x =>
    {
        using var forward = T.Spectrogram(n_fft, hop_length: hop_length, pad: pad, power: null, normalized: normalized, onesided: onesided);
        using var inverse = T.InverseSpectrogram(n_fft, hop_length: hop_length, pad: pad, normalized: normalized, onesided: onesided);
        return inverse.call(forward.call(x[0]), length);
    };
}
