using System.Diagnostics;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>The native references that this thread's tensors hold, and those that wait for the next tensor.</summary>
public sealed partial class DisposeScopeManager
{
    private const int MostWaiting = 256;

    // Left to itself the collector comes after some 60,000 small tensors, whose memory has left the processor's caches by then. Asked after 1,024 it
    // lets the same memory serve again, which is faster than not to ask; it is asked less often where it takes more than a quarter of the time.
    private const int FewestDropped = 1024;
    private const int MostDropped = 1 << 16;
    private const int ShareOfTime = 4;

    // A reference waits here only when its tensor was disposed on an ordinary thread: then it is reachable, and its finalizer does not run.
    // What a finalizer disposes may be about to be finalized itself, so the finalizer's thread (which runs at the highest priority, and is
    // known for certain once it has freed something) keeps none.
    private NativeReference?[]? waiting = Thread.CurrentThread.Priority == ThreadPriority.Highest ? null : new NativeReference?[MostWaiting];
    private int waitingCount;

    private int made;
    private int patience = FewestDropped;
    private long collected = Stopwatch.GetTimestamp();

    // Tensors that this thread released, wherever they were made. Only the thread itself writes it: no interlocked operation.
    private long released;

    /// <summary>A reference that owns the native tensor.</summary>
    internal NativeReference Hold(nint handle, int kib)
    {
        NativeReference reference = waitingCount > 0 ? NextWaiting() : NewReference();
        reference.Take(handle, kib);
        return reference;
    }

    /// <summary>Gives the native tensor back to libtorch.</summary>
    /// <param name="reference">What no tensor shows any more: it was exchanged for another, or for none, before.</param>
    internal void Free(NativeReference reference)
    {
        bool isShared = reference.IsShared(this);
        nint owned = LetGo(reference);
        if (owned == 0)
        {
            return;
        }

        if (isShared)
        {
            RetiredTensors.Retire(owned, this);
        }
        else
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
            // Another thread may still look at a reference that it has seen before: that one serves no second tensor.
            if (waiting is { } places && waitingCount < places.Length && !reference.IsShared(this))
            {
                places[waitingCount++] = reference;
            }
            else if (waiting is not null)
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

    // A thread that disposes its tensors seldom comes here; one that drops them always does.
    private NativeReference NewReference()
    {
        if (++made >= patience)
        {
            CollectYoung();
        }

        TakeBack();
        return new NativeReference(this);
    }

    private void CollectYoung()
    {
        made = 0;
        long start = Stopwatch.GetTimestamp();
        GC.Collect(0, GCCollectionMode.Forced, blocking: true);
        long end = Stopwatch.GetTimestamp();
        bool isDear = (end - start) * ShareOfTime > end - collected;
        patience = isDear ? Math.Min(patience * 2, MostDropped) : Math.Max(patience / 2, FewestDropped);
        collected = end;
    }

    private NativeReference NextWaiting()
    {
        NativeReference reference = waiting![--waitingCount]!;
        waiting[waitingCount] = null;
        return reference;
    }
}
