using System.Diagnostics;
using TorchSharp;

namespace Torchlight.Benchmarks.Cases;

/// <summary>Files of word vectors.</summary>
internal static class WordVectors
{
    /// <summary>Seconds for so many times parsing a file and writing what was parsed, as torchtext does on first use.</summary>
    public static double Parse(long iterations, string path) => Read(iterations, path, forget: true);

    /// <summary>Seconds for so many times reading what was kept, as torchtext does from then on.</summary>
    public static double Kept(long iterations, string path)
    {
        Read(1, path, forget: false);
        return Read(iterations, path, forget: false);
    }

    private static double Read(long iterations, string path, bool forget)
    {
        // Each side keeps its own.
        var cache = Directory.CreateDirectory(path + ".ours").FullName;
        var start = Stopwatch.GetTimestamp();
        for (long i = 0; i < iterations; i++)
        {
            if (forget)
            {
                File.Delete(Path.Combine(cache, Path.GetFileName(path) + ".pt"));
            }

            using var vectors = new torchtext.vocab.Vectors(path, cache);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
