using TorchSharp;
using static TorchSharp.torch;

namespace SoundClassification.Tests;

/// <summary>Sound files of noise.</summary>
internal static class NoiseFile
{
    /// <summary>Writes one into a folder and answers with its path.</summary>
    public static string AddSound(this TemporaryFolder folder, string name, int frames = 800, int rate = 8000, int channels = 1)
    {
        var path = folder.File(name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var sound = rand(channels, frames);
        torchaudio.save(path, sound, rate, bits_per_sample: 16);
        return path;
    }
}
