using Torchlight.Benchmarks.Cases;
using Torchlight.Benchmarks.Peers;

namespace Torchlight.Benchmarks;

/// <summary>
/// Sound files beside both backends of torchaudio: sox_io, its default, whose channels lie one behind the other as ours do, and soundfile, which
/// hands out the frames as they lie in the file, seen from the side. The latter saves a pass over the samples, which is all the work there is for
/// a plain WAV file.
/// </summary>
internal static partial class Budgets
{
    private static IEnumerable<Row> SoundFiles(Measurement measure)
    {
        using var sounds = new SoundFolder();
        (string Title, string Path, double Count, Func<double, string> Show)[] cases =
        [
            ("load a minute of WAV, 16 bits, stereo", sounds.Long16, 1, Milliseconds),
            ("load a minute of WAV, 24 bits, stereo", sounds.Long24, 1, Milliseconds),
            ("load a minute of WAV, float32, stereo", sounds.LongFloat, 1, Milliseconds),
            ("load a minute of FLAC, 16 bits, stereo", sounds.LongFlac, 1, Milliseconds),
            ("load a spoken word, WAV", sounds.Short, SoundFolder.Words, Microseconds),
        ];
        foreach (var (title, path, count, show) in cases)
        {
            foreach (var (backend, least) in new[] { ("sox_io", 1.0), ("soundfile", 0.5) })
            {
                var seconds = measure.PerIteration($"sound-load-{backend}", 1, [Side.Ours, Side.Python], path)
                    .ToDictionary(entry => entry.Key, entry => entry.Value / count);
                yield return AtLeastSpeed($"{title}; {backend}", seconds, Side.Python, least, show);
            }
        }
    }
}
