namespace Audio.Tests.IO;

/// <summary>A file that cannot be read beyond a place.</summary>
internal sealed class FailingStream(byte[] file, long after) : MemoryStream(file, writable: false)
{
    // The base's overload for spans comes here too.
    public override int Read(byte[] buffer, int offset, int count) =>
        Position + count > after ? throw new IOException("the line is cut") : base.Read(buffer, offset, count);
}
