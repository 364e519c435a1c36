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
    private static MelSpectrogramOptions SmallMels => new() { n_fft = 128, n_mels = 20 };

    private static Twins Features()
    {
        var twins = new Twins
        {
            ["mfcc"] = Of(() => T.MFCC(melkwargs: new() { n_mels = 40 })),
            ["mfcc_few"] = Of(() => T.MFCC(sample_rate: 8000, n_mfcc: 13, melkwargs: SmallMels)),
            ["mfcc_log"] = Of(() => T.MFCC(sample_rate: 8000, n_mfcc: 13, log_mels: true, melkwargs: SmallMels)),
            ["mfcc_no_norm"] = Of(() => T.MFCC(
                sample_rate: 8000, n_mfcc: 10, norm: DCTNorm.none, melkwargs: SmallMels with { hop_length = 50, f_min = 50, mel_scale = Scale.slaney })),
            ["mfcc_double"] = Of(() => T.MFCC(8000, 8, melkwargs: new() { n_fft = 64, n_mels = 10 }).@double()),
            ["lfcc"] = Of(() => T.LFCC(n_filter: 40)),
            ["lfcc_log"] = Of(() => T.LFCC(
                sample_rate: 8000, n_filter: 24, f_min: 100, f_max: 3500, n_lfcc: 12, log_lf: true, speckwargs: new() { n_fft = 128, hop_length = 40 })),
            ["dct"] = _ => F.create_dct(13, 40, DCTNorm.ortho),
            ["dct_no_norm"] = _ => F.create_dct(7, 23, DCTNorm.none),
            ["deltas"] = Of(() => T.ComputeDeltas()),
            ["deltas_wide"] = Of(() => T.ComputeDeltas(win_length: 9)),
            ["deltas_even"] = Of(() => T.ComputeDeltas(win_length: 4)),
            ["deltas_constant"] = Of(() => T.ComputeDeltas(mode: PaddingModes.Constant)),
            ["deltas_reflect_double"] = Of(() => T.ComputeDeltas(win_length: 7, mode: PaddingModes.Reflect)),
            ["deltas_twice"] = x => F.compute_deltas(F.compute_deltas(x[0], 3), 3),
            ["cmn"] = Of(() => T.SlidingWindowCmn(10, 5)),
            ["cmn_defaults"] = Of(() => T.SlidingWindowCmn()),
            ["cmn_centred"] = Of(() => T.SlidingWindowCmn(9, 5, center: true)),
            ["cmn_variance"] = Of(() => T.SlidingWindowCmn(12, 8, norm_vars: true)),
            ["cmn_centred_variance_double"] = Of(() => T.SlidingWindowCmn(8, 4, center: true, norm_vars: true)),
            ["cmn_one_frame"] = x => F.sliding_window_cmn(x[0], 1, 1, true, true),
            ["centroid"] = Of(() => T.SpectralCentroid(8000, n_fft: 128)),
            ["centroid_pad"] = Of(() => T.SpectralCentroid(16000, n_fft: 200, hop_length: 60, pad: 20)),
            ["vocoder_faster"] = x => T.TimeStretch(16, 33).forward(x[0], 1.3),
            ["vocoder_slower"] = Of(() => T.TimeStretch(16, 33, fixed_rate: 0.8)),
            ["vocoder_same"] = Of(() => T.TimeStretch(16, 33, fixed_rate: 1.0)),
            ["vocoder_double"] = Of(() => T.TimeStretch(16, 33, 2.1).@double()),
            ["griffin_lim_fixed"] = Of(() => T.GriffinLim(64, 5, hop_length: 16, rand_init: false)),
            ["griffin_lim_no_momentum"] = Of(() => T.GriffinLim(64, 3, hop_length: 16, rand_init: false, momentum: 0, length: 600)),
            ["griffin_lim_random"] = Of(() => T.GriffinLim(64, 3, hop_length: 16)),
            ["griffin_lim_power_1"] = Of(() => T.GriffinLim(64, 2, hop_length: 16, power: 1, momentum: 0.5)),
            ["inverse_mel"] = Of(() => T.InverseMelScale(17, 6, 8000, max_iter: 300)),
            ["inverse_mel_slaney"] = Of(() => T.InverseMelScale(17, 6, 8000, max_iter: 50, norm: MelNorm.slaney, mel_scale: Scale.slaney)),
            ["pitch"] = x => F.detect_pitch_frequency(x[0], 8000),
            ["pitch_settings"] = x => F.detect_pitch_frequency(x[0][0], 8000, frame_time: 0.02, win_length: 5, freq_low: 100, freq_high: 2000),
            ["loudness"] = Of(() => T.Loudness(4000)),
            ["loudness_gated"] = x => F.loudness(x[0][0] * torch.tensor([1f, 0.0001f, 0.1f]).repeat_interleave(2000), 4000),
            ["loudness_five"] = x => F.loudness(x[0], 4000),
            ["mu_law"] = Of(() => T.MuLawEncoding()),
            ["mu_law_few"] = x => F.mu_law_encoding(x[0], 16),
            ["mu_law_back"] = Of(() => T.MuLawDecoding()),
            ["mu_law_back_float"] = Of(() => T.MuLawDecoding(64)),
            ["vol"] = Of(() => T.Vol(2.5)),
            ["vol_power"] = Of(() => T.Vol(1.7, "power")),
            ["vol_db"] = Of(() => T.Vol(-6, "db")),
            ["gain_half"] = x => F.gain(x[0], -3),
            ["fade_none"] = Of(() => T.Fade()),
            ["fade_overlapping_double"] = Of(() => T.Fade(400, 300, "half_sine")),
        };
        foreach (var shape in (string[])["linear", "exponential", "logarithmic", "quarter_sine", "half_sine"])
        {
            twins[$"fade_{shape}"] = Of(() => T.Fade(200, 350, shape));
        }

        return twins;
    }
}
