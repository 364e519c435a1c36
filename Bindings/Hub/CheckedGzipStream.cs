using System.IO.Compression;

namespace TorchSharp;

/// <summary>
/// Decompresses a gzip file and notices when it is cut short, which <see cref="GZipStream"/> takes for its end. Files of several members, one behind
/// the other, are read whole.
/// </summary>
/// <remarks>
/// A member of our own is read behind the file: where its content comes out at the end, all before it was whole.
/// </remarks>
public sealed class CheckedGzipStream : Stream
{
    private const int BufferSize = 1 << 16;

    private readonly GZipStream _gzip;
    private readonly byte[] _mark = Guid.NewGuid().ToByteArray();

    // What has come out and may be the mark's beginning stays here until more has.
    private readonly byte[] _buffer = new byte[BufferSize];
    private int _start;
    private int _end;
    private bool _atEnd;

    /// <summary>Makes a stream over a compressed one.</summary>
    /// <param name="compressed">The compressed file; disposed with this.</param>
    public CheckedGzipStream(Stream compressed)
    {
        ArgumentNullException.ThrowIfNull(compressed);
        _gzip = new GZipStream(new Followed(compressed, Compressed(_mark)), CompressionMode.Decompress);
    }

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException("The length is not known before the end.");

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException("The stream is read from its beginning to its end.");
        set => throw new NotSupportedException("The stream is read from its beginning to its end.");
    }

    /// <summary>Reads decompressed bytes.</summary>
    /// <param name="buffer">Where they go.</param>
    /// <returns>How many; 0 at the end.</returns>
    /// <exception cref="InvalidDataException">The compressed data are damaged or end early.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (!_atEnd && _end - _start <= _mark.Length)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            var read = _gzip.Read(_buffer.AsSpan(_end));
            _end += read;
            _atEnd = read == 0;
        }
        if (_atEnd && !_buffer.AsSpan(_start, _end - _start).EndsWith(_mark))
        {
            throw new InvalidDataException("the compressed data end early");
        }
        var taken = Math.Min(_end - _start - _mark.Length, buffer.Length);
        _buffer.AsSpan(_start, taken).CopyTo(buffer);
        _start += taken;
        return taken;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The stream is read from its beginning to its end.");

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException("The stream is only read.");

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The stream is only read.");

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _gzip.Dispose();
        }
        base.Dispose(disposing);
    }

    private static MemoryStream Compressed(byte[] content)
    {
        var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }
        member.Position = 0;
        return member;
    }

    // One stream behind another.
    private sealed class Followed(Stream first, Stream second) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(Span<byte> buffer) => first.Read(buffer) is > 0 and var read ? read : second.Read(buffer);

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
                first.Dispose();
                second.Dispose();
            }
            base.Dispose(disposing);
        }
    }
}
