using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using static TorchSharp.torch;

namespace TorchSharp.Transforms;

/// <summary>
/// Antialiased bilinear resizing of bytes: the same arithmetic, in the same order, as libtorch's <c>_upsample_bilinear2d_aa</c> on their
/// floating-point values, rounded half to even, so that the result is the same to the bit; four times as fast, since eight rows, then eight columns,
/// are computed at once, and nothing is widened in memory.
/// </summary>
internal static unsafe class SmoothResize
{
    private const int Lanes = 8;

    // Above it libtorch's own kernel, which may use several threads, is the better choice.
    private const long MostPixels = 1 << 20;

    /// <summary>Whether this processor and this image are ones for it.</summary>
    public static bool Takes(Tensor image) =>
        Fma.IsSupported && image.dtype == ScalarType.Byte && image.device_type == DeviceType.CPU && image.dim() >= 2
        && image.numel() is > 0 and <= 4 * MostPixels;

    /// <summary>Resizes the last two dimensions.</summary>
    public static Tensor Run(Tensor image, int height, int width)
    {
        var shape = image.shape;
        var (rows, columns) = ((int)shape[^2], (int)shape[^1]);
        var planes = image.numel() / ((long)rows * columns);
        using var source = image.contiguous();
        long[] size = [.. shape[..^2], height, width];
        var result = torch.empty(size, ScalarType.Byte);
        var (across, down) = (ResizeTaps.For(columns, width), ResizeTaps.For(rows, height));

        // One plane resized across, its rows padded to whole blocks of lanes; and eight rows on their sides, each step a vector.
        var stride = Blocks(width);
        var wide = (float*)NativeMemory.AlignedAlloc((nuint)((long)Blocks(rows) * stride * sizeof(float)), 64);
        var tile = (float*)NativeMemory.AlignedAlloc((nuint)((columns + stride) * Lanes * sizeof(float)), 64);
        try
        {
            fixed (byte* from = source.bytes)
            fixed (byte* to = result.bytes)
            {
                for (long plane = 0; plane < planes; plane++)
                {
                    Across(from + (plane * rows * columns), rows, columns, wide, stride, tile, across);
                    Down(wide, stride, to + (plane * height * width), height, width, down);
                }
            }
        }
        finally
        {
            NativeMemory.AlignedFree(wide);
            NativeMemory.AlignedFree(tile);
        }

        return result;
    }

    private static int Blocks(int count) => (count + Lanes - 1) / Lanes * Lanes;

    private static void Across(byte* from, int rows, int columns, float* wide, int stride, float* tile, ResizeTaps taps)
    {
        var turned = tile + (columns * Lanes);
        fixed (float* weights = taps.Weights)
        fixed (int* starts = taps.Starts)
        fixed (int* counts = taps.Counts)
        {
            for (var row = 0; row < rows; row += Lanes)
            {
                Turn(from, row, rows, columns, tile);
                for (var x = 0; x < taps.Length; x++)
                {
                    var weight = weights + (x * taps.Most);
                    var pixel = tile + (starts[x] * Lanes);
                    Sum(pixel, Lanes, weight, counts[x]).StoreAligned(turned + (x * Lanes));
                }

                for (var x = 0; x < stride; x += Lanes)
                {
                    Transpose(turned + (x * Lanes), wide + ((long)row * stride) + x, stride);
                }
            }
        }
    }

    private static void Down(float* wide, int stride, byte* to, int height, int width, ResizeTaps taps)
    {
        var line = stackalloc byte[Lanes];
        fixed (float* weights = taps.Weights)
        {
            for (var y = 0; y < height; y++)
            {
                var first = wide + ((long)taps.Starts[y] * stride);
                for (var x = 0; x < width; x += Lanes)
                {
                    // Weights are not negative and sum to one: no value can leave the range of a byte.
                    var whole = Avx.ConvertToVector256Int32(Sum(first + x, stride, weights + (y * taps.Most), taps.Counts[y]));
                    var bytes = Vector128.Narrow(Vector128.Narrow(whole.GetLower(), whole.GetUpper()).AsUInt16(), Vector128<ushort>.Zero);
                    var target = to + ((long)y * width) + x;
                    if (x + Lanes <= width)
                    {
                        *(ulong*)target = bytes.AsUInt64().ToScalar();
                    }
                    else
                    {
                        *(ulong*)line = bytes.AsUInt64().ToScalar();
                        Unsafe.CopyBlockUnaligned(target, line, (uint)(width - x));
                    }
                }
            }
        }
    }

