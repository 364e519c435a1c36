using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Audio.Interop;

/// <summary>The native filters on tensors: the one place that calls <see cref="FilterMethods"/>. Rows are shared out over libtorch's number of threads.</summary>
internal static unsafe class Filters
{
    // Handing a row to another thread costs about as much as filtering a few thousand samples.
    private const long WorthAThread = 16384;

    /// <summary>Filters rows, each row by the coefficients of its channel.</summary>
    /// <param name="x">[batch, channel, time] on the host, contiguous; float32 or float64.</param>
    /// <param name="a">[channel, taps], float64 on the host, contiguous, divided by their first.</param>
    /// <param name="b">[channel, taps], likewise.</param>
    /// <param name="reversed">Whether time runs backwards.</param>
    /// <returns>A new tensor of the shape of <paramref name="x"/>.</returns>
    internal static Tensor Recursive(Tensor x, Tensor a, Tensor b, bool reversed)
    {
        Tensor y = empty_like(x);
        long length = x.shape[^1];
        int channels = checked((int)a.shape[0]);
        int taps = checked((int)a.shape[1]);
        bool single = x.dtype == ScalarType.Float32;
        nint source = Address(x), target = Address(y), denominator = Address(a), numerator = Address(b);
        ForEachRow(x.numel(), length, row =>
        {
            long coefficients = (long)(row % channels) * taps;
            double[] history = taps <= 8 ? [] : GC.AllocateUninitializedArray<double>(4 * taps);
            fixed (double* ring = history)
            {
                if (single)
                {
                    FilterMethods.tla_lfilter_f32((float*)source + (row * length), (double*)denominator + coefficients, (double*)numerator + coefficients,
                        (float*)target + (row * length), length, taps, reversed ? 1 : 0, ring);
                }
                else
                {
                    FilterMethods.tla_lfilter_f64((double*)source + (row * length), (double*)denominator + coefficients, (double*)numerator + coefficients,
                        (double*)target + (row * length), length, taps, reversed ? 1 : 0, ring);
                }
            }
        });
        GC.KeepAlive(x);
        GC.KeepAlive(a);
        GC.KeepAlive(b);
        return y;
    }

    /// <summary>A feedback comb with a changing delay, or its gradient.</summary>
    /// <param name="x">[..., time] on the host, contiguous; float32 or float64.</param>
    /// <param name="delays">The delays in samples, from 1 up; they repeat.</param>
    /// <param name="decay">What is left of a sample when it comes back.</param>
    /// <param name="transposed">Whether the gradient is wanted.</param>
    /// <returns>A new tensor of the shape of <paramref name="x"/>.</returns>
    internal static Tensor Comb(Tensor x, int[] delays, double decay, bool transposed)
    {
        Tensor y = empty_like(x);
        long length = x.shape[^1];
        bool single = x.dtype == ScalarType.Float32;
        nint source = Address(x), target = Address(y);
        int flag = transposed ? 1 : 0;
        ForEachRow(x.numel(), length, row =>
        {
            fixed (int* table = delays)
            {
                if (single)
                {
                    FilterMethods.tla_comb_f32(
                        (float*)source + (row * length), (float*)target + (row * length), length, table, delays.Length, decay, flag);
                }
                else
                {
                    FilterMethods.tla_comb_f64(
                        (double*)source + (row * length), (double*)target + (row * length), length, table, delays.Length, decay, flag);
                }
            }
        });
        GC.KeepAlive(x);
        return y;
    }

    /// <summary>A continuously changing delay with feedback, or its gradient.</summary>
    /// <param name="x">[..., channel, time] on the host, contiguous; float32 or float64.</param>
    /// <param name="delays">The delays in samples, from 0 up; they repeat.</param>
    /// <param name="offsets">Where each channel begins in them.</param>
    /// <param name="settings">The line; its pointer and offset are filled in here.</param>
    /// <returns>A new tensor of the shape of <paramref name="x"/>.</returns>
    internal static Tensor Delay(Tensor x, float[] delays, long[] offsets, DelayLine settings)
    {
        Tensor y = empty_like(x);
        long length = x.shape[^1];
        bool single = x.dtype == ScalarType.Float32;
        nint source = Address(x), target = Address(y);
        ForEachRow(x.numel(), length, row =>
        {
            double[] work = GC.AllocateUninitializedArray<double>(checked((int)length + 1));
            fixed (float* table = delays)
            fixed (double* scratch = work)
            {
                DelayLine line = settings with { Delays = table, Period = delays.Length, Offset = offsets[row % offsets.Length] };
                if (single)
                {
                    FilterMethods.tla_delay_f32((float*)source + (row * length), (float*)target + (row * length), length, &line, scratch);
                }
                else
                {
                    FilterMethods.tla_delay_f64((double*)source + (row * length), (double*)target + (row * length), length, &line, scratch);
                }
            }
        });
        GC.KeepAlive(x);
        return y;
    }

    private static void ForEachRow(long samples, long length, Action<long> filter)
    {
        long rows = length == 0 ? 0 : samples / length;
        int threads = (int)Math.Min(rows, Math.Min(get_num_threads(), (samples / WorthAThread) + 1));
        if (threads > 1)
        {
            Parallel.For(0, rows, new ParallelOptions { MaxDegreeOfParallelism = threads }, filter);
            return;
        }

        for (long row = 0; row < rows; row++)
        {
            filter(row);
        }
    }

    private static nint Address(Tensor tensor) => tensor.numel() == 0 ? 0 : (nint)Unsafe.AsPointer(ref tensor.bytes[0]);
}
