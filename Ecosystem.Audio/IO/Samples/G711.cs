namespace TorchSharp;

/// <summary>ITU-T G.711: eight bits that stand for 14 (mu-law) or 13 (A-law), here in the upper bits of 16.</summary>
internal static class G711
{
    private const int MuLawBias = 33;

    /// <summary>The value of every mu-law byte, divided by 32768.</summary>
    internal static float[] MuLaw { get; } = Table(MuLawValue);

    /// <summary>The value of every A-law byte, divided by 32768.</summary>
    internal static float[] ALaw { get; } = Table(ALawValue);

    /// <summary>The mu-law byte of a 14-bit value.</summary>
    internal static byte EncodeMuLaw(int value)
    {
        int sign = value < 0 ? 0x80 : 0;
        int magnitude = Math.Min(Math.Abs(value), 8158) + MuLawBias;
        int segment = int.Log2(magnitude) - 5;
        return (byte)~(sign | (segment << 4) | ((magnitude >> (segment + 1)) & 0xf));
    }

    /// <summary>The A-law byte of a 13-bit value.</summary>
    internal static byte EncodeALaw(int value)
    {
        // Even bits are inverted; positive values have the sign bit set.
        int mask = value >= 0 ? 0xd5 : 0x55;
        int magnitude = Math.Min(value >= 0 ? value : -value - 1, 4095);
        int segment = magnitude < 32 ? 0 : int.Log2(magnitude) - 4;
        int step = segment == 0 ? magnitude >> 1 : magnitude >> segment;
        return (byte)(((segment << 4) | (step & 0xf)) ^ mask);
    }

    private static float[] Table(Func<int, int> value) => [.. Enumerable.Range(0, 256).Select(code => value(code) / 32768f)];

    private static int MuLawValue(int code)
    {
        int bits = ~code;
        int magnitude = ((((bits & 0xf) << 1) + MuLawBias) << ((bits >> 4) & 7)) - MuLawBias;
        return ((bits & 0x80) != 0 ? -magnitude : magnitude) * 4;
    }

    private static int ALawValue(int code)
    {
        int bits = code ^ 0x55, segment = (bits >> 4) & 7;
        int magnitude = ((bits & 0xf) << 1) + 1;
        magnitude = segment == 0 ? magnitude : (magnitude + 32) << (segment - 1);
        return ((bits & 0x80) != 0 ? magnitude : -magnitude) * 8;
    }
}
