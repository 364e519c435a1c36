namespace TorchSharp;

/// <summary>Reads ahead: many small pieces that lie close together cost one read.</summary>
internal sealed class ByteWindow(ByteSource source)
{
    private const int Size = 1 << 16;

    private readonly byte[] _window = new byte[Size];
    private long _start;
    private int _count;

    public void Read(long offset, MemoryBlock target)
    {
        if (target.Length > Size / 4)
        {
            source.Read(offset, target);
            return;
        }
        if (target.Length == 0)
        {
            return;
        }
        if (offset < _start || offset + target.Length > _start + _count)
        {
            _start = offset;
            _count = (int)Math.Clamp(source.Length - offset, target.Length, Size);
            source.Read(offset, _window.AsSpan(0, _count));
        }
        _window.AsSpan((int)(offset - _start), (int)target.Length).CopyTo(target.SpanAt(0));
    }
}
