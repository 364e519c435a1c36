namespace TorchSharp;

/// <summary>The bytes of one entry of a zip archive: no more than its directory says, no fewer, and with the checksum that it says.</summary>
internal sealed class ZipEntryStream(Stream inner, ZipArchiveReader.Entry entry) : Stream
{
    private long _done;
    private uint _crc;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _done;
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        var part = buffer[..(int)Math.Min(buffer.Length, entry.Size - _done)];
        if (part.Length == 0)
        {
            return 0;
        }
        var read = inner.Read(part);
        if (read == 0)
        {
            throw new TorchFileFormatException($"the entry '{entry.Name}' ends after {_done} bytes of {entry.Size}; the file is truncated or damaged");
        }
        _done += read;
        _crc = Crc32.Append(_crc, part[..read]);
        return _done < entry.Size || _crc == entry.Crc
            ? read
            : throw new TorchFileFormatException($"the entry '{entry.Name}' is damaged: its checksum is {_crc:x8}, the directory says {entry.Crc:x8}");
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }
        base.Dispose(disposing);
    }
}
