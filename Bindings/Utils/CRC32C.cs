using System.Numerics;
using System.Runtime.InteropServices;

namespace TorchSharp.Utils;

/// <summary>The checksum CRC-32C (Castagnoli), which TensorBoard's event files carry.</summary>
public static class CRC32C
{
    /// <summary>The checksum of bytes.</summary>
    /// <param name="data">The bytes.</param>
    public static uint process(byte[] data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return Process(data);
    }

    /// <summary>The checksum of a number's four bytes, the least significant first.</summary>
    /// <param name="data">The number.</param>
    public static uint process(int data)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(bytes, data);
        return Process(bytes);
    }

    /// <summary>The checksum of a number's eight bytes, the least significant first.</summary>
    /// <param name="data">The number.</param>
    public static uint process(long data)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64LittleEndian(bytes, data);
        return Process(bytes);
    }

    private static uint Process(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(data);
        foreach (ulong word in words)
        {
            crc = BitOperations.Crc32C(crc, word);
        }

        foreach (byte value in data[(words.Length * sizeof(ulong))..])
        {
            crc = BitOperations.Crc32C(crc, value);
        }

        return ~crc;
    }
}
