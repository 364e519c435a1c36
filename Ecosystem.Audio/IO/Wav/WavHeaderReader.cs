using System.Buffers.Binary;

namespace TorchSharp;

/// <summary>Finds the format and the samples among the chunks of a RIFF, RF64 or BW64 file.</summary>
internal static class WavHeaderReader
{
    /// <summary>A length that stands for "as far as it goes", or in RF64 for "see ds64".</summary>
    private const uint Unknown = uint.MaxValue;

    /// <summary>Files have a handful; this bounds the time that a crafted one can take.</summary>
    private const int MostChunks = 65_536;

    private const uint Riff = 0x46464952, Rf64 = 0x34364652, Bw64 = 0x34365742, Wave = 0x45564157;
    private const uint Ds64 = 0x34367364, Fmt = 0x20746d66, Data = 0x61746164;

    /// <summary>Whether a file that begins so is a WAV file of one of the kinds read here.</summary>
    internal static bool IsWav(ReadOnlySpan<byte> beginning) =>
        beginning.Length >= 12
        && BinaryPrimitives.ReadUInt32LittleEndian(beginning) is Riff or Rf64 or Bw64
        && BinaryPrimitives.ReadUInt32LittleEndian(beginning[8..]) == Wave;

    /// <summary>Reads the chunks up to the samples.</summary>
    /// <param name="file">The file; what its position is at counts as byte 0.</param>
    /// <param name="format">The file's format, also where its samples are not read here.</param>
    /// <returns>Null if the samples are compressed in a way that is not read here.</returns>
    /// <exception cref="AudioFormatException">It is no WAV file, is cut off before its samples, or contradicts itself.</exception>
    internal static WavHeader? Read(Stream file, out WavFormat format)
    {
        long start = file.Position, length = file.Length - start;
        Span<byte> riff = stackalloc byte[12];
        riff = riff[..file.ReadAtLeast(riff, riff.Length, throwOnEndOfStream: false)];
        if (!IsWav(riff))
        {
            throw new AudioFormatException(
                riff.Length > 0 && riff.Length < 12 && "RIFF"u8.StartsWith(riff[..Math.Min(4, riff.Length)]) ? AudioProblem.Truncated : AudioProblem.UnknownFormat,
                $"not a WAV file: {AudioFile.Beginning(riff)}");
        }

        uint riffLength = BinaryPrimitives.ReadUInt32LittleEndian(riff[4..]);
        bool is64 = BinaryPrimitives.ReadUInt32LittleEndian(riff) != Riff;
        long longData = -1, position = 12;
        WavFormat? found = null;
        Span<byte> head = stackalloc byte[8];
        Span<byte> content = stackalloc byte[WavFormat.ExtensibleLength];
        for (int chunk = 0; chunk < MostChunks && position + head.Length <= length; chunk++)
        {
            file.Position = start + position;
            file.ReadExactly(head);
            position += head.Length;
            uint id = BinaryPrimitives.ReadUInt32LittleEndian(head), stated = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            if (id == Data)
            {
                format = found ?? throw new AudioFormatException(
                    AudioProblem.Corrupt, $"the samples (byte {position - head.Length}) come before any format chunk");
                return Describe(format, position, DataLength(stated, is64 ? longData : -1, riffLength, position, length));
            }

            if (id is Fmt or Ds64)
            {
                int needed = id == Fmt ? WavFormat.ShortestLength : 16;
                Span<byte> part = content[..(int)Math.Min(Math.Min(stated, length - position), content.Length)];
                if (part.Length < needed)
                {
                    throw new AudioFormatException(
                        stated < needed ? AudioProblem.Corrupt : AudioProblem.Truncated,
                        $"the {(id == Fmt ? "format" : "ds64")} chunk at byte {position - head.Length} has {part.Length} bytes and needs {needed}");
                }

                file.ReadExactly(part);
                if (id == Fmt)
                {
                    found = WavFormat.Parse(part, position);
                }
                else
                {
                    ulong data = BinaryPrimitives.ReadUInt64LittleEndian(part[8..]);
                    longData = data > long.MaxValue ? long.MaxValue : (long)data;
                }
            }

            // Chunks begin at even bytes.
            position += stated + (stated & 1L);
        }

        throw new AudioFormatException(
            position > length ? AudioProblem.Truncated : AudioProblem.Corrupt,
            position > length
                ? $"the chunk before byte {position} reaches past the file's end at {length}, and no samples were found before it"
                : $"no samples were found in its {length} bytes");
    }

    /// <summary>
    /// Bytes of samples. A header may promise more than there is (a file that was cut off, or that a program wrote without knowing the end): what
    /// is there counts, as in Python. It may also say 0 in a file that its writer never finished: then the rest is the sound.
    /// </summary>
    private static long DataLength(uint stated, long in64, uint riffLength, long position, long length)
    {
        long rest = length - position;
        if (stated == 0 && rest > 0 && (riffLength == Unknown || riffLength + 8L < length))
        {
            return rest;
        }

        return Math.Min(stated == Unknown && in64 >= 0 ? in64 : stated, rest);
    }

    private static WavHeader? Describe(WavFormat format, long position, long bytes)
    {
        if (format.Coding is not { } coding)
        {
            return null;
        }

        int frameBytes = format.Channels * coding.Bytes();
        return bytes == 0 || bytes >= frameBytes
            ? new WavHeader((int)format.SampleRate, format.Channels, coding, format.Bits, position, bytes / frameBytes)
            : throw new AudioFormatException(
                AudioProblem.Truncated, $"a frame of {format.Channels} channels has {frameBytes} bytes, but only {bytes} follow at byte {position}");
    }
}
