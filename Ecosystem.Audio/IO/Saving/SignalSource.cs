using System.Buffers;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The samples to be written, handed out in blocks of interleaved frames.</summary>
internal sealed unsafe class SignalSource : IDisposable
{
    private const int BlockBytes = 1 << 16;

    private readonly Tensor samples;
    private readonly bool rows;
    private readonly int sampleBytes;

    /// <param name="src">Samples of two dimensions, on any device; stays the caller's.</param>
    /// <param name="sample_rate">Frames per second.</param>
    /// <param name="channels_first">[channels, frames] or [frames, channels].</param>
    /// <exception cref="ArgumentException">They are no samples.</exception>
    internal SignalSource(Tensor src, int sample_rate, bool channels_first)
    {
        ArgumentNullException.ThrowIfNull(src);
        ArgumentOutOfRangeException.ThrowIfLessThan(sample_rate, 1);
        if (src.dim() != 2)
        {
            throw new ArgumentException(
                $"Samples to save have two dimensions, {(channels_first ? "[channels, frames]" : "[frames, channels]")}; these have the shape "
                + $"[{string.Join(", ", src.shape)}].",
                nameof(src));
        }

        Type = src.dtype;
        sampleBytes = Type switch
        {
            ScalarType.Byte => 1,
            ScalarType.Int16 => 2,
            ScalarType.Int32 or ScalarType.Float32 => 4,
            ScalarType.Float64 => 8,
            _ => throw new ArgumentException($"Samples to save are float32, float64, int32, int16 or uint8; these are {Type}.", nameof(src)),
        };
        long channels = src.shape[channels_first ? 0 : 1];
        if (channels is < 1 or > WavFormat.MostChannels)
        {
            throw new ArgumentException($"A sound has 1 to {WavFormat.MostChannels} channels; this one has {channels}.", nameof(src));
        }

        SampleRate = sample_rate;
        Channels = (int)channels;
        Frames = src.shape[channels_first ? 1 : 0];
        rows = channels_first && Channels > 1;
        using Tensor detached = src.detach();
        using Tensor host = detached.cpu();
        samples = host.contiguous();
    }

    /// <summary>What is done with a block.</summary>
    /// <param name="frames">Interleaved samples of the source's dtype.</param>
    /// <param name="count">Frames.</param>
    internal delegate void BlockAction(byte* frames, int count);

    internal int SampleRate { get; }

    internal int Channels { get; }

    internal long Frames { get; }

    internal ScalarType Type { get; }

    /// <summary>Hands out all frames in order.</summary>
    internal void ForEachBlock(BlockAction use)
    {
        int frameBytes = Channels * sampleBytes;
        int most = Math.Max(1, BlockBytes / frameBytes);
        byte* data = TensorData.Pointer(samples);
        byte[] block = ArrayPool<byte>.Shared.Rent(rows ? most * frameBytes : 0);
        try
        {
            fixed (byte* turned = block)
            {
                for (long done = 0; done < Frames; done += most)
                {
                    int count = (int)Math.Min(most, Frames - done);
                    if (rows)
                    {
                        Interleaving.Join(data + (done * sampleBytes), Frames * sampleBytes, turned, count, Channels, sampleBytes);
                        use(turned, count);
                    }
                    else
                    {
                        use(data + (done * frameBytes), count);
                    }
                }
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }

        GC.KeepAlive(samples);
    }

    public void Dispose() => samples.Dispose();
}
