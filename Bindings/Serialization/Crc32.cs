using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>The zip format's checksum (polynomial 0xEDB88320), eight bytes a round. The base library has it only inside <c>ZipArchive</c>.</summary>
internal static class Crc32
{
    private const int Slices = 8;
    private static readonly uint[] s_table = BuildTable();

    /// <summary>The checksum of <paramref name="data"/> behind bytes whose checksum is <paramref name="crc"/> (0 for none).</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<uint> table = s_table;
        crc = ~crc;
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
        return ~crc;
    }

    private static uint[] BuildTable()
    {
        var table = new uint[Slices * 256];
        for (uint index = 0; index < 256; index++)
        {
            var value = index;
            for (var bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320u : value >> 1;
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
