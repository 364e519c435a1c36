using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Benchmarks.Cases;

/// <summary>Temporary sound files: a minute of stereo in several formats, and a folder of short words.</summary>
internal sealed class SoundFolder : IDisposable
{
    /// <summary>Seconds of a long sound.</summary>
    public const int Seconds = 60;

    /// <summary>How many short sounds there are.</summary>
    public const int Words = 200;

    private const int Rate = 44_100, WordRate = 8_000, WordFrames = 3_500;

    private readonly string _folder = Directory.CreateTempSubdirectory("torchlight-bench-").FullName;

    public SoundFolder()
    {
        random.manual_seed(1);
        using var scope = NewDisposeScope();
        // Noise under a slow envelope over tones: packs about as music does.
        var time = arange(Rate * Seconds, dtype: float32).div(Rate);
        var envelope = time.mul(0.7).sin().abs().mul(0.2);
        var noise = randn(2, Rate * Seconds).mul(0.1).cumsum(1).sin().mul(0.2);
        var sound = noise.mul(envelope).add(time.mul(2 * Math.PI * 330).sin().mul(envelope)).clamp(-1, 1);
        torchaudio.save(Long16, sound, Rate, bits_per_sample: 16);
        torchaudio.save(Long24, sound, Rate, bits_per_sample: 24);
        torchaudio.save(LongFloat, sound, Rate);
        torchaudio.save(LongFlac, sound, Rate, bits_per_sample: 16);
        Directory.CreateDirectory(Short);
        for (var i = 0; i < Words; i++)
        {
            using var word = sound[..1, (i * 1000)..((i * 1000) + WordFrames)].clone();
            torchaudio.save(Path.Combine(Short, $"{i:000}.wav"), word, WordRate, bits_per_sample: 16);
        }
    }

    public string Long16 => Path.Combine(_folder, "long16.wav");

    public string Long24 => Path.Combine(_folder, "long24.wav");

    public string LongFloat => Path.Combine(_folder, "float.wav");

    public string LongFlac => Path.Combine(_folder, "long.flac");

    public string Short => Path.Combine(_folder, "words");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
