using TorchSharp.Audio.Tests.Functional;
using TorchSharp.Transforms;
using static TorchSharp.torch;
using T = TorchSharp.torchaudio.transforms;

namespace TorchSharp.Audio.Tests.Transforms;

/// <summary>What modules keep: state dictionaries as in Python, buffers that move with the module and outlive dispose scopes.</summary>
public class ModuleStateTests
{
    private static readonly GoldenFile Golden = new("spectra");

    private static readonly Dictionary<string, Func<nn.Module<Tensor, Tensor>>> Modules = new()
    {
        ["Spectrogram"] = () => T.Spectrogram(n_fft: 128),
        ["InverseSpectrogram"] = () => T.InverseSpectrogram(n_fft: 128),
        ["MelScale"] = () => T.MelScale(n_mels: 20, n_stft: 65),
        ["MelSpectrogram"] = () => T.MelSpectrogram(n_fft: 128, n_mels: 20),
        ["AmplitudeToDB"] = () => T.AmplitudeToDB(),
        ["Resample"] = () => T.Resample(3, 2),
        ["Resample_same"] = () => T.Resample(3, 3),
        ["TimeMasking"] = () => T.TimeMasking(3),
        ["MFCC"] = () => T.MFCC(n_mfcc: 13, melkwargs: new() { n_fft = 128, n_mels = 20 }),
        ["LFCC"] = () => T.LFCC(n_lfcc: 13, n_filter: 20, speckwargs: new() { n_fft = 128 }),
        ["GriffinLim"] = () => T.GriffinLim(n_fft: 128),
        ["TimeStretch"] = () => T.TimeStretch(n_freq: 65),
        ["InverseMelScale"] = () => T.InverseMelScale(65, 20),
        ["SpectralCentroid"] = () => T.SpectralCentroid(8000, n_fft: 128),
        ["Vol"] = () => T.Vol(2),
        ["Fade"] = () => T.Fade(3, 4),
        ["MuLawEncoding"] = () => T.MuLawEncoding(),
        ["ComputeDeltas"] = () => T.ComputeDeltas(),
        ["SlidingWindowCmn"] = () => T.SlidingWindowCmn(),
        ["Loudness"] = () => T.Loudness(8000),
    };

    /// <summary>Every module that the golden lists.</summary>
    public static TheoryData<string> Names => new(Golden.States);

    [Theory]
    [MemberData(nameof(Names))]
    public void The_state_dictionary_is_Pythons(string name)
    {
        using var module = Modules[name]();
        var state = module.state_dict();
        Assert.Equal(
            Golden.State(name).Select(entry => $"{entry.name} {entry.type} [{string.Join(", ", entry.shape)}]"),
            state.Select(entry => $"{entry.Key} {entry.Value.dtype.ToString().ToLowerInvariant()} [{string.Join(", ", entry.Value.shape)}]"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Buffers_follow_the_module_and_outlive_the_scope_that_it_was_made_in(string name)
    {
        nn.Module<Tensor, Tensor> module;
        using (NewDisposeScope())
        {
            module = Modules[name]();
        }

        using (module)
        {
            module.to(ScalarType.Float64);
            Assert.All(module.buffers(), buffer => Assert.Equal(ScalarType.Float64, buffer.dtype));
        }
    }

    [Fact]
    public void A_converted_module_computes_in_the_new_type()
    {
        using var scope = NewDisposeScope();
        using var mel = T.MFCC(sample_rate: 8000, n_mfcc: 5, melkwargs: new() { n_fft = 64, n_mels = 10 });
        mel.to(ScalarType.Float64);
        var sound = torch.randn(1, 400, dtype: ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, mel.call(sound).dtype);
        Assert.Same(mel.MelSpectrogram.mel_scale.fb, mel.MelSpectrogram.mel_scale.buffers().Single());
        Assert.Equal(ScalarType.Float64, mel.MelSpectrogram.mel_scale.fb.dtype);
    }

    [Fact]
    public void A_loaded_state_is_used()
    {
        using var scope = NewDisposeScope();
        using var from = T.Spectrogram(n_fft: 32, window_fn: length => torch.hamming_window(length));
        using var to = T.Spectrogram(n_fft: 32);
        to.load_state_dict(from.state_dict());
        var sound = torch.randn(1, 200);
        Assert.True(torch.ops.aten.equal(to.call(sound), from.call(sound)));
    }

    [Fact]
    public void Forward_leaves_nothing_behind_in_a_scope()
    {
        using var sound = torch.randn(2, 1, 1200);
        nn.Module<Tensor, Tensor>[] modules =
        [
            T.MelSpectrogram(n_fft: 128, n_mels: 20), T.MFCC(n_mfcc: 13, melkwargs: new() { n_fft = 128, n_mels = 20 }), T.Resample(3, 2),
            T.Fade(3, 4), T.Vol(2), T.MuLawEncoding(), T.SpectralCentroid(8000, n_fft: 128),
        ];
        foreach (var module in modules)
        {
            using (module)
            using (var scope = NewDisposeScope())
            {
                module.call(sound);
                Assert.Equal(1, scope.DisposablesCount);
            }
        }
    }
}
