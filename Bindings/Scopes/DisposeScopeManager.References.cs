using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>The native references that this thread's tensors hold, and those that wait for the next tensor.</summary>
public sealed partial class DisposeScopeManager
{
    private const int MostWaiting = 256;

    // A reference waits here only when its tensor was disposed on an ordinary thread: then it is reachable, and its finalizer does not run.
    // What a finalizer disposes may be about to be finalized itself, so the finalizer's thread (which runs at the highest priority, and is
    // known for certain once it has freed something) keeps none.
    private NativeReference?[]? waiting = Thread.CurrentThread.Priority == ThreadPriority.Highest ? null : new NativeReference?[MostWaiting];
    private int waitingCount;

    // Tensors that this thread released, wherever they were made. Only the thread itself writes it: no interlocked operation.
    private long released;

    /// <summary>A reference that owns the native tensor.</summary>
    internal NativeReference Hold(nint handle, int kib)
    {
        NativeReference reference = waitingCount > 0 ? NextWaiting() : new NativeReference();
        reference.Take(handle, kib);
        return reference;
    }

    /// <summary>Gives the native tensor back to libtorch.</summary>
    internal void Free(NativeReference reference)
    {
        nint owned = LetGo(reference);
        if (owned != 0)
        {
            NativeMethods.tl_tensor_release(owned);
        }
    }

    /// <summary>Gives the native tensor to the caller; 0 where it is gone already.</summary>
    internal nint LetGo(NativeReference reference)
    {
        nint owned = reference.Give();
        if (owned != 0)
        {
            released++;
            if (waiting is { } places && waitingCount < places.Length)
            {
                places[waitingCount++] = reference;
            }
            else
            {
                GC.SuppressFinalize(reference);
            }
        }

        return owned;
    }

    /// <summary>This is the finalizer's thread.</summary>
    internal void StopReuse()
    {
        waiting = null;
        waitingCount = 0;
    }

    private NativeReference NextWaiting()
    {
        NativeReference reference = waiting![--waitingCount]!;
        waiting[waitingCount] = null;
        return reference;
    }
}