    // libtorch's loop as Debian compiles it: behind the first product, groups of four are multiplied and then added, what is left is fused.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Sum(float* pixel, long step, float* weights, int count)
    {
        var sum = Avx.Multiply(Vector256.LoadAligned(pixel), Vector256.Create(weights[0]));
        var grouped = (count - 1) & ~3;
        var tap = 1;
        for (; tap <= grouped; tap++)
        {
            sum = Avx.Add(sum, Avx.Multiply(Vector256.LoadAligned(pixel + (tap * step)), Vector256.Create(weights[tap])));
        }

        for (; tap < count; tap++)
        {
            sum = Fma.MultiplyAdd(Vector256.LoadAligned(pixel + (tap * step)), Vector256.Create(weights[tap]), sum);
        }

        return sum;
    }

    // Eight rows of bytes become columns of eight numbers. Below the last row it is repeated; what comes of that is never read.
    private static void Turn(byte* from, int row, int rows, int columns, float* tile)
    {
        var lines = stackalloc byte*[Lanes];
        for (var lane = 0; lane < Lanes; lane++)
        {
            lines[lane] = from + ((long)Math.Min(row + lane, rows - 1) * columns);
        }

        var x = 0;
        var scratch = stackalloc float[Lanes * Lanes];
        for (; x + Lanes <= columns; x += Lanes)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                Avx.ConvertToVector256Single(Avx2.ConvertToVector256Int32(lines[lane] + x)).Store(scratch + (lane * Lanes));
            }

            Transpose(scratch, tile + (x * Lanes), Lanes);
        }

        for (; x < columns; x++)
        {
            for (var lane = 0; lane < Lanes; lane++)
            {
                tile[(x * Lanes) + lane] = lines[lane][x];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(float* from, float* to, int stride)
    {
        Vector256<float> Pair(int first, int second, bool high)
        {
            var (a, b) = (Vector256.Load(from + (first * Lanes)), Vector256.Load(from + (second * Lanes)));
            return high ? Avx.UnpackHigh(a, b) : Avx.UnpackLow(a, b);
        }

        var (p0, p1, p2, p3) = (Pair(0, 1, false), Pair(0, 1, true), Pair(2, 3, false), Pair(2, 3, true));
        var (p4, p5, p6, p7) = (Pair(4, 5, false), Pair(4, 5, true), Pair(6, 7, false), Pair(6, 7, true));
        var (q0, q1) = (Avx.Shuffle(p0, p2, 0x44), Avx.Shuffle(p0, p2, 0xEE));
        var (q2, q3) = (Avx.Shuffle(p1, p3, 0x44), Avx.Shuffle(p1, p3, 0xEE));
        var (q4, q5) = (Avx.Shuffle(p4, p6, 0x44), Avx.Shuffle(p4, p6, 0xEE));
        var (q6, q7) = (Avx.Shuffle(p5, p7, 0x44), Avx.Shuffle(p5, p7, 0xEE));
        Avx.Permute2x128(q0, q4, 0x20).Store(to);
        Avx.Permute2x128(q1, q5, 0x20).Store(to + stride);
        Avx.Permute2x128(q2, q6, 0x20).Store(to + (2 * stride));
        Avx.Permute2x128(q3, q7, 0x20).Store(to + (3 * stride));
        Avx.Permute2x128(q0, q4, 0x31).Store(to + (4 * stride));
        Avx.Permute2x128(q1, q5, 0x31).Store(to + (5 * stride));
        Avx.Permute2x128(q2, q6, 0x31).Store(to + (6 * stride));
        Avx.Permute2x128(q3, q7, 0x31).Store(to + (7 * stride));
    }
}
