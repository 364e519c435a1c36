namespace TorchSharp;

/// <summary>Native bytes of any length, walked as spans (a span alone ends at 2 GB). The owner keeps them alive.</summary>
internal readonly unsafe struct MemoryBlock(nint address, long length)
{
    private const int MaxSpan = 1 << 22;

    public long Length { get; } = length;

    /// <summary>The spans that make up the block, first to last, at most 4 MB each (which stays in the cache between checksum and write).</summary>
    public int SpanCount => (int)((Length + MaxSpan - 1) / MaxSpan);

    public Span<byte> SpanAt(int index)
    {
        var start = (long)index * MaxSpan;
        return new Span<byte>((byte*)address + start, (int)Math.Min(MaxSpan, Length - start));
    }

    /// <summary>A part of the block.</summary>
    public MemoryBlock Slice(long start, long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, Length - start);
        return new MemoryBlock(address + (nint)start, length);
    }

    public uint Checksum()
    {
        var crc = 0u;
        for (var index = 0; index < SpanCount; index++)
        {
            crc = Crc32.Append(crc, SpanAt(index));
        }
        return crc;
    }
}
