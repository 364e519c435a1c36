namespace TorchSharp;

/// <summary>Tells a progress bar how many bytes of a stream have been read or written. It disposes neither.</summary>
internal sealed class ReportingStream : Stream
{
    private readonly Stream _inner;
    private readonly IProgressBar _progress;
    private long _done;

    public ReportingStream(Stream inner, IProgressBar progress, long? maximum = null)
    {
        _inner = inner;
        _progress = progress;
        progress.Maximum = maximum ?? inner.Length;
    }

    public override bool CanRead => _inner.CanRead;

    public override bool CanSeek => _inner.CanSeek;

    public override bool CanWrite => _inner.CanWrite;

    public override long Length => _inner.Length;

    public override long Position
    {
        get => _inner.Position;
        set => _inner.Position = value;
    }

    public override void Flush() => _inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = _inner.Read(buffer);
        Report(read);
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => _inner.Seek(offset, origin);

    public override void SetLength(long value) => _inner.SetLength(value);

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        _inner.Write(buffer);
        Report(buffer.Length);
    }

    // Parts of a file are read twice, its directory before its content.
    private void Report(int bytes)
    {
        _done += bytes;
        _progress.Value = Math.Min(_done, _progress.Maximum ?? _done);
    }
}
