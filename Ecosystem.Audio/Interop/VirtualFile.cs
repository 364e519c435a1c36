using System.Runtime.InteropServices;

namespace Torchlight.Audio.Interop;

/// <summary>
/// A stream as libsndfile's virtual file. What the stream throws must not pass through native frames: it is kept, the call fails, and the caller
/// asks for it afterwards.
/// </summary>
internal sealed unsafe class VirtualFile : IDisposable
{
    private readonly Stream stream;
    private readonly long start;
    // Kept here, not in the stream: libsndfile may look beyond the end, which not every stream allows.
    private long position;
    private GCHandle self;
    private Exception? failure;

    /// <param name="stream">Seekable; its position is the file's beginning. It stays the caller's.</param>
    internal VirtualFile(Stream stream)
    {
        this.stream = stream;
        start = stream.Position;
        self = GCHandle.Alloc(this);
    }

    internal static SoundFileCallbacks Callbacks => new() { Length = &Length, Seek = &Seek, Read = &Read, Write = &Write, Tell = &Tell };

    /// <summary>What libsndfile hands to the callbacks.</summary>
    internal nint User => GCHandle.ToIntPtr(self);

    /// <summary>Throws what the stream threw, if it did.</summary>
    internal void ThrowFailure()
    {
        if (failure is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        }
    }

    public void Dispose()
    {
        if (self.IsAllocated)
        {
            self.Free();
        }
    }

    private static VirtualFile Of(nint user) => (VirtualFile)GCHandle.FromIntPtr(user).Target!;

    // A failure looks like the file's end: decoders take any other number for bytes that they have got.
    private long Guard<TState>(TState state, Func<VirtualFile, TState, long> work)
    {
        if (failure is not null)
        {
            return 0;
        }

        try
        {
            return work(this, state);
        }
        catch (Exception error)
        {
            failure = error;
            return 0;
        }
    }

    [UnmanagedCallersOnly]
    private static long Length(nint user) => Of(user).Guard(0, static (file, _) => file.stream.Length - file.start);

    [UnmanagedCallersOnly]
    private static long Tell(nint user) => Of(user).Guard(0, static (file, _) => file.position);

    [UnmanagedCallersOnly]
    private static long Seek(long offset, int whence, nint user) => Of(user).Guard((offset, whence), static (file, to) =>
    {
        long origin = to.whence switch
        {
            0 => 0,
            1 => file.position,
            _ => file.stream.Length - file.start,
        };
        long target = unchecked(origin + to.offset);
        return target < 0 ? -1 : file.position = target;
    });

    [UnmanagedCallersOnly]
    private static long Read(byte* target, long count, nint user) => Of(user).Guard(((nint)target, count), static (file, to) =>
    {
        long read = 0, left = file.stream.Length - file.start - file.position;
        if (left <= 0)
        {
            return 0;
        }

        file.stream.Position = file.start + file.position;
        while (read < to.count)
        {
            int got = file.stream.Read(new Span<byte>((byte*)to.Item1 + read, (int)Math.Min(to.count - read, 1 << 30)));
            if (got == 0)
            {
                break;
            }

            read += got;
        }

        file.position += read;
        return read;
    });

    [UnmanagedCallersOnly]
    private static long Write(byte* source, long count, nint user) => Of(user).Guard(((nint)source, count), static (file, from) =>
    {
        file.stream.Position = file.start + file.position;
        for (long written = 0; written < from.count;)
        {
            int part = (int)Math.Min(from.count - written, 1 << 30);
            file.stream.Write(new ReadOnlySpan<byte>((byte*)from.Item1 + written, part));
            written += part;
        }

        file.position += from.count;
        return from.count;
    });
}
