using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TorchSharp;

/// <summary>The zip format's checksum (polynomial 0xEDB88320). The base library has it only inside <c>ZipArchive</c>.</summary>
internal static class Crc32
{
    // The number 1: powers of x ascend from the highest bit down.
    private const uint One = 0x8000_0000;
    private const uint Polynomial = 0xEDB8_8320;
    private const int Slices = 8;
    private const int Fold = 64;
    private static readonly uint[] s_table = BuildTable();

    /// <summary>The checksum of <paramref name="data"/> behind bytes whose checksum is <paramref name="crc"/> (0 for none).</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> data)
    {
        crc = ~crc;
        if (Pclmulqdq.IsSupported && data.Length >= Fold)
        {
            var whole = data.Length & ~15;
            crc = Folded(crc, MemoryMarshal.Cast<byte, Vector128<ulong>>(data[..whole]));
            data = data[whole..];
        }
        return ~BySlices(crc, data);
    }

    /// <summary>The checksum of two pieces one behind the other from those of each and the second one's length.</summary>
    public static uint Combine(uint first, uint second, long secondLength)
    {
        // The first piece's checksum moves by as many bits as follow: it is multiplied by x to that power, modulo the polynomial.
        var power = One >> 8;
        for (; secondLength > 0; secondLength >>= 1)
        {
            first = (secondLength & 1) != 0 ? Product(first, power) : first;
            power = Product(power, power);
        }
        return first ^ second;
    }

    /// <summary>Eight bytes a round, by tables.</summary>
    internal static uint BySlices(uint crc, ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<uint> table = s_table;
        while (data.Length >= Slices)
        {
            var low = MemoryMarshal.Read<uint>(data) ^ crc;
            var high = MemoryMarshal.Read<uint>(data[4..]);
            crc = table[(7 * 256) + (int)(low & 0xFF)] ^ table[(6 * 256) + (int)((low >> 8) & 0xFF)]
                ^ table[(5 * 256) + (int)((low >> 16) & 0xFF)] ^ table[(4 * 256) + (int)(low >> 24)]
                ^ table[(3 * 256) + (int)(high & 0xFF)] ^ table[(2 * 256) + (int)((high >> 8) & 0xFF)]
                ^ table[256 + (int)((high >> 16) & 0xFF)] ^ table[(int)(high >> 24)];
            data = data[Slices..];
        }
        foreach (var value in data)
        {
            crc = table[(int)((crc ^ value) & 0xFF)] ^ (crc >> 8);
        }
        return crc;
    }

    // Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ Instruction" (Intel, 2009), in its bit-reflected form: the data are
    // folded over themselves by carry-less products with powers of x modulo the polynomial, then reduced (Barrett). At least four vectors.
    // Compiled at once: the first file is read within the runtime's first, unoptimized code otherwise, which takes longer than the reading.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Folded(uint crc, ReadOnlySpan<Vector128<ulong>> data)
    {
        var by512 = Vector128.Create(0x1_5444_2bd4UL, 0x1_c6e4_1596UL);
        var by128 = Vector128.Create(0x1_7519_97d0UL, 0x0_ccaa_009eUL);
        var (a, b, c, d) = (data[0] ^ Vector128.CreateScalar((ulong)crc), data[1], data[2], data[3]);
        for (data = data[4..]; data.Length >= 4; data = data[4..])
        {
            (a, b, c, d) = (Multiplied(a, by512) ^ data[0], Multiplied(b, by512) ^ data[1], Multiplied(c, by512) ^ data[2], Multiplied(d, by512) ^ data[3]);
        }
        var rest = Multiplied(Multiplied(Multiplied(a, by128) ^ b, by128) ^ c, by128) ^ d;
        foreach (var vector in data)
        {
            rest = Multiplied(rest, by128) ^ vector;
        }

        var low32 = Vector128.Create(0xFFFF_FFFFUL, 0);
        rest = Pclmulqdq.CarrylessMultiply(rest, by128, 0x10) ^ Sse2.ShiftRightLogical128BitLane(rest, 8);
        rest = Pclmulqdq.CarrylessMultiply(rest & low32, Vector128.CreateScalar(0x1_63cd_6124UL), 0x00) ^ Sse2.ShiftRightLogical128BitLane(rest, 4);
        var barrett = Vector128.Create(0x1_db71_0641UL, 0x1_f701_1641UL);
        var quotient = Pclmulqdq.CarrylessMultiply(rest & low32, barrett, 0x10) & low32;
        rest ^= Pclmulqdq.CarrylessMultiply(quotient, barrett, 0x00);
        return rest.AsUInt32().GetElement(1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ulong> Multiplied(Vector128<ulong> value, Vector128<ulong> power) =>
        Pclmulqdq.CarrylessMultiply(value, power, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, power, 0x11);

    private static uint Product(uint left, uint right)
    {
        var product = 0u;
        for (var bit = One; bit != 0; bit >>= 1)
        {
            product = (left & bit) != 0 ? product ^ right : product;
            right = (right & 1) != 0 ? (right >> 1) ^ Polynomial : right >> 1;
        }
        return product;
    }

    private static uint[] BuildTable()
    {
        var table = new uint[Slices * 256];
        for (uint index = 0; index < 256; index++)
        {
            var value = index;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? (value >> 1) ^ Polynomial : value >> 1;
            }
            table[index] = value;
        }
        for (var index = 256; index < table.Length; index++)
        {
            var previous = table[index - 256];
            table[index] = table[(int)(previous & 0xFF)] ^ (previous >> 8);
        }
        return table;
    }
}
