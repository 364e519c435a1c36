using static TorchSharp.torch;
using F = TorchSharp.torchaudio.functional;
using T = TorchSharp.torchaudio.transforms;

namespace TorchSharp.Audio.Tests.Functional;

/// <summary>Bad input is one typed exception that says what is wrong; empty input is empty output.</summary>
public class BadInputTests
{
    private static readonly Dictionary<string, (Action act, Type type, string says)> Cases = new()
    {
        ["a rate of 0"] = (() => F.resample(torch.zeros(10), 0, 8000), typeof(ArgumentOutOfRangeException), "orig_freq has to be positive"),
        ["a negative rate"] = (() => T.Resample(8000, -1), typeof(ArgumentOutOfRangeException), "new_freq has to be positive"),
        ["resampling whole numbers"] = (() => F.resample(torch.zeros(10, dtype: ScalarType.Int16), 3, 2), typeof(ArgumentException), "Int16 of shape [10]"),
        ["resampling a number"] = (() => F.resample(torch.tensor(1f), 3, 2), typeof(ArgumentException), "shape [..., time]"),
        ["no filter width"] = (() => T.Resample(3, 2, lowpass_filter_width: 0), typeof(ArgumentOutOfRangeException), "lowpass_filter_width"),
        ["a frame longer than the sound"] = (() => T.Spectrogram().call(torch.zeros(1, 100)), typeof(TorchException), "stft"),
        ["a frame longer than the sound, not centred"] = (() => T.Spectrogram(center: false).call(torch.zeros(1, 100)), typeof(TorchException), "stft"),
        ["a sound without samples"] = (() => T.Spectrogram().call(torch.zeros(1, 0)), typeof(TorchException), "stft"),
        ["a negative frame"] = (() => T.Spectrogram(n_fft: -4), typeof(ArgumentOutOfRangeException), "n_fft has to be positive"),
        ["no hop"] = (() => T.Spectrogram(hop_length: 0), typeof(ArgumentOutOfRangeException), "hop_length has to be positive"),
        ["a negative pad"] = (() => T.Spectrogram(pad: -1), typeof(ArgumentOutOfRangeException), "pad may not be negative"),
        ["a window wider than the frame"] = (() => T.Spectrogram(n_fft: 64, win_length: 65), typeof(ArgumentOutOfRangeException), "65 samples do not fit"),
        ["a window of another length"] = (() => T.Spectrogram(n_fft: 64, window_fn: _ => torch.ones(5)), typeof(ArgumentException), "win_length = 64"),
        ["a spectrogram of whole numbers"] = (() => T.Spectrogram().call(torch.zeros(1000, dtype: ScalarType.Int64)), typeof(ArgumentException), "floating-point"),
        ["an unknown normalization"] = (() => T.Spectrogram(normalized: "loudness"), typeof(ArgumentException), "not by \"loudness\""),
        ["no sample rate"] = (() => T.MelSpectrogram(sample_rate: 0), typeof(ArgumentOutOfRangeException), "sample_rate has to be positive"),
        ["no mel bands"] = (() => T.MelScale(n_mels: 0), typeof(ArgumentOutOfRangeException), "n_mels has to be positive"),
        ["edges in the wrong order"] = (() => T.MelScale(f_min: 900, f_max: 300), typeof(ArgumentException), "f_min = 900 Hz"),
        ["another number of frequencies"] = (() => T.MelScale(n_stft: 33).call(torch.zeros(1, 20, 3)), typeof(ArgumentException), "33 frequencies"),
        ["a vector for mel bands"] = (() => T.MelScale(n_stft: 33).call(torch.zeros(33)), typeof(ArgumentException), "[..., freq, time]"),
        ["a real inverse"] = (() => T.InverseSpectrogram().call(torch.zeros(201, 5)), typeof(ArgumentException), "complex"),
        ["an unknown kind of level"] = (() => T.AmplitudeToDB("loudness"), typeof(ArgumentException), "loudness"),
        ["a negative range"] = (() => T.AmplitudeToDB(top_db: -1), typeof(ArgumentOutOfRangeException), "top_db may not be negative"),
        ["a range over nothing"] = (() => T.AmplitudeToDB(top_db: 80).call(torch.zeros(2, 3, 0)), typeof(ArgumentException), "[2, 3, 0]"),
        ["a range over a vector"] = (() => T.AmplitudeToDB(top_db: 80).call(torch.zeros(3)), typeof(ArgumentException), "[..., freq, time]"),
        ["a mask along another axis"] = (() => F.mask_along_axis(torch.zeros(1, 2, 3), 2, 0, 0), typeof(ArgumentOutOfRangeException), "axis"),
        ["more than all masked"] = (() => T.TimeMasking(3, p: 1.5), typeof(ArgumentOutOfRangeException), "[0, 1]"),
        ["a mask of a vector"] = (() => T.TimeMasking(3).call(torch.zeros(4)), typeof(ArgumentException), "[..., freq, time]"),
        ["many coefficients"] = (() => T.MFCC(n_mfcc: 129), typeof(ArgumentOutOfRangeException), "mel bands, 128"),
        ["another cosine transform"] = (() => T.MFCC(dct_type: 3), typeof(ArgumentOutOfRangeException), "type 2"),
        ["filters of two lengths"] = (() => F.lfilter(torch.zeros(9), torch.ones(3), torch.ones(2)), typeof(ArgumentException), "one shape"),
        ["filters of another type"] = (() => F.lfilter(torch.zeros(9, dtype: ScalarType.Float64), torch.ones(3), torch.ones(3)), typeof(ArgumentException), "type, Float64"),
        ["filters of three dimensions"] = (() => F.lfilter(torch.zeros(9), torch.ones(1, 1, 3), torch.ones(1, 1, 3)), typeof(ArgumentException), "[filters, taps]"),
        ["more filters than channels"] = (() => F.lfilter(torch.zeros(2, 9), torch.ones(3, 2), torch.ones(3, 2)), typeof(ArgumentException), "batching: false"),
        ["a filter for whole numbers"] = (() => F.lfilter(torch.zeros(9, dtype: ScalarType.Int16), torch.ones(3), torch.ones(3)), typeof(ArgumentException), "float32 or float64"),
        ["a filter at 0 Hz"] = (() => F.lowpass_biquad(torch.zeros(9), 0, 100.0), typeof(ArgumentOutOfRangeException), "sample_rate has to be positive"),
        ["an unusual rate of a record"] = (() => F.riaa_biquad(torch.zeros(9), 8000), typeof(ArgumentOutOfRangeException), "44100"),
        ["too much contrast"] = (() => F.contrast(torch.zeros(9), 101), typeof(ArgumentOutOfRangeException), "[0, 100]"),
        ["an unknown noise"] = (() => F.dither(torch.zeros(9), "XPDF"), typeof(ArgumentException), "XPDF"),
        ["a swing that stands still"] = (() => F.flanger(torch.zeros(1, 9), 8000, speed: 0), typeof(ArgumentOutOfRangeException), "speed has to be positive"),
        ["an unknown swing"] = (() => F.flanger(torch.zeros(1, 9), 8000, modulation: "square"), typeof(ArgumentException), "not \"square\""),
        ["a fade longer than the sound"] = (() => T.Fade(10, 2).call(torch.zeros(1, 5)), typeof(ArgumentException), "10 and 2 samples"),
        ["an unknown fade"] = (() => T.Fade(1, 1, "steep"), typeof(ArgumentException), "steep"),
        ["a negative gain"] = (() => T.Vol(-1), typeof(ArgumentOutOfRangeException), "gain may not be negative"),
        ["one code"] = (() => T.MuLawEncoding(1), typeof(ArgumentOutOfRangeException), "quantization_channels"),
        ["a slope over two frames"] = (() => F.compute_deltas(torch.zeros(2, 9), 2), typeof(ArgumentOutOfRangeException), "3 frames"),
        ["a leap too far"] = (() => T.GriffinLim(momentum: 1), typeof(ArgumentOutOfRangeException), "[0, 1)"),
        ["no rate to stretch by"] = (() => T.TimeStretch().call(torch.zeros(201, 4, dtype: ScalarType.ComplexFloat32)), typeof(ArgumentException), "fixed_rate"),
        ["too short for a pitch"] = (() => F.detect_pitch_frequency(torch.zeros(100), 8000), typeof(ArgumentException), "2 frames"),
    };

