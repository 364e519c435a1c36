using System.Buffers;
using System.Buffers.Binary;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Writes uncompressed WAV files; RF64 files where the lengths do not fit into 32 bits.</summary>
internal static unsafe class WavWriter
{
    private const int HeaderBytes = 116;

    internal static void Write(Stream file, SignalSource signal, SampleCoding coding)
    {
        Span<byte> header = stackalloc byte[HeaderBytes];
        long bytes = signal.Frames * signal.Channels * coding.Bytes();
        file.Write(header[..WriteHeader(header, signal, coding, bytes)]);
        signal.ForEachBlock((frames, count) => WriteSamples(file, frames, signal.Type, coding, count * signal.Channels));
        if ((bytes & 1) != 0)
        {
            file.WriteByte(0);
        }
    }

    private static int WriteHeader(Span<byte> header, SignalSource signal, SampleCoding coding, long dataBytes)
    {
        int tag = coding switch
        {
            SampleCoding.Float32 or SampleCoding.Float64 => WavFormat.Float,
            SampleCoding.MuLaw => WavFormat.MuLaw,
            SampleCoding.ALaw => WavFormat.ALaw,
            _ => WavFormat.Pcm,
        };
        bool extensible = coding is SampleCoding.Signed24 or SampleCoding.Signed32 || (tag == WavFormat.Pcm && signal.Channels > 2);
        int formatBytes = extensible ? WavFormat.ExtensibleLength : tag == WavFormat.Pcm ? WavFormat.ShortestLength : WavFormat.ShortestLength + 2;
        // Other encodings than PCM carry their number of frames in a chunk of its own.
        bool fact = tag != WavFormat.Pcm;
        long padded = dataBytes + (dataBytes & 1);
        long riffBytes = 4 + 8 + formatBytes + (fact ? 12 : 0) + 8 + padded;
        bool is64 = riffBytes + 36 > uint.MaxValue;

        var writer = new ChunkWriter(header);
        writer.Text(is64 ? "RF64"u8 : "RIFF"u8);
        writer.Number(is64 ? uint.MaxValue : (uint)riffBytes);
        writer.Text("WAVE"u8);
        if (is64)
        {
            writer.Text("ds64"u8);
            writer.Number(28);
            writer.Long(riffBytes + 36);
            writer.Long(dataBytes);
            writer.Long(signal.Frames);
            writer.Number(0);
        }

        int frameBytes = signal.Channels * coding.Bytes();
        writer.Text("fmt "u8);
        writer.Number((uint)formatBytes);
        writer.Short(extensible ? WavFormat.Extensible : tag);
        writer.Short(signal.Channels);
        writer.Number((uint)signal.SampleRate);
        writer.Number((uint)Math.Min(uint.MaxValue, (long)signal.SampleRate * frameBytes));
        writer.Short(frameBytes);
        writer.Short(coding.Bytes() * 8);
        if (extensible)
        {
            writer.Short(22);
            writer.Short(coding.Bytes() * 8);
            writer.Number(Speakers(signal.Channels));
            writer.Short(tag);
            writer.Text(WavFormat.SubformatTail);
        }
        else if (fact)
        {
            writer.Short(0);
        }

        if (fact)
        {
            writer.Text("fact"u8);
            writer.Number(4);
            writer.Number((uint)Math.Min(uint.MaxValue, signal.Frames));
        }

        writer.Text("data"u8);
        writer.Number(is64 ? uint.MaxValue : (uint)dataBytes);
        return writer.Length;
    }

    /// <summary>Front centre for one channel, left and right for two; more say nothing.</summary>
    private static uint Speakers(int channels) => channels switch
    {
        1 => 4,
        2 => 3,
        _ => 0,
    };

    private static void WriteSamples(Stream file, byte* samples, ScalarType type, SampleCoding coding, int count)
    {
        if (type == coding.StoredType() && coding is not (SampleCoding.Signed24 or SampleCoding.MuLaw or SampleCoding.ALaw))
        {
            file.Write(new ReadOnlySpan<byte>(samples, count * coding.Bytes()));
            return;
        }

        byte[] stored = ArrayPool<byte>.Shared.Rent(count * coding.Bytes());
        int[] integers = ArrayPool<int>.Shared.Rent(count);
        try
        {
            fixed (byte* target = stored)
            fixed (int* between = integers)
            {
                switch (coding)
                {
                    case SampleCoding.Float32:
                        SampleEncoder.ToFloat(samples, type, (float*)target, count);
                        break;
                    case SampleCoding.Float64:
                        SampleEncoder.ToDouble(samples, type, (double*)target, count);
                        break;
                    default:
                        SampleEncoder.ToInt32(samples, type, between, count);
                        SampleEncoder.Store(between, coding, target, count);
                        break;
                }
            }

            file.Write(stored, 0, count * coding.Bytes());
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(stored);
            ArrayPool<int>.Shared.Return(integers);
        }
    }

    /// <summary>Little-endian fields one behind the other.</summary>
    private ref struct ChunkWriter(Span<byte> target)
    {
        private readonly Span<byte> target = target;

        internal int Length { get; private set; }

        internal void Text(ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(target[Length..]);
            Length += bytes.Length;
        }

        internal void Short(int value)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(target[Length..], (ushort)value);
            Length += 2;
        }

        internal void Number(uint value)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(target[Length..], value);
            Length += 4;
        }

        internal void Long(long value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(target[Length..], value);
            Length += 8;
        }
    }
}
