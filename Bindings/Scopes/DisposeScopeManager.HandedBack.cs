using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>
/// Native tensors that the collector found and that this thread frees itself: memory that another thread frees while this one allocates makes both wait
/// for the allocator's lock.
/// </summary>
/// <remarks>
/// Only the finalizer's thread adds and only this thread takes. Whatever waits here is less than a KiB each and nobody else's
/// (<c>tl_tensor_is_light</c>), at most <see cref="MostHandedBack"/> of them; everything else the finalizer frees itself.
/// </remarks>
public sealed partial class DisposeScopeManager
{
    private const int MostHandedBack = 2048;

    // Its finalizer runs once the thread has ended.
    [ThreadStatic]
    private static ThreadEnd? threadEnd;

    private nint[]? handedBack;
    private long given;
    private long taken;

    // Only the finalizer's thread reads and writes it.
    private bool isAbandoned;

    /// <summary>How many tensors this thread has still to free.</summary>
    internal long HandedBack => Volatile.Read(ref given) - Volatile.Read(ref taken);

    /// <summary>Frees a tensor that the finalizer's thread found, or leaves it to this manager's thread.</summary>
    internal void GiveBack(nint tensor)
    {
        if (tensor == 0)
        {
            return;
        }

        if (isAbandoned || given - Volatile.Read(ref taken) >= MostHandedBack || NativeMethods.tl_tensor_is_light(tensor) == 0)
        {
            NativeMethods.tl_tensor_release(tensor);
            return;
        }

        handedBack ??= new nint[MostHandedBack];
        handedBack[given % MostHandedBack] = tensor;
        Volatile.Write(ref given, given + 1);
    }

    private unsafe void TakeBack()
    {
        long end = Volatile.Read(ref given);
        if (end == taken)
        {
            return;
        }

        fixed (nint* tensors = handedBack)
        {
            int first = (int)(taken % MostHandedBack);
            int straight = (int)Math.Min(end - taken, MostHandedBack - first);
            NativeMethods.tl_tensors_release(tensors + first, straight);
            NativeMethods.tl_tensors_release(tensors, (int)(end - taken) - straight);
        }

        Volatile.Write(ref taken, end);
    }

    private void Abandon()
    {
        isAbandoned = true;
        TakeBack();
        Unregister();
        isInCall = false;
        RetiredTensors.Pass(this);
    }

    /// <summary>Lies in the thread's own storage and nowhere else.</summary>
    private sealed class ThreadEnd(DisposeScopeManager manager)
    {
        ~ThreadEnd() => manager.Abandon();
    }
}
