namespace TorchSharp;

/// <summary>Tells a progress bar how many bytes of another source have been read, which it disposes.</summary>
internal sealed class ReportingBytes(ByteSource inner, IProgressBar progress) : ByteSource(inner.Name)
{
    private readonly ProgressCount _count = new(progress, inner.Length);

    public override long Length => inner.Length;

    public override bool IsShared => inner.IsShared;

    public override void Dispose() => inner.Dispose();

    protected override int ReadSome(long offset, Span<byte> target)
    {
        inner.Read(offset, target);
        _count.Add(target.Length);
        return target.Length;
    }
}
