using Torchlight.Audio.Interop;

namespace TorchSharp;

public static partial class torchaudio
{
    /// <summary>The backends that <see cref="set_audio_backend"/> knows by name and that can be used on this machine.</summary>
    /// <returns><c>default</c>, <c>wav</c>, and <c>soundfile</c> where libsndfile is installed.</returns>
    public static IReadOnlyList<string> list_audio_backends() => AudioLibraries.HasSoundFile ? ["default", "wav", "soundfile"] : ["default", "wav"];

    /// <summary>Sets the backend that reads and writes sound files from now on, in the whole process.</summary>
    /// <param name="backend"><c>default</c>, <c>wav</c> or <c>soundfile</c>; null for <c>default</c>.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static void set_audio_backend(string? backend) => torchaudio.backend.utils.set_audio_backend(backend switch
    {
        null or "default" => new backend.DefaultBackend(),
        "wav" => new backend.WavBackend(),
        "soundfile" => new backend.SoundFileBackend(),
        _ => throw new ArgumentException(
            $"There is no audio backend '{backend}': the names are {string.Join(", ", list_audio_backends())}.", nameof(backend)),
    });

    /// <summary>The name of the backend that reads and writes sound files.</summary>
    public static string get_audio_backend() => backend.utils.get_audio_backend().name;
}
