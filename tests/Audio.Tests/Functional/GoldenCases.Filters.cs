using static TorchSharp.torch;
using F = TorchSharp.torchaudio.functional;

namespace TorchSharp.Audio.Tests.Functional;

using Twins = Dictionary<string, Func<Tensor[], Tensor>>;

internal static partial class GoldenCases
{
    private static Dictionary<string, Func<Tensor, Tensor>> Biquads => new()
    {
        ["lowpass"] = x => F.lowpass_biquad(x, 8000, 1000),
        ["highpass"] = x => F.highpass_biquad(x, 8000, 500, 1.2),
        ["allpass"] = x => F.allpass_biquad(x, 8000, 1500.0),
        ["bandpass"] = x => F.bandpass_biquad(x, 8000, 1200.0),
        ["bandpass_skirt"] = x => F.bandpass_biquad(x, 8000, 1200.0, 2.0, const_skirt_gain: true),
        ["bandreject"] = x => F.bandreject_biquad(x, 8000, 1200.0),
        ["band"] = x => F.band_biquad(x, 8000, 1200.0),
        ["band_noise"] = x => F.band_biquad(x, 8000, 1200.0, 1.5, noise: true),
        ["equalizer"] = x => F.equalizer_biquad(x, 8000, 1000.0, 6.0),
        ["treble"] = x => F.treble_biquad(x, 16000, -6.0),
        ["bass"] = x => F.bass_biquad(x, 16000, 6.0),
        ["deemph_44100"] = x => F.deemph_biquad(x, 44100),
        ["deemph_48000"] = x => F.deemph_biquad(x, 48000),
        ["riaa_44100"] = x => F.riaa_biquad(x, 44100),
        ["riaa_48000"] = x => F.riaa_biquad(x, 48000),
        ["riaa_88200"] = x => F.riaa_biquad(x, 88200),
        ["riaa_96000"] = x => F.riaa_biquad(x, 96000),
    };

    private static Twins Filters()
    {
        var twins = new Twins
        {
            ["lfilter"] = x => F.lfilter(x[0], x[1], x[2]),
            ["lfilter_unclamped"] = x => F.lfilter(x[0] * 4, x[1], x[2], clamp: false),
            ["lfilter_clamped"] = x => F.lfilter(x[0] * 4, x[1], x[2]),
            ["lfilter_batch"] = x => F.lfilter(x[0], x[1], x[2]),
            ["lfilter_double"] = x => F.lfilter(x[0], x[1], x[2]),
            ["lfilter_bank"] = x => F.lfilter(x[0], x[1], x[2]),
            ["lfilter_bank_double"] = x => F.lfilter(x[0], x[1], x[2], clamp: false),
            ["lfilter_bank_each"] = x => F.lfilter(x[0], x[1], x[2], batching: false),
            ["lfilter_bank_each_mono"] = x => F.lfilter(x[0], x[1], x[2], batching: false),
            ["lfilter_long"] = x => F.lfilter(x[0], x[1], x[2]),
            ["lfilter_one_tap"] = x => F.lfilter(x[0], x[1], x[2]),
            ["lfilter_two_taps"] = x => F.lfilter(x[0], x[1], x[2]),
            ["lfilter_shorter_than_taps"] = x => F.lfilter(x[0], x[1], x[2]),
            ["lfilter_only_coefficients"] = x => F.lfilter(x[0], x[1], x[2]),
            ["lfilter_only_sound"] = x => F.lfilter(x[0], x[1], x[2]),
            ["filtfilt"] = x => F.filtfilt(x[0], x[1], x[2]),
            ["filtfilt_unclamped"] = x => F.filtfilt(x[0] * 3, x[1], x[2], clamp: false),
            ["filtfilt_bank_double"] = x => F.filtfilt(x[0], x[1], x[2]),
            ["biquad"] = x => F.biquad(x[0], 0.4, 0.2, 0.9, 1.0, 0.2, 0.6),
            ["lowpass_settings"] = x => F.lowpass_biquad(x[0], 8000, x[1], x[2]),
            ["equalizer_settings"] = x => F.equalizer_biquad(x[0], 8000, x[1], x[2], x[3]),
            ["bass_settings"] = x => F.bass_biquad(x[0], 8000, x[1]),
            ["gain"] = x => F.gain(x[0]),
            ["gain_down"] = x => F.gain(x[0], -7.5),
            ["gain_none"] = x => F.gain(x[0], 0),
            ["contrast"] = x => F.contrast(x[0]),
            ["contrast_least"] = x => F.contrast(x[0], 0),
            ["dcshift"] = x => F.dcshift(x[0], 0.4),
            ["dcshift_up_limited"] = x => F.dcshift(x[0], 0.5, 0.05),
            ["dcshift_down_limited"] = x => F.dcshift(x[0], -0.5, 0.1),
            ["overdrive"] = x => F.overdrive(x[0]),
            ["overdrive_much"] = x => F.overdrive(x[0], 45, 70),
            ["overdrive_double"] = x => F.overdrive(x[0]),
            ["phaser"] = x => F.phaser(x[0], 8000),
            ["phaser_triangular"] = x => F.phaser(
                x[0], 16000, gain_in: 0.6, gain_out: 0.9, delay_ms: 1, decay: 0.45, mod_speed: 1.7, sinusoidal: false),
            ["phaser_double"] = x => F.phaser(x[0], 4000, mod_speed: 2),
            ["flanger"] = x => F.flanger(x[0], 8000),
            ["flanger_regen"] = x => F.flanger(x[0], 8000, delay: 4, depth: 3, regen: 40, speed: 2),
            ["flanger_negative_regen"] = x => F.flanger(x[0], 8000, regen: -30, width: 40, phase: 80),
            ["flanger_triangular"] = x => F.flanger(x[0], 8000, modulation: "triangular", speed: 3),
            ["flanger_quadratic"] = x => F.flanger(x[0], 8000, interpolation: "quadratic", regen: 20, speed: 5),
            ["dither_shaped"] = x => F.dither(x[0], noise_shaping: true),
            ["dither_shaped_rpdf"] = x => F.dither(x[0], "RPDF", noise_shaping: true),
        };
        foreach (var (name, biquad) in Biquads)
        {
            twins[name] = twins[$"{name}_double"] = x => biquad(x[0]);
        }

        foreach (var density in (string[])["TPDF", "RPDF", "GPDF"])
        {
            for (var seed = 0; seed < 3; seed++)
            {
                twins[$"dither_{density}_{seed}"] = x => F.dither(x[0], density);
            }
        }

        return twins;
    }
}
