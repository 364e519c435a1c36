namespace TorchSharp;

/// <summary>Bytes that are read by position: a file, a stream or an array. Nothing is read past their end.</summary>
/// <remarks>
/// What is looked at (heads, directories, pickles) is always read and never mapped into memory: a mapped file that another process cuts short ends
/// this one with a bus error, where a read is an exception. Tensors may be views of a <see cref="MappedFile"/>.
/// </remarks>
/// <param name="name">The file's name for messages, if it is one.</param>
internal abstract class ByteSource(string? name) : IDisposable
{
    public string? Name { get; } = name;

    /// <summary>How many bytes there were when the source was opened.</summary>
    public abstract long Length { get; }

    /// <summary>Whether several threads may read at once.</summary>
    public abstract bool IsShared { get; }

    /// <summary>Fills <paramref name="target"/> with the bytes from <paramref name="offset"/> on.</summary>
    /// <exception cref="TorchFileFormatException">They are not there, or no longer.</exception>
    public void Read(long offset, Span<byte> target)
    {
        if (offset < 0 || offset > Length - target.Length)
        {
            throw Damaged($"{target.Length} bytes are to be read at {offset} and there are {Length} in all; the file is truncated");
        }
        while (target.Length > 0)
        {
            var read = ReadSome(offset, target);
            if (read == 0)
            {
                throw Damaged($"the bytes end at {offset} and there were {Length} before: another process has shortened the file while it was read");
            }
            offset += read;
            target = target[read..];
        }
    }

    /// <summary>Fills native memory with the bytes from <paramref name="offset"/> on.</summary>
    public void Read(long offset, MemoryBlock target)
    {
        for (var index = 0; index < target.SpanCount; index++)
        {
            var span = target.SpanAt(index);
            Read(offset, span);
            offset += span.Length;
        }
    }

    /// <summary>The exception for something that is wrong with these bytes.</summary>
    public TorchFileFormatException Damaged(string message, Exception? inner = null) =>
        Name is null ? new TorchFileFormatException(message, inner) : new TorchFileFormatException(Name, message, inner);

    public virtual void Dispose()
    {
    }

    /// <summary>Reads at least one byte, or none where there are no more.</summary>
    protected abstract int ReadSome(long offset, Span<byte> target);
}
