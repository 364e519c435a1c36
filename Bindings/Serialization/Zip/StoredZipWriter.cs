using System.Buffers.Binary;
using System.Text;

namespace TorchSharp;

/// <summary>
/// Writes the zip archives that Python's <c>torch.save</c> writes: entries stored as they are, the bytes of each starting at a multiple of 64.
/// <c>System.IO.Compression.ZipArchive</c> cannot place an entry's bytes, and Python maps tensors straight from the file.
/// </summary>
internal sealed class StoredZipWriter(Stream output)
{
    private const int Alignment = 64;
    private const ushort PaddingFieldId = 0x4246; // 'FB', as PyTorch marks its own padding
    private const uint Overflow = uint.MaxValue;

    private readonly long _start = output.CanSeek ? output.Position : 0;
    private readonly List<Entry> _entries = [];
    private long _position;

    private sealed record Entry(byte[] Name, long Offset, long Size, uint Crc);

    /// <summary>Adds a small entry.</summary>
    public void Add(string name, ReadOnlySpan<byte> content)
    {
        Begin(name, content.Length, Crc32.Append(0, content));
        Write(content);
    }

    /// <summary>Adds an entry of any length from native memory.</summary>
    public void Add(string name, MemoryBlock content)
    {
        Begin(name, content.Length, content.Checksum());
        for (var index = 0; index < content.SpanCount; index++)
        {
            Write(content.SpanAt(index));
        }
    }

    /// <summary>Writes the directory; the archive is whole afterwards.</summary>
    public void Finish()
    {
        var directory = _position;
        foreach (var entry in _entries)
        {
            WriteDirectoryEntry(entry);
        }
        var size = _position - directory;
        if (directory >= Overflow || size >= Overflow || _entries.Count >= ushort.MaxValue)
        {
            WriteZip64End(directory, size);
        }
        var end = new Fields(stackalloc byte[22]);
        end.UInt32(0x06054b50);
        end.UInt16(0);
        end.UInt16(0);
        end.UInt16((ushort)Math.Min(_entries.Count, ushort.MaxValue));
        end.UInt16((ushort)Math.Min(_entries.Count, ushort.MaxValue));
        end.UInt32((uint)Math.Min(size, Overflow));
        end.UInt32((uint)Math.Min(directory, Overflow));
        end.UInt16(0);
        Write(end.Written);
    }

    private void Begin(string name, long size, uint crc)
    {
        var bytes = Encoding.UTF8.GetBytes(name);
        var big = size >= Overflow;
        var fixedLength = 30 + bytes.Length + (big ? 20 : 0);
        // The padding is an extra field, whose own head takes four bytes.
        var padding = (int)((Alignment - ((_start + _position + fixedLength + 4) % Alignment)) % Alignment);
        var header = new Fields(stackalloc byte[30 + 20 + 4]);
        header.UInt32(0x04034b50);
        header.UInt16((ushort)(big ? 45 : 20));
        WriteCommon(ref header, size, crc, big);
        header.UInt16((ushort)bytes.Length);
        header.UInt16((ushort)((big ? 20 : 0) + 4 + padding));
        _entries.Add(new Entry(bytes, _position, size, crc));
        Write(header.Written);
        Write(bytes);

        header.Clear();
        if (big)
        {
            header.UInt16(1);
            header.UInt16(16);
            header.Int64(size);
            header.Int64(size);
        }
        header.UInt16(PaddingFieldId);
        header.UInt16((ushort)padding);
        Write(header.Written);
        Span<byte> fill = stackalloc byte[Alignment];
        fill.Fill((byte)'Z');
        Write(fill[..padding]);
    }

    private void WriteDirectoryEntry(Entry entry)
    {
        var bigSize = entry.Size >= Overflow;
        var bigOffset = entry.Offset >= Overflow;
        var extra = (bigSize ? 16 : 0) + (bigOffset ? 8 : 0);
        extra += extra > 0 ? 4 : 0;
        var header = new Fields(stackalloc byte[46 + 28]);
        header.UInt32(0x02014b50);
        header.UInt16(45);
        header.UInt16((ushort)(extra > 0 ? 45 : 20));
        WriteCommon(ref header, entry.Size, entry.Crc, bigSize);
        header.UInt16((ushort)entry.Name.Length);
        header.UInt16((ushort)extra);
        header.UInt16(0);
        header.UInt16(0);
        header.UInt16(0);
        header.UInt32(0);
        header.UInt32(bigOffset ? Overflow : (uint)entry.Offset);
        Write(header.Written);
        Write(entry.Name);
        if (extra == 0)
        {
            return;
        }
        header.Clear();
        header.UInt16(1);
        header.UInt16((ushort)(extra - 4));
        if (bigSize)
        {
            header.Int64(entry.Size);
            header.Int64(entry.Size);
        }
        if (bigOffset)
        {
            header.Int64(entry.Offset);
        }
        Write(header.Written);
    }

    // What the local and the central header share: flags (names are UTF-8), method "stored", a fixed date (the file's bytes depend on its content
    // alone), checksum and sizes.
    private static void WriteCommon(ref Fields header, long size, uint crc, bool big)
    {
        header.UInt16(0x0800);
        header.UInt16(0);
        header.UInt16(0);
        header.UInt16(0x0021);
        header.UInt32(crc);
        header.UInt32(big ? Overflow : (uint)size);
        header.UInt32(big ? Overflow : (uint)size);
    }

    private void WriteZip64End(long directory, long size)
    {
        var at = _position;
        var end = new Fields(stackalloc byte[56 + 20]);
        end.UInt32(0x06064b50);
        end.Int64(44);
        end.UInt16(45);
        end.UInt16(45);
        end.UInt32(0);
        end.UInt32(0);
        end.Int64(_entries.Count);
        end.Int64(_entries.Count);
        end.Int64(size);
        end.Int64(directory);
        end.UInt32(0x07064b50);
        end.UInt32(0);
        end.Int64(at);
        end.UInt32(1);
        Write(end.Written);
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        output.Write(bytes);
        _position += bytes.Length;
    }

    // Little-endian fields, one behind the other.
    private ref struct Fields(Span<byte> buffer)
    {
        private readonly Span<byte> _buffer = buffer;
        private int _length;

        public readonly ReadOnlySpan<byte> Written => _buffer[.._length];

        public void Clear() => _length = 0;

        public void UInt16(ushort value)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(_buffer[_length..], value);
            _length += 2;
        }

        public void UInt32(uint value)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(_buffer[_length..], value);
            _length += 4;
        }

        public void Int64(long value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(_buffer[_length..], value);
            _length += 8;
        }
    }
}
