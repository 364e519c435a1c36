namespace TorchSharp;

/// <summary>What the chunks of a WAV file say, brought to what the file really holds.</summary>
/// <param name="SampleRate">Frames per second, at least 1.</param>
/// <param name="Channels">1 to 1024.</param>
/// <param name="Coding">How samples are stored.</param>
/// <param name="Bits">Bits of a sample, as the file says.</param>
/// <param name="DataStart">The first sample's byte, counted from the beginning of the file.</param>
/// <param name="Frames">Whole frames that are there.</param>
internal sealed record WavHeader(int SampleRate, int Channels, SampleCoding Coding, int Bits, long DataStart, long Frames)
{
    internal int FrameBytes => Channels * Coding.Bytes();

    internal torchaudio.AudioMetaData MetaData => new()
    {
        sample_rate = SampleRate,
        frame_count = Frames,
        num_channels = Channels,
        bits_per_sample = Coding.Bytes() * 8,
        encoding = Coding.Encoding(),
    };
}
