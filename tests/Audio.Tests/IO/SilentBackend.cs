using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchaudio;

namespace Audio.Tests.IO;

/// <summary>A backend as one writes it for TorchSharp: three methods, files by name.</summary>
internal sealed class SilentBackend : backend.AudioBackend
{
    /// <summary>The last file that was saved.</summary>
    public string? Saved { get; private set; }

    public override (Tensor, int) load(
        string filepath, long frame_offset = 0, long num_frames = -1, bool normalize = true, bool channels_first = true, AudioFormat? format = null) =>
        (zeros([2, num_frames]), 8000);

    public override void save(
        string filepath, Tensor src, int sample_rate, bool channels_first = true, float? compression = null, AudioFormat? format = null,
        AudioEncoding? encoding = null, int? bits_per_sample = null) => Saved = filepath;

    public override AudioMetaData info(string filepath, AudioFormat? format = null) => new()
    {
        sample_rate = 8000,
        num_frames = 10,
        num_channels = 2,
        bits_per_sample = 16,
        encoding = AudioEncoding.PCM_S,
    };
}