    /// <summary>What is wrong.</summary>
    public static TheoryData<string> Names => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_is_one_typed_exception(string name)
    {
        using var scope = NewDisposeScope();
        var (act, type, says) = Cases[name];
        var error = Assert.Throws(type, act);
        Assert.Contains(says, error.Message);
    }

    [Fact]
    public void Nothing_in_is_nothing_out()
    {
        using var scope = NewDisposeScope();
        var nothing = torch.zeros(2, 0);
        Assert.Equal([2, 0], F.resample(nothing, 3, 2).shape);
        Assert.Equal([2, 0], F.lfilter(nothing, torch.ones(3), torch.ones(3)).shape);
        Assert.Equal([2, 0], F.phaser(nothing, 8000).shape);
        Assert.Equal([2, 0], T.Fade().call(nothing).shape);
        Assert.Equal([0, 5], F.lowpass_biquad(torch.zeros(0, 5), 8000, 100.0).shape);
        Assert.Equal([2, 0], F.mu_law_encoding(nothing, 256).shape);
    }

    [Fact]
    public void Sounds_that_are_not_contiguous_are_filtered_as_they_read()
    {
        using var scope = NewDisposeScope();
        var sound = torch.randn(50, 2);
        var turned = sound.t();
        Assert.True(torch.ops.aten.equal(F.lowpass_biquad(turned.contiguous(), 8000, 900.0), F.lowpass_biquad(turned, 8000, 900.0)));
        Assert.True(torch.ops.aten.equal(F.phaser(turned.contiguous(), 8000), F.phaser(turned, 8000)));
        var spectra = torch.randn(6, 5, 4).transpose(0, 1);
        Assert.True(F.compute_deltas(spectra.contiguous()).allclose(F.compute_deltas(spectra)));
    }

    [Fact]
    public void A_long_row_gives_the_same_on_one_thread_and_on_several()
    {
        using var scope = NewDisposeScope();
        var sound = torch.randn(8, 20000);
        var threads = torch.get_num_threads();
        var several = F.highpass_biquad(sound, 8000, 300.0);
        torch.set_num_threads(1);
        try
        {
            Assert.True(torch.ops.aten.equal(several, F.highpass_biquad(sound, 8000, 300.0)));
        }
        finally
        {
            torch.set_num_threads(threads);
        }
    }
}
