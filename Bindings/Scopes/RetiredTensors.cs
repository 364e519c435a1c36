using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>
/// Tensors that were disposed although another thread may be inside an operator with them: they are freed once every thread that was inside a call has
/// come out of it.
/// </summary>
/// <remarks>
/// Only tensors come here that threads other than their maker have used or dispose. Between the two barriers and the flags that threads set, each
/// either sees the tensor disposed or is seen using it.
/// </remarks>
internal static class RetiredTensors
{
    private static readonly Lock Gate = new();

    /// <summary>Frees a native tensor as soon as no thread can be using it.</summary>
    /// <param name="handle">The reference, which nothing managed shows any more.</param>
    /// <param name="own">The account of the thread that disposes it.</param>
    internal static void Retire(nint handle, DisposeScopeManager own)
    {
        ReadOnlySpan<DisposeScopeManager> threads = DisposeScopeManager.OfAllThreads;
        if (threads.Length > 1)
        {
            // What every thread wrote before it read the tensor's handle is seen here now; who reads it later finds none.
            Interlocked.MemoryBarrierProcessWide();
        }

        RetiredTensor? retired = null;
        List<DisposeScopeManager>? inside = null;
        foreach (DisposeScopeManager thread in threads)
        {
            if (thread != own && thread.IsInCall)
            {
                retired ??= new RetiredTensor(handle);
                (inside ??= []).Add(thread);
            }
        }

        if (retired is null)
        {
            NativeMethods.tl_tensor_release(handle);
            return;
        }

        Wait(retired, inside!);
    }

    /// <summary>A thread has left its call (or has ended): frees what waited for nobody else.</summary>
    internal static void Pass(DisposeScopeManager thread)
    {
        List<RetiredTensor>? passed;
        lock (Gate)
        {
            passed = thread.TakeAwaiting();
            passed?.RemoveAll(tensor => --tensor.Waiting > 0);
        }

        Free(passed);
    }

    private static void Wait(RetiredTensor retired, List<DisposeScopeManager> inside)
    {
        lock (Gate)
        {
            foreach (DisposeScopeManager thread in inside)
            {
                retired.Waiting++;
                thread.Await(retired);
            }
        }

        // A thread that left its call meanwhile may not have seen that it is awaited.
        Interlocked.MemoryBarrierProcessWide();
        foreach (DisposeScopeManager thread in inside)
        {
            if (!thread.IsInCall)
            {
                Pass(thread);
            }
        }

        bool isFree;
        lock (Gate)
        {
            isFree = --retired.Waiting == 0;
        }

        if (isFree)
        {
            NativeMethods.tl_tensor_release(retired.Handle);
        }
    }

    private static void Free(List<RetiredTensor>? tensors)
    {
        foreach (RetiredTensor tensor in tensors ?? [])
        {
            NativeMethods.tl_tensor_release(tensor.Handle);
        }
    }
}
