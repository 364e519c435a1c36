namespace TorchSharp;

/// <summary>The bytes of an array.</summary>
internal sealed class ArrayBytes(byte[] bytes) : ByteSource(null)
{
    public override long Length => bytes.Length;

    public override bool IsShared => true;

    protected override int ReadSome(long offset, Span<byte> target)
    {
        bytes.AsSpan((int)offset, target.Length).CopyTo(target);
        return target.Length;
    }
}
