using System.Runtime.CompilerServices;

namespace TorchSharp;

/// <summary>Whether this thread may be inside libtorch with tensors of its arguments, which then must not be freed under it.</summary>
/// <remarks>
/// A thread says so by a plain write when it reads a tensor's handle, and takes it back when its call has ended. Neither needs a fence: who disposes a
/// tensor that other threads have used makes all processors catch up first (<see cref="RetiredTensors"/>). A call that forgets to take it back
/// delays what others dispose until this thread's next call ends; nothing is freed too early.
/// </remarks>
public sealed partial class DisposeScopeManager
{
    private bool isInCall;
    private bool isAwaited;
    private int callbacks;
    private List<RetiredTensor>? awaitedBy;

    /// <summary>Whether a call of this thread is under way.</summary>
    internal bool IsInCall => Volatile.Read(ref isInCall);

    /// <summary>Comes before a handle is read. The write stays ahead of the read that follows it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal DisposeScopeManager Enter()
    {
        Volatile.Write(ref isInCall, true);
        return this;
    }

    /// <summary>The handles that this thread read are not in use any more.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Leave()
    {
        if (callbacks == 0)
        {
            Volatile.Write(ref isInCall, false);
            if (isAwaited)
            {
                Pass();
            }
        }
    }

    /// <summary>Until its end, calls that this thread makes are made within another, whose arguments stay in use.</summary>
    internal static Callback BeginCallback()
    {
        DisposeScopeManager thread = OfThread;
        thread.callbacks++;
        return new Callback(thread, thread.isInCall);
    }

    /// <summary>A tensor that was disposed waits until this thread's call has ended.</summary>
    /// <remarks>Under the lock of <see cref="RetiredTensors"/>.</remarks>
    internal void Await(RetiredTensor tensor)
    {
        (awaitedBy ??= []).Add(tensor);
        Volatile.Write(ref isAwaited, true);
    }

    /// <summary>Hands out what waits for this thread.</summary>
    /// <remarks>Under the lock of <see cref="RetiredTensors"/>.</remarks>
    internal List<RetiredTensor>? TakeAwaiting()
    {
        List<RetiredTensor>? taken = awaitedBy;
        awaitedBy = null;
        isAwaited = false;
        return taken;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Pass() => RetiredTensors.Pass(this);

    /// <summary>Ends what <see cref="BeginCallback"/> began.</summary>
    internal readonly ref struct Callback(DisposeScopeManager thread, bool isWithinCall)
    {
        /// <summary>Back to the call that libtorch was in; on a thread of libtorch's own there is none.</summary>
        public void Dispose()
        {
            thread.callbacks--;
            if (!isWithinCall)
            {
                thread.Leave();
            }
        }
    }
}
