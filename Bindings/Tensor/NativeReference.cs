using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>
/// One reference to libtorch's tensor, which the collector gives back if nobody did. It belongs to one <see cref="torch.Tensor"/> at a time and
/// is used again by later ones of the same thread: an object with a finalizer costs ten times a plain one, and a disposed tensor needs none.
/// </summary>
/// <remarks>
/// The handle lives here and not in the tensor, so that a tensor whose reference was finalized counts as disposed, even to another finalizer
/// that still sees the tensor. What may be finalized at any moment is never used again: see <see cref="DisposeScopeManager"/>.
/// </remarks>
/// <param name="owner">The account of the thread that made it.</param>
internal sealed class NativeReference(DisposeScopeManager owner)
{
    private nint handle;
    private int kib;
    private int shared;

    ~NativeReference()
    {
        if (handle != 0)
        {
            DisposeScopeManager manager = DisposeScopeManager.OfThread;
            manager.StopReuse();
            owner.GiveBack(manager.LetGo(this));
        }
    }

    /// <summary>The native tensor; 0 once it was given back.</summary>
    internal nint Handle => handle;

    /// <summary>Whether another thread than this one may know it. What one thread makes, uses and disposes costs no interlocked operation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsShared(DisposeScopeManager thread) => owner != thread || Volatile.Read(ref shared) != 0;

    /// <summary>Whether the thread may use it as it is; if not, <see cref="Share"/> comes first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool IsOpenTo(DisposeScopeManager thread) => owner == thread || Volatile.Read(ref shared) != 0;

    /// <summary>
    /// Tells the thread that made it that another one uses it. Comes before that one looks again whether the tensor still has this reference: either it
    /// has none any more, or whoever disposes it sees that it is shared.
    /// </summary>
    internal void Share() => Interlocked.Exchange(ref shared, 1);

    /// <summary>Takes over a native tensor that holds so many KiB of memory by itself.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Take(nint owned, int ownedKib)
    {
        handle = owned;
        kib = ownedKib;
        MemoryLedger.Add(ownedKib);
    }

    /// <summary>Gives the native tensor to the caller; 0 where it is gone already.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal nint Give()
    {
        nint owned = handle;
        handle = 0;
        if (owned != 0)
        {
            MemoryLedger.Remove(kib);
        }

        return owned;
    }
}
