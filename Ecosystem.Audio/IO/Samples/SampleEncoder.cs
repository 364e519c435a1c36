using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Samples of any dtype to stored ones, with sox's rounding: to 32 bits first, towards zero and saturating, then to fewer bits, half up and
/// saturating. So what was read from a file of so many bits is written back unchanged.
/// </summary>
internal static unsafe class SampleEncoder
{
    /// <summary>To 32-bit integers; what is not a number is silence.</summary>
    internal static void ToInt32(byte* source, ScalarType type, int* target, int count)
    {
        switch (type)
        {
            case ScalarType.Byte:
                for (int i = 0; i < count; i++)
                {
                    target[i] = (source[i] - 128) << 24;
                }

                break;
            case ScalarType.Int16:
                for (int i = 0; i < count; i++)
                {
                    target[i] = ((short*)source)[i] << 16;
                }

                break;
            case ScalarType.Int32:
                Buffer.MemoryCopy(source, target, (long)count * 4, (long)count * 4);
                break;
            case ScalarType.Float32:
                for (int i = 0; i < count; i++)
                {
                    target[i] = Saturate(((float*)source)[i]);
                }

                break;
            default:
                for (int i = 0; i < count; i++)
                {
                    target[i] = Saturate(((double*)source)[i]);
                }

                break;
        }
    }

    /// <summary>To float64, integers divided by their range.</summary>
    internal static void ToDouble(byte* source, ScalarType type, double* target, int count)
    {
        for (int i = 0; i < count; i++)
        {
            target[i] = type switch
            {
                ScalarType.Byte => (source[i] - 128) / 128.0,
                ScalarType.Int16 => ((short*)source)[i] / 32768.0,
                ScalarType.Int32 => ((int*)source)[i] / 2147483648.0,
                ScalarType.Float32 => ((float*)source)[i],
                _ => ((double*)source)[i],
            };
        }
    }

    /// <summary>To float32, integers divided by their range.</summary>
    internal static void ToFloat(byte* source, ScalarType type, float* target, int count)
    {
        switch (type)
        {
            case ScalarType.Byte:
                SampleDecoder.ToFloat(source, SampleCoding.Unsigned8, target, count);
                break;
            case ScalarType.Int16:
                SampleDecoder.ToFloat(source, SampleCoding.Signed16, target, count);
                break;
            case ScalarType.Int32:
                SampleDecoder.ToFloat(source, SampleCoding.Signed32, target, count);
                break;
            case ScalarType.Float32:
                SampleDecoder.ToFloat(source, SampleCoding.Float32, target, count);
                break;
            default:
                SampleDecoder.ToFloat(source, SampleCoding.Float64, target, count);
                break;
        }
    }

    /// <summary>Rounds to fewer bits, which stay where they are: the lower ones become zero.</summary>
    internal static void Round(int* samples, int count, int bits)
    {
        if (bits >= 32)
        {
            return;
        }

        int shift = 32 - bits;
        for (int i = 0; i < count; i++)
        {
            samples[i] = Rounded(samples[i], shift) << shift;
        }
    }

    /// <summary>32-bit integers to stored bytes, little-endian.</summary>
    internal static void Store(int* samples, SampleCoding coding, byte* target, int count)
    {
        switch (coding)
        {
            case SampleCoding.Unsigned8:
                for (int i = 0; i < count; i++)
                {
                    target[i] = (byte)(Rounded(samples[i], 24) + 128);
                }

                break;
            case SampleCoding.Signed16:
                for (int i = 0; i < count; i++)
                {
                    ((short*)target)[i] = (short)Rounded(samples[i], 16);
                }

                break;
            case SampleCoding.Signed24:
                for (int i = 0; i < count; i++)
                {
                    int value = Rounded(samples[i], 8);
                    target[3 * i] = (byte)value;
                    target[(3 * i) + 1] = (byte)(value >> 8);
                    target[(3 * i) + 2] = (byte)(value >> 16);
                }

                break;
            case SampleCoding.MuLaw:
                for (int i = 0; i < count; i++)
                {
                    target[i] = G711.EncodeMuLaw(Rounded(samples[i], 18));
                }

                break;
            case SampleCoding.ALaw:
                for (int i = 0; i < count; i++)
                {
                    target[i] = G711.EncodeALaw(Rounded(samples[i], 19));
                }

                break;
            default:
                Buffer.MemoryCopy(samples, target, (long)count * 4, (long)count * 4);
                break;
        }
    }

    private static int Saturate(double sample) => (int)Math.Clamp(double.IsNaN(sample) ? 0 : sample * 2147483648.0, int.MinValue, int.MaxValue);

    private static int Rounded(int sample, int shift)
    {
        int half = 1 << (shift - 1);
        return (sample > int.MaxValue - half ? int.MaxValue : sample + half) >> shift;
    }
}
