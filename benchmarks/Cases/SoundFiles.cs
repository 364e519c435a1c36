using System.Diagnostics;
using TorchSharp;

namespace Torchlight.Benchmarks.Cases;

/// <summary>Sound files read into tensors.</summary>
internal static class SoundFiles
{
    /// <summary>Seconds for reading so many times a file, or every file of a folder.</summary>
    public static double Load(long iterations, string path)
    {
        string[] files = Directory.Exists(path) ? [.. Directory.GetFiles(path).Order(StringComparer.Ordinal)] : [path];
        var start = Stopwatch.GetTimestamp();
        for (long i = 0; i < iterations; i++)
        {
            foreach (var file in files)
            {
                torchaudio.load(file).waveform.Dispose();
            }
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
