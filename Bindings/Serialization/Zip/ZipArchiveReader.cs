using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace TorchSharp;

/// <summary>Reads the directory of a zip archive and the bytes of its entries straight to where they belong, with every length checked
/// first.</summary>
/// <remarks><c>System.IO.Compression.ZipArchive</c> reads through a decompressing stream and does not verify stored entries' checksums.</remarks>
internal sealed class ZipArchiveReader
{
    private const int EndLength = 22;
    private const uint Overflow = uint.MaxValue;

    // A deflated byte stands for 1,032 at most; what claims more is no archive to make room for.
    private const int MostDeflated = 1032;

    private readonly ByteSource _input;
    private readonly long _length;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <param name="input">The archive from its first byte to its last; its owner disposes it.</param>
    public ZipArchiveReader(ByteSource input)
    {
        _input = input;
        _length = input.Length;
        ReadDirectory();
    }

    internal sealed record Entry(string Name, long HeaderOffset, long CompressedSize, long Size, uint Crc, int Method);

    public IEnumerable<string> Names => _entries.Keys;

    public Entry? Find(string name) => _entries.GetValueOrDefault(name);

    /// <summary>The whole of a small entry.</summary>
    public byte[] ReadAll(Entry entry)
    {
        if (entry.Size > Array.MaxLength)
        {
            throw new TorchFileFormatException($"the entry '{entry.Name}' of {entry.Size} bytes is too long for what it is");
        }
        var content = new byte[entry.Size];
        Read(entry, content);
        Verify(entry, Crc32.Append(0, content));
        return content;
    }

    /// <summary>Notes to read an entry into <paramref name="target"/>, which takes all of it, and to verify its checksum.</summary>
    public void ReadInto(Entry entry, MemoryBlock target, ReadBatch batch)
    {
        if (entry.Method == 0)
        {
            batch.Add(Locate(entry), target, crc => Verify(entry, crc));
            return;
        }
        batch.Add(() => Inflate(entry, target), target.Length);
    }

    /// <summary>The bytes of an entry as a stream, which fails where they are not those that the directory describes. One at a time.</summary>
    public Stream OpenEntry(Entry entry) => new ZipEntryStream(Open(entry), entry);

    /// <summary>Where the bytes of an entry that is stored as it is begin in the file; null for one that is compressed.</summary>
    public long? PlaceOf(Entry entry) => entry.Method == 0 ? Locate(entry) : null;

    /// <summary>Checks that an entry lies in the file, without reading it.</summary>
    public void CheckPlace(Entry entry) => Open(entry).Dispose();

    /// <summary>Reads an entry through and checks its length and checksum; keeps nothing of it.</summary>
    public void CheckContent(Entry entry)
    {
        using var source = Open(entry);
        var buffer = new byte[1 << 16];
        var crc = 0u;
        for (var left = entry.Size; left > 0;)
        {
            var part = buffer.AsSpan(0, (int)Math.Min(left, buffer.Length));
            source.ReadExactly(part);
            crc = Crc32.Append(crc, part);
            left -= part.Length;
        }
        Verify(entry, crc);
    }

    private void Inflate(Entry entry, MemoryBlock target)
    {
        using var source = Open(entry);
        var crc = 0u;
        for (var index = 0; index < target.SpanCount; index++)
        {
            var span = target.SpanAt(index);
            source.ReadExactly(span);
            crc = Crc32.Append(crc, span);
        }
        Verify(entry, crc);
    }

    private void Read(Entry entry, Span<byte> target)
    {
        using var source = Open(entry);
        source.ReadExactly(target);
    }

    private static void Verify(Entry entry, uint crc)
    {
        if (crc != entry.Crc)
        {
            throw new TorchFileFormatException($"the entry '{entry.Name}' is damaged: its checksum is {crc:x8}, the directory says {entry.Crc:x8}");
        }
    }

    private Stream Open(Entry entry)
    {
        var content = new SourceStream(_input, Locate(entry), entry.CompressedSize);
        return entry.Method == 0 ? content : new DeflateStream(content, CompressionMode.Decompress);
    }

