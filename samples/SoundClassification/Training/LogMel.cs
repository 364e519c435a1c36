using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Transforms;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace SoundClassification.Training;

/// <summary>
/// Sounds, [batch, frames], as log-mel spectrograms, [batch, 1, bands, steps], each with mean 0 and deviation 1, so that loudness says nothing.
/// While training, a band of frequencies and two spans of time of each are masked ("SpecAugment", Park and others, 2019).
/// </summary>
internal sealed class LogMel : Module<Tensor, Tensor>
{
    /// <summary>Where the lowest band begins.</summary>
    public const double LowestHertz = 50;

    private const double Range = 80;
    private const int WidestBand = SoundShape.Bands / 4;

    private readonly MelSpectrogram mel;
    private readonly AmplitudeToDB decibel = torchaudio.transforms.AmplitudeToDB(top_db: Range);
    private readonly FrequencyMasking band = torchaudio.transforms.FrequencyMasking(WidestBand, iid_masks: true);
    private readonly TimeMasking span;

    public LogMel(SoundShape shape)
        : base(nameof(LogMel))
    {
        mel = torchaudio.transforms.MelSpectrogram(
            shape.SampleRate, n_fft: shape.Window, hop_length: shape.Hop, f_min: LowestHertz, n_mels: SoundShape.Bands);
        span = torchaudio.transforms.TimeMasking(Math.Max(shape.Steps / 6, 1), iid_masks: true);
        RegisterComponents();
    }

    /// <summary>In decibels, not normalised: what a picture shows.</summary>
    public Tensor Decibels(Tensor sound)
    {
        using var powers = mel.call(sound);
        using var channel = powers.unsqueeze(1);
        return decibel.call(channel);
    }

    public override Tensor forward(Tensor sound)
    {
        using var scope = NewDisposeScope();
        using var without = no_grad();
        var level = Decibels(sound);
        var (mean, deviation) = (level.mean([1L, 2L, 3L], keepdim: true), level.std([1L, 2L, 3L], unbiased: false, keepdim: true));
        var even = level.sub(mean).div(deviation.clamp_min(1e-3));
        // The mean is 0, so what is masked with 0 says nothing.
        return (training ? span.call(span.call(band.call(even))) : even).MoveToOuterDisposeScope();
    }
}
