using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TorchSharp;

/// <summary>Stored samples to float32 in [-1, 1], and 24 bits to 32.</summary>
internal static unsafe class SampleDecoder
{
    private const float Scale8 = 1f / 128, Scale16 = 1f / 32768, Scale32 = 1f / 2147483648f;

    /// <summary>Three bytes to the upper three of four, four samples at a time; an index past the end gives a zero.</summary>
    private static readonly Vector128<byte> Widen24 = Vector128.Create((byte)255, 0, 1, 2, 255, 3, 4, 5, 255, 6, 7, 8, 255, 9, 10, 11);

    /// <summary>Bytes that must be readable behind the last 24-bit sample.</summary>
    internal const int Slack = 4;

    /// <summary>Decodes to float32.</summary>
    internal static void ToFloat(byte* source, SampleCoding coding, float* target, int count)
    {
        switch (coding)
        {
            case SampleCoding.Unsigned8:
                FromUnsigned8(source, target, count);
                break;
            case SampleCoding.Signed16:
                FromSigned16((short*)source, target, count);
                break;
            case SampleCoding.Signed24:
                FromSigned24(source, target, count);
                break;
            case SampleCoding.Signed32:
                FromSigned32((int*)source, target, count);
                break;
            case SampleCoding.Float32:
                Buffer.MemoryCopy(source, target, (long)count * 4, (long)count * 4);
                break;
            case SampleCoding.Float64:
                FromFloat64((double*)source, target, count);
                break;
            default:
                FromTable(source, coding == SampleCoding.MuLaw ? G711.MuLaw : G711.ALaw, target, count);
                break;
        }
    }

    /// <summary>24-bit samples to the upper bits of 32.</summary>
    internal static void To32(byte* source, int* target, int count)
    {
        int i = 0;
        for (; i <= count - 4; i += 4)
        {
            Widen(source + (3 * i)).Store(target + i);
        }

        for (; i < count; i++)
        {
            target[i] = At24(source + (3 * i));
        }
    }

    private static void FromUnsigned8(byte* source, float* target, int count)
    {
        int i = 0, width = Vector<float>.Count;
        for (; i <= count - (4 * width); i += 4 * width)
        {
            Vector.Widen(Unsafe.ReadUnaligned<Vector<byte>>(source + i), out Vector<ushort> low, out Vector<ushort> high);
            Vector.Widen(low, out Vector<uint> a, out Vector<uint> b);
            Vector.Widen(high, out Vector<uint> c, out Vector<uint> d);
            StoreCentred(a, target + i);
            StoreCentred(b, target + i + width);
            StoreCentred(c, target + i + (2 * width));
            StoreCentred(d, target + i + (3 * width));
        }

        for (; i < count; i++)
        {
            target[i] = (source[i] - 128) * Scale8;
        }
    }

    private static void StoreCentred(Vector<uint> values, float* target) =>
        Unsafe.WriteUnaligned(target, Vector.ConvertToSingle(values.As<uint, int>() - new Vector<int>(128)) * new Vector<float>(Scale8));

    private static void FromSigned16(short* source, float* target, int count)
    {
        int i = 0, width = Vector<float>.Count;
        var scale = new Vector<float>(Scale16);
        for (; i <= count - (2 * width); i += 2 * width)
        {
            Vector.Widen(Unsafe.ReadUnaligned<Vector<short>>(source + i), out Vector<int> low, out Vector<int> high);
            Unsafe.WriteUnaligned(target + i, Vector.ConvertToSingle(low) * scale);
            Unsafe.WriteUnaligned(target + i + width, Vector.ConvertToSingle(high) * scale);
        }

        for (; i < count; i++)
        {
            target[i] = source[i] * Scale16;
        }
    }

    private static void FromSigned24(byte* source, float* target, int count)
    {
        int i = 0;
        for (; i <= count - 4; i += 4)
        {
            (Vector128.ConvertToSingle(Widen(source + (3 * i))) * Scale32).Store(target + i);
        }

        for (; i < count; i++)
        {
            target[i] = At24(source + (3 * i)) * Scale32;
        }
    }

    private static void FromSigned32(int* source, float* target, int count)
    {
        int i = 0, width = Vector<float>.Count;
        for (; i <= count - width; i += width)
        {
            Unsafe.WriteUnaligned(target + i, Vector.ConvertToSingle(Unsafe.ReadUnaligned<Vector<int>>(source + i)) * new Vector<float>(Scale32));
        }

        for (; i < count; i++)
        {
            target[i] = source[i] * Scale32;
        }
    }

    private static void FromFloat64(double* source, float* target, int count)
    {
        int i = 0, width = Vector<double>.Count;
        for (; i <= count - (2 * width); i += 2 * width)
        {
            var low = Unsafe.ReadUnaligned<Vector<double>>(source + i);
            var high = Unsafe.ReadUnaligned<Vector<double>>(source + i + width);
            Unsafe.WriteUnaligned(target + i, Vector.Narrow(low, high));
        }

        for (; i < count; i++)
        {
            target[i] = (float)source[i];
        }
    }

    private static void FromTable(byte* source, float[] table, float* target, int count)
    {
        for (int i = 0; i < count; i++)
        {
            target[i] = table[source[i]];
        }
    }

    private static Vector128<int> Widen(byte* twelve) => Vector128.Shuffle(Vector128.Load(twelve), Widen24).AsInt32();

    private static int At24(byte* three) => (three[0] << 8) | (three[1] << 16) | (three[2] << 24);
}
