using System.Buffers;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Reads uncompressed WAV files.</summary>
internal sealed unsafe class WavReader : SoundReader
{
    private const int BufferBytes = 1 << 17;

    private readonly Stream file;
    private readonly long start;
    private readonly WavHeader header;
    private long left;

    /// <param name="file">The file, which stays the caller's.</param>
    /// <param name="start">The position of its first byte.</param>
    /// <param name="header">What its chunks say.</param>
    internal WavReader(Stream file, long start, WavHeader header)
    {
        this.file = file;
        this.start = start;
        this.header = header;
        left = header.Frames;
        file.Position = start + header.DataStart;
    }

    internal override torchaudio.AudioMetaData MetaData => header.MetaData;

    internal override ScalarType StoredType => header.Coding.StoredType();

    internal override long CertainFrames => header.Frames;

    internal override void Skip(long frames)
    {
        file.Position = start + header.DataStart + (frames * header.FrameBytes);
        left -= frames;
    }

    internal override long Read(byte* target, ScalarType type, long frames)
    {
        frames = Math.Min(frames, left);
        long samples = frames * header.Channels;
        bool asStored = type == header.Coding.StoredType() && header.Coding is not (SampleCoding.Signed24 or SampleCoding.MuLaw or SampleCoding.ALaw);
        long read = asStored ? ReadPlain(target, samples * header.Coding.Bytes()) / header.Coding.Bytes() : ReadDecoded(target, type, samples);
        read /= header.Channels;
        left -= read;
        return read;
    }

    public override void Dispose()
    {
    }

    private long ReadPlain(byte* target, long bytes)
    {
        long read = 0;
        while (read < bytes)
        {
            int got = file.Read(new Span<byte>(target + read, (int)Math.Min(bytes - read, 1 << 30)));
            if (got == 0)
            {
                break;
            }

            read += got;
        }

        return read;
    }

    private long ReadDecoded(byte* target, ScalarType type, long samples)
    {
        int size = header.Coding.Bytes();
        int targetSize = type == ScalarType.Float64 ? 8 : 4;
        byte[] buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(BufferBytes, samples * size) + SampleDecoder.Slack);
        try
        {
            int most = (buffer.Length - SampleDecoder.Slack) / size;
            long done = 0;
            fixed (byte* source = buffer)
            {
                while (done < samples)
                {
                    int wanted = (int)Math.Min(most, samples - done);
                    int got = (int)ReadPlain(source, (long)wanted * size) / size;
                    byte* to = target + (done * targetSize);
                    if (type == ScalarType.Int32)
                    {
                        SampleDecoder.To32(source, (int*)to, got);
                    }
                    else
                    {
                        SampleDecoder.ToFloat(source, header.Coding, (float*)to, got);
                    }

                    done += got;
                    if (got < wanted)
                    {
                        break;
                    }
                }
            }

            return done;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
