using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// The tensor that a sound is read into. It begins with the room that is certain to be needed and doubles when the frames that a header merely
/// claims turn out to be there.
/// </summary>
internal sealed unsafe class SignalBuffer : IDisposable
{
    private readonly int channels;
    private readonly int sampleBytes;
    private readonly bool channelsFirst;
    private Tensor? tensor;
    private byte* data;

    internal SignalBuffer(ScalarType type, int channels, long capacity, bool channelsFirst)
    {
        Type = type;
        this.channels = channels;
        this.channelsFirst = channelsFirst;
        sampleBytes = (int)ElementSize(type);
        Allocate(capacity);
    }

    internal ScalarType Type { get; }

    internal long Capacity { get; private set; }

    internal int FrameBytes => channels * sampleBytes;

    /// <summary>Whether frames lie in the tensor as a reader gives them.</summary>
    internal bool Interleaved => channels == 1 || !channelsFirst;

    /// <summary>Where a frame lies, if they lie one behind the other.</summary>
    internal byte* Frame(long index) => data + (index * FrameBytes);

    /// <summary>Makes room behind the frames that are there if there is none.</summary>
    internal void Reserve(long used, long wanted)
    {
        if (used < Capacity)
        {
            return;
        }

        Tensor old = tensor!;
        try
        {
            Allocate(Math.Min(wanted, Math.Max(4096, used > long.MaxValue / 2 ? used : used * 2)));
            using Tensor target = Part(used);
            target.copy_(old);
        }
        finally
        {
            old.Dispose();
        }
    }

    /// <summary>Lays interleaved frames into the rows of their channels.</summary>
    internal void Scatter(byte* frames, long start, int count) =>
        Interleaving.Split(frames, data + (start * sampleBytes), Capacity * sampleBytes, count, channels, sampleBytes);

    /// <summary>Hands out the first frames; the buffer is empty then.</summary>
    internal Tensor Take(long frames)
    {
        Tensor whole = tensor!;
        if (frames != Capacity)
        {
            using Tensor part = Part(frames);
            return part.clone();
        }

        tensor = null;
        return whole;
    }

    public void Dispose()
    {
        tensor?.Dispose();
        tensor = null;
    }

    private static long ElementSize(ScalarType type) => type switch
    {
        ScalarType.Byte => 1,
        ScalarType.Int16 => 2,
        ScalarType.Int32 or ScalarType.Float32 => 4,
        _ => 8,
    };

    private Tensor Part(long frames) => tensor!.narrow(channelsFirst ? 1 : 0, 0, frames);

    private void Allocate(long capacity)
    {
        tensor = empty(channelsFirst ? [channels, capacity] : [capacity, channels], dtype: Type);
        data = TensorData.Pointer(tensor);
        Capacity = capacity;
    }
}
