namespace TorchSharp;

/// <summary>A part of a source as a stream with a position of its own; disposing it leaves the source open.</summary>
internal sealed class SourceStream(ByteSource source, long start, long length) : Stream
{
    private long _position;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position
    {
        get => _position;
        set => _position = value >= 0 ? value : throw new IOException($"a stream has no position {value}");
    }

    public override int Read(Span<byte> buffer)
    {
        var part = buffer[..(int)Math.Clamp(length - _position, 0, buffer.Length)];
        source.Read(start + Math.Min(_position, length), part);
        _position += part.Length;
        return part.Length;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override long Seek(long offset, SeekOrigin origin) =>
        Position = offset + (origin switch { SeekOrigin.Begin => 0, SeekOrigin.Current => _position, _ => length });

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
