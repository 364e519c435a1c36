using Reporting;
using TorchSharp;
using static TorchSharp.torch;

namespace SoundClassification.Sounds;

/// <summary>A synthesized data set on disk: one folder per class, WAV files in it.</summary>
internal static class SoundFolder
{
    private const int Bits = 16;

    /// <summary>Synthesizes sounds of every class into a folder, unless an earlier run has left them there complete.</summary>
    /// <param name="root">Holds one folder per data set, named for all that decides its sounds.</param>
    /// <param name="perClass">Sounds of each class.</param>
    /// <param name="seed">Decides the sounds.</param>
    /// <param name="fresh">Makes them even if they are there.</param>
    public static string Synthesize(string root, int perClass, int seed, bool fresh)
    {
        var folder = Path.Combine(root, $"sounds-v{Catalogue.Version}-seed{seed}-{perClass}");
        if (!fresh && IsComplete(folder, perClass))
        {
            Console.WriteLine($"sounds: {Catalogue.All.Count * perClass} found in {folder}");
            return folder;
        }

        // Written aside and renamed when all are there: an interrupted run leaves nothing that looks complete.
        var aside = $"{folder}.{Environment.ProcessId}.part";
        try
        {
            foreach (var category in Catalogue.All)
            {
                Directory.CreateDirectory(Path.Combine(aside, category.Name));
            }

            Work.ForEach("synthesizing sounds", Catalogue.All.Count * perClass, i =>
            {
                var (category, number) = (Catalogue.All[i / perClass], i % perClass);
                using var sound = tensor(Studio.Record(category, seed, number), [1, Studio.Length]);
                torchaudio.save(Path.Combine(aside, category.Name, $"{number:0000}.wav"), sound, Voice.Rate, bits_per_sample: Bits);
            });
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            Directory.Move(aside, folder);
            return folder;
        }
        finally
        {
            if (Directory.Exists(aside))
            {
                Directory.Delete(aside, recursive: true);
            }
        }
    }

    private static bool IsComplete(string folder, int perClass) => Catalogue.All.All(category =>
    {
        var sounds = new DirectoryInfo(Path.Combine(folder, category.Name));
        return sounds.Exists && sounds.EnumerateFiles("*.wav").Count(file => file.Length > 0) == perClass;
    });
}
