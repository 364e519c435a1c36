using System.Diagnostics;
using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Benchmarks.Cases;

/// <summary>What a sound goes through before a network sees it. Python's side is audio.py, on sounds of the same sizes.</summary>
internal static class AudioTransforms
{
    private const int Rate = 16000;
    private const int CdRate = 44100;
    private const int Seconds = 10;

    public static double Mel(long iterations)
    {
        using var transform = torchaudio.transforms.MelSpectrogram(Rate);
        return Timed(iterations, Rate, transform.call);
    }

    public static double Mfcc(long iterations)
    {
        using var transform = torchaudio.transforms.MFCC(Rate);
        return Timed(iterations, Rate, transform.call);
    }

    public static double Resample(long iterations)
    {
        using var transform = torchaudio.transforms.Resample(CdRate, Rate);
        return Timed(iterations, CdRate, transform.call);
    }

    public static double LFilter(long iterations)
    {
        using var a = torch.tensor([1f, -1.6f, 0.7f]);
        using var b = torch.tensor([0.02f, 0.04f, 0.02f]);
        return Timed(iterations, CdRate, sound => torchaudio.functional.lfilter(sound, a, b));
    }

    public static double LFilterGradient(long iterations)
    {
        using var a = torch.tensor([1f, -1.6f, 0.7f], requires_grad: true);
        using var b = torch.tensor([0.02f, 0.04f, 0.02f], requires_grad: true);
        return Timed(iterations, CdRate, sound =>
        {
            using var scope = NewDisposeScope();
            return autograd.grad([torchaudio.functional.lfilter(sound, a, b).sum()], [a, b])[0].MoveToOuterDisposeScope();
        });
    }

    /// <summary>Seconds for so many runs over a stereo sound of ten seconds.</summary>
    private static double Timed(long iterations, int rate, Func<Tensor, Tensor> transform)
    {
        torch.manual_seed(1);
        using var sound = (torch.rand(2, Seconds * rate) - 0.5f) * 2;
        transform(sound).Dispose();
        var start = Stopwatch.GetTimestamp();
        for (long i = 0; i < iterations; i++)
        {
            transform(sound).Dispose();
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
