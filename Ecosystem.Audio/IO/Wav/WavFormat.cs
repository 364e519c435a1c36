using System.Buffers.Binary;

namespace TorchSharp;

/// <summary>The <c>fmt </c> chunk of a WAV file.</summary>
/// <param name="Tag">The format's number, that of the subformat for WAVE_FORMAT_EXTENSIBLE.</param>
/// <param name="Channels">Channels.</param>
/// <param name="SampleRate">Frames per second.</param>
/// <param name="Bits">Bits of a sample's container.</param>
internal readonly record struct WavFormat(int Tag, int Channels, uint SampleRate, int Bits)
{
    internal const int Pcm = 1, Float = 3, ALaw = 6, MuLaw = 7, Extensible = 0xfffe;

    /// <summary>Bytes of the chunk up to the bits of a sample.</summary>
    internal const int ShortestLength = 16;

    /// <summary>Bytes of the chunk with a subformat.</summary>
    internal const int ExtensibleLength = 40;

    /// <summary>More than that no backend reads.</summary>
    internal const int MostChannels = 1024;

    /// <summary>What follows the format's number in a subformat: the same for all.</summary>
    internal static ReadOnlySpan<byte> SubformatTail => [0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xaa, 0, 0x38, 0x9b, 0x71];

    /// <summary>The same of the ambisonic B-format files.</summary>
    private static ReadOnlySpan<byte> AmbisonicTail => [0, 0, 0x21, 7, 0xd3, 0x11, 0x86, 0x44, 0xc8, 0xc1, 0xca, 0, 0, 0];

    /// <summary>Reads the chunk's content.</summary>
    /// <param name="chunk">At least <see cref="ShortestLength"/> bytes.</param>
    /// <param name="position">Where it begins in the file, for messages.</param>
    /// <exception cref="AudioFormatException">The content makes no sense.</exception>
    internal static WavFormat Parse(ReadOnlySpan<byte> chunk, long position)
    {
        int tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        if (tag == Extensible)
        {
            tag = Subformat(chunk, position);
        }

        var format = new WavFormat(
            tag,
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]),
            BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]),
            BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]));
        if (format.Channels == 0)
        {
            throw new AudioFormatException(AudioProblem.Corrupt, $"the header says 0 channels (byte {position + 2})");
        }

        if (format.SampleRate is 0 or > int.MaxValue)
        {
            throw new AudioFormatException(AudioProblem.Corrupt, $"the header says {format.SampleRate} frames per second (byte {position + 4})");
        }

        return format.Channels <= MostChannels
            ? format
            : throw new AudioFormatException(
                AudioProblem.Unsupported, $"the header says {format.Channels} channels (byte {position + 2}); at most {MostChannels} are read");
    }

    /// <summary>How samples lie in the file, or null if they are compressed in another way than G.711.</summary>
    internal SampleCoding? Coding => (Tag, Bits) switch
    {
        (Pcm, >= 1 and <= 8) => SampleCoding.Unsigned8,
        (Pcm, > 8 and <= 16) => SampleCoding.Signed16,
        (Pcm, > 16 and <= 24) => SampleCoding.Signed24,
        (Pcm, > 24 and <= 32) => SampleCoding.Signed32,
        (Float, 32) => SampleCoding.Float32,
        (Float, 64) => SampleCoding.Float64,
        (MuLaw, 8) => SampleCoding.MuLaw,
        (ALaw, 8) => SampleCoding.ALaw,
        _ => null,
    };

    private static int Subformat(ReadOnlySpan<byte> chunk, long position)
    {
        if (chunk.Length < ExtensibleLength)
        {
            throw new AudioFormatException(
                AudioProblem.Corrupt, $"the extensible format chunk has {chunk.Length} bytes (byte {position}); its subformat needs {ExtensibleLength}");
        }

        ReadOnlySpan<byte> tail = chunk[26..ExtensibleLength];
        return tail.SequenceEqual(SubformatTail) || tail.SequenceEqual(AmbisonicTail)
            ? BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..])
            : throw new AudioFormatException(
                AudioProblem.Unsupported, $"the subformat {Convert.ToHexStringLower(chunk[24..ExtensibleLength])} (byte {position + 24}) is not read");
    }
}
