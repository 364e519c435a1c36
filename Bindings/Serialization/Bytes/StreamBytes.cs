namespace TorchSharp;

/// <summary>The bytes of a stream that can seek, from its start; it stays open.</summary>
internal sealed class StreamBytes(Stream stream) : ByteSource((stream as FileStream)?.Name)
{
    public override long Length { get; } = stream.Length;

    public override bool IsShared => false;

    protected override int ReadSome(long offset, Span<byte> target)
    {
        stream.Position = offset;
        return stream.Read(target);
    }
}
