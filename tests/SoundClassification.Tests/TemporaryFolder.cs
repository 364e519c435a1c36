using TorchSharp;
using static TorchSharp.torch;

namespace SoundClassification.Tests;

/// <summary>An empty folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("torchlight-sounds-");

    public string Path => _folder.FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Writes a sound of noise into it.</summary>
    public string AddSound(string name, int frames = 800, int rate = 8000, int channels = 1)
    {
        var path = System.IO.Path.Combine(Path, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        using var sound = rand(channels, frames);
        torchaudio.save(path, sound, rate, bits_per_sample: 16);
        return path;
    }
}
