using Torchlight.Benchmarks.Peers;

namespace Torchlight.Benchmarks;

/// <summary>What is computed on sound, beside torchaudio, on one thread and on two.</summary>
internal static partial class Budgets
{
    private static IEnumerable<Row> AudioTransforms(Measurement measure)
    {
        (string Title, string Name)[] cases =
        [
            ("mel spectrogram, 10 s, stereo", "audio-mel"),
            ("MFCC, 10 s, stereo", "audio-mfcc"),
            ("resample 44,100 to 16,000, 10 s, stereo", "audio-resample"),
            ("lfilter, 3 taps, 10 s, stereo", "audio-lfilter"),
            ("lfilter's coefficients' gradient, 10 s, stereo", "audio-lfilter-gradient"),
        ];
        foreach (var (title, name) in cases)
        {
            foreach (var threads in (int[])[1, Cores])
            {
                var seconds = measure.PerIteration(name, threads, [Side.Ours, Side.Python]);
                yield return AtLeastSpeed($"{title}; threads: {threads}", seconds, Side.Python, 1, Milliseconds);
            }
        }
    }
}
