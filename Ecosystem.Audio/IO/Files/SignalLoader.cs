using System.Buffers;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Reads the frames that are wanted into a tensor of the shape that is wanted.</summary>
internal static unsafe class SignalLoader
{
    /// <summary>Bytes of interleaved samples that are turned around at a time: they stay in the processor's cache.</summary>
    private const int BlockBytes = 1 << 15;

    /// <summary>Counts the frames of a file that does not say how many it has.</summary>
    internal static long Count(SoundReader reader)
    {
        torchaudio.AudioMetaData about = reader.MetaData;
        int frames = Math.Max(1, BlockBytes / (about.num_channels * sizeof(float)));
        byte[] block = ArrayPool<byte>.Shared.Rent(frames * about.num_channels * sizeof(float));
        try
        {
            fixed (byte* samples = block)
            {
                long total = 0, got;
                while ((got = reader.Read(samples, ScalarType.Float32, frames)) > 0)
                {
                    total += got;
                }

                return total;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    /// <returns>[channels, frames], or [frames, channels].</returns>
    /// <exception cref="AudioFormatException">The file holds fewer frames than it says.</exception>
    internal static Tensor Load(SoundReader reader, LoadRequest request)
    {
        torchaudio.AudioMetaData about = reader.MetaData;
        ScalarType type = request.Normalize ? ScalarType.Float32 : reader.StoredType;
        long wanted = request.FramesOf(about.frame_count);
        if (wanted > 0 && request.Offset > 0)
        {
            reader.Skip(request.Offset);
        }

        using var signal = new SignalBuffer(type, about.num_channels, Math.Min(wanted, reader.CertainFrames), request.ChannelsFirst);
        long read = 0;
        while (read < wanted)
        {
            signal.Reserve(read, wanted);
            long room = Math.Min(signal.Capacity, wanted) - read;
            long got = signal.Interleaved ? reader.Read(signal.Frame(read), type, room) : ReadTurned(reader, signal, read, room);
            if (got == 0 && about.frame_count == SoundReader.UnknownFrames)
            {
                break;
            }

            if (got == 0)
            {
                throw new AudioFormatException(
                    AudioProblem.Truncated,
                    $"truncated: the file says that it holds {about.frame_count} frames, but decoding stopped after {request.Offset + read}");
            }

            read += got;
        }

        return signal.Take(read);
    }

    /// <summary>Reads blocks of interleaved frames and lays each channel's samples in its row.</summary>
    private static long ReadTurned(SoundReader reader, SignalBuffer signal, long start, long frames)
    {
        int frameBytes = signal.FrameBytes;
        int blockFrames = Math.Max(1, BlockBytes / frameBytes);
        byte[] block = ArrayPool<byte>.Shared.Rent(blockFrames * frameBytes);
        try
        {
            fixed (byte* samples = block)
            {
                long read = 0;
                while (read < frames)
                {
                    long wanted = Math.Min(blockFrames, frames - read);
                    long got = reader.Read(samples, signal.Type, wanted);
                    signal.Scatter(samples, start + read, (int)got);
                    read += got;
                    if (got < wanted)
                    {
                        break;
                    }
                }

                return read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }
}
