using Torchlight.Audio.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Reads every format that libsndfile reads.</summary>
internal sealed unsafe class SoundFileReader : SoundReader
{
    // What a header claims is believed up to here; more memory follows when the samples do.
    private const long LeastSamples = 1 << 20, SamplesPerByte = 16;

    private readonly SoundFileHandle file;
    private readonly long plausible;
    private bool ended;

    /// <param name="stream">Seekable, at the file's beginning; stays the caller's.</param>
    internal SoundFileReader(Stream stream)
    {
        long bytes = stream.Length - stream.Position;
        file = SoundFileHandle.OpenRead(stream);
        plausible = Math.Max(LeastSamples, bytes * SamplesPerByte) / file.Info.Channels;
    }

    internal torchaudio.AudioFormat? Format => SoundFileFormat.FormatOf(file.Info.Format);

    internal override torchaudio.AudioMetaData MetaData => new()
    {
        sample_rate = file.Info.SampleRate,
        frame_count = file.Info.Frames,
        num_channels = file.Info.Channels,
        bits_per_sample = SoundFileFormat.BitsOf(file.Info.Format),
        encoding = SoundFileFormat.EncodingOf(file.Info.Format),
    };

    // As in Python only WAV files keep their values.
    internal override ScalarType StoredType => Format is not torchaudio.AudioFormat.WAV
        ? ScalarType.Float32
        : (file.Info.Format & SoundFileFormat.CodingMask) switch
        {
            SoundFileFormat.Unsigned8 => ScalarType.Byte,
            SoundFileFormat.Signed16 => ScalarType.Int16,
            SoundFileFormat.Signed24 or SoundFileFormat.Signed32 => ScalarType.Int32,
            SoundFileFormat.Float64 => ScalarType.Float64,
            _ => ScalarType.Float32,
        };

    internal override long CertainFrames => Math.Min(file.Info.Frames, plausible);

    internal override void Skip(long frames)
    {
        if (file.Seek(frames))
        {
            return;
        }

        ended = file.Info.Frames == UnknownFrames;
        if (!ended)
        {
            throw new AudioFormatException(
                AudioProblem.Truncated, $"truncated: the file says that it holds {file.Info.Frames} frames, but frame {frames} cannot be reached");
        }
    }

    internal override long Read(byte* target, ScalarType type, long frames) => ended ? 0 : type switch
    {
        ScalarType.Float32 => file.Read((float*)target, frames),
        ScalarType.Float64 => file.Read((double*)target, frames),
        ScalarType.Int16 => file.Read((short*)target, frames),
        ScalarType.Int32 => file.Read((int*)target, frames),
        _ => file.ReadBytes(target, frames),
    };

    public override void Dispose() => file.Dispose();
}
