using System.Numerics;
using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>Between frames (one sample of every channel, then the next) and rows (all samples of a channel).</summary>
internal static unsafe class Interleaving
{
    /// <summary>Frames to rows.</summary>
    /// <param name="frames">Interleaved samples.</param>
    /// <param name="rows">The first row's first sample.</param>
    /// <param name="rowBytes">From one row to the next.</param>
    /// <param name="count">Frames.</param>
    /// <param name="channels">Rows.</param>
    /// <param name="sampleBytes">1, 2, 4 or 8.</param>
    internal static void Split(byte* frames, byte* rows, long rowBytes, int count, int channels, int sampleBytes)
    {
        switch (sampleBytes)
        {
            case 1 when channels == 2:
                SplitPairs<ushort, byte>((ushort*)frames, rows, rows + rowBytes, count);
                break;
            case 2 when channels == 2:
                SplitPairs<uint, ushort>((uint*)frames, (ushort*)rows, (ushort*)(rows + rowBytes), count);
                break;
            case 4 when channels == 2:
                SplitPairs<ulong, uint>((ulong*)frames, (uint*)rows, (uint*)(rows + rowBytes), count);
                break;
            case 1:
                SplitAny(frames, rows, rowBytes, count, channels);
                break;
            case 2:
                SplitAny((ushort*)frames, rows, rowBytes, count, channels);
                break;
            case 4:
                SplitAny((uint*)frames, rows, rowBytes, count, channels);
                break;
            default:
                SplitAny((ulong*)frames, rows, rowBytes, count, channels);
                break;
        }
    }

    /// <summary>Rows to frames; the opposite of <see cref="Split"/>.</summary>
    internal static void Join(byte* rows, long rowBytes, byte* frames, int count, int channels, int sampleBytes)
    {
        switch (sampleBytes)
        {
            case 1:
                JoinAny(rows, rowBytes, frames, count, channels);
                break;
            case 2:
                JoinAny(rows, rowBytes, (ushort*)frames, count, channels);
                break;
            case 4:
                JoinAny(rows, rowBytes, (uint*)frames, count, channels);
                break;
            default:
                JoinAny(rows, rowBytes, (ulong*)frames, count, channels);
                break;
        }
    }

    // A pair of samples is one number of twice the width, the left one in its lower half.
    private static void SplitPairs<TPair, T>(TPair* pairs, T* left, T* right, int count)
        where TPair : unmanaged, IBinaryInteger<TPair>
        where T : unmanaged, IBinaryInteger<T>
    {
        int half = sizeof(T) * 8, width = Vector<T>.Count, i = 0;
        for (; i <= count - width; i += width)
        {
            var first = Unsafe.ReadUnaligned<Vector<TPair>>(pairs + i);
            var second = Unsafe.ReadUnaligned<Vector<TPair>>(pairs + i + (width / 2));
            Unsafe.WriteUnaligned(left + i, Narrow<TPair, T>(first, second));
            Unsafe.WriteUnaligned(right + i, Narrow<TPair, T>(first >>> half, second >>> half));
        }

        for (; i < count; i++)
        {
            left[i] = T.CreateTruncating(pairs[i]);
            right[i] = T.CreateTruncating(pairs[i] >>> half);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector<T> Narrow<TPair, T>(Vector<TPair> first, Vector<TPair> second)
    {
        if (typeof(T) == typeof(byte))
        {
            return Vector.Narrow(first.As<TPair, ushort>(), second.As<TPair, ushort>()).As<byte, T>();
        }

        return typeof(T) == typeof(ushort)
            ? Vector.Narrow(first.As<TPair, uint>(), second.As<TPair, uint>()).As<ushort, T>()
            : Vector.Narrow(first.As<TPair, ulong>(), second.As<TPair, ulong>()).As<uint, T>();
    }

    private static void SplitAny<T>(T* frames, byte* rows, long rowBytes, int count, int channels)
        where T : unmanaged
    {
        for (int channel = 0; channel < channels; channel++)
        {
            var row = (T*)(rows + (channel * rowBytes));
            T* from = frames + channel;
            for (int i = 0; i < count; i++, from += channels)
            {
                row[i] = *from;
            }
        }
    }

    private static void JoinAny<T>(byte* rows, long rowBytes, T* frames, int count, int channels)
        where T : unmanaged
    {
        for (int channel = 0; channel < channels; channel++)
        {
            var row = (T*)(rows + (channel * rowBytes));
            T* to = frames + channel;
            for (int i = 0; i < count; i++, to += channels)
            {
                *to = row[i];
            }
        }
    }
}