    // Compares the entry's own header with the directory.
    private long Locate(Entry entry)
    {
        Span<byte> header = stackalloc byte[30];
        ReadAt(entry.HeaderOffset, header);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != 0x04034b50)
        {
            throw new TorchFileFormatException($"the entry '{entry.Name}' has no header where the directory says");
        }
        var skip = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        var start = entry.HeaderOffset + header.Length + skip;
        if (start > _length - entry.CompressedSize)
        {
            throw new TorchFileFormatException($"the entry '{entry.Name}' runs past the end of the file; the file is truncated");
        }
        return entry.Method == 8 || (entry.Method == 0 && entry.CompressedSize == entry.Size)
            ? start
            : throw new TorchFileFormatException($"the entry '{entry.Name}' is compressed by method {entry.Method}, which torch.save never uses");
    }

    private void ReadDirectory()
    {
        var (count, offset) = FindEnd();
        Span<byte> header = stackalloc byte[46];
        for (long index = 0; index < count; index++)
        {
            ReadAt(offset, header);
            if (BinaryPrimitives.ReadUInt32LittleEndian(header) != 0x02014b50)
            {
                throw new TorchFileFormatException("the zip directory is damaged");
            }
            var nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
            var extraLength = BinaryPrimitives.ReadUInt16LittleEndian(header[30..]);
            var commentLength = BinaryPrimitives.ReadUInt16LittleEndian(header[32..]);
            var tail = new byte[nameLength + extraLength];
            ReadAt(offset + header.Length, tail);
            var name = Encoding.UTF8.GetString(tail, 0, nameLength);
            long size = BinaryPrimitives.ReadUInt32LittleEndian(header[24..]);
            long compressed = BinaryPrimitives.ReadUInt32LittleEndian(header[20..]);
            long local = BinaryPrimitives.ReadUInt32LittleEndian(header[42..]);
            ReadZip64(tail.AsSpan(nameLength), ref size, ref compressed, ref local);
            if (size < 0 || compressed < 0 || compressed > _length || local < 0 || local > _length || size / MostDeflated > compressed)
            {
                throw new TorchFileFormatException($"the zip directory gives the entry '{name}' impossible sizes; the file is truncated or damaged");
            }
            _entries[name] = new Entry(name, local, compressed, size,
                BinaryPrimitives.ReadUInt32LittleEndian(header[16..]), BinaryPrimitives.ReadUInt16LittleEndian(header[10..]));
            offset += header.Length + nameLength + extraLength + commentLength;
        }
    }

    private static void ReadZip64(ReadOnlySpan<byte> extra, ref long size, ref long compressed, ref long local)
    {
        while (extra.Length >= 4)
        {
            var id = BinaryPrimitives.ReadUInt16LittleEndian(extra);
            var length = Math.Min(BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]), extra.Length - 4);
            if (id == 1)
            {
                var field = extra.Slice(4, length);
                Take(ref field, ref size);
                Take(ref field, ref compressed);
                Take(ref field, ref local);
            }
            extra = extra[(4 + length)..];
        }

        static void Take(ref ReadOnlySpan<byte> field, ref long value)
        {
            if (value == Overflow && field.Length >= 8)
            {
                value = BinaryPrimitives.ReadInt64LittleEndian(field);
                field = field[8..];
            }
        }
    }

    // The end record lies in the last 64 KB (a comment may follow it).
    private (long Count, long Offset) FindEnd()
    {
        var tail = new byte[(int)Math.Min(_length, EndLength + ushort.MaxValue)];
        ReadAt(_length - tail.Length, tail);
        for (var at = tail.Length - EndLength; at >= 0; at--)
        {
            var end = tail.AsSpan(at);
            if (BinaryPrimitives.ReadUInt32LittleEndian(end) != 0x06054b50)
            {
                continue;
            }
            long count = BinaryPrimitives.ReadUInt16LittleEndian(end[10..]);
            long offset = BinaryPrimitives.ReadUInt32LittleEndian(end[16..]);
            return offset == Overflow || count == ushort.MaxValue ? FindZip64End(_length - tail.Length + at, (count, offset)) : (count, offset);
        }
        throw new TorchFileFormatException("the zip archive's end is missing; the file is truncated");
    }

    private (long Count, long Offset) FindZip64End(long end, (long Count, long Offset) plain)
    {
        if (end < 20)
        {
            return plain;
        }
        Span<byte> locator = stackalloc byte[20];
        ReadAt(end - locator.Length, locator);
        if (BinaryPrimitives.ReadUInt32LittleEndian(locator) != 0x07064b50)
        {
            return plain;
        }
        Span<byte> record = stackalloc byte[56];
        ReadAt(BinaryPrimitives.ReadInt64LittleEndian(locator[8..]), record);
        return BinaryPrimitives.ReadUInt32LittleEndian(record) == 0x06064b50
            ? (BinaryPrimitives.ReadInt64LittleEndian(record[32..]), BinaryPrimitives.ReadInt64LittleEndian(record[48..]))
            : throw new TorchFileFormatException("the zip archive's end record is damaged");
    }

    private void ReadAt(long offset, Span<byte> target)
    {
        if (offset < 0 || offset > _length - target.Length)
        {
            throw new TorchFileFormatException("the zip archive runs past the end of the file; the file is truncated");
        }
        _input.Read(offset, target);
    }
}
