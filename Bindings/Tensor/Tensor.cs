using System.Runtime.CompilerServices;
using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// An array of elements of one type, of any number of dimensions, on any device, that can record what is done to it
    /// (torch.Tensor).
    /// </summary>
    /// <remarks>
    /// Owns one reference to libtorch's tensor. <see cref="Dispose()"/> gives it back at once; dispose scopes do it for many;
    /// what nobody disposes, the collector frees. Reading from several threads is safe, and so is disposing while another reads: the
    /// memory is freed when that thread's operator has ended.
    /// </remarks>
    public partial class Tensor : IDisposable
    {
        private NativeReference? reference;

        /// <summary>Takes over a reference from the shim: the one way in which tensors come to be.</summary>
        /// <param name="handle">An owned TensorImpl, not null.</param>
        internal Tensor(nint handle)
            : this(handle, OwnedKib(handle))
        {
        }

        /// <summary>A tensor that has no memory yet; see <see cref="Become"/>.</summary>
        private protected Tensor()
        {
        }

        internal Tensor(nint handle, int kib)
            : this(handle, kib, DisposeScopeManager.OfThread)
        {
        }

        internal Tensor(nint handle, int kib, DisposeScopeManager thread)
        {
            reference = thread.Hold(handle, kib);
            thread.NoteCreated(this);
        }

        /// <summary>The native tensor, borrowed: valid while this object lives and is not disposed.</summary>
        /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
        public nint Handle
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => Borrow(DisposeScopeManager.OfThread.Enter());
        }

        /// <summary>How many tensors are alive in the process, counted by their .NET objects.</summary>
        public static long TotalCount => DisposeScopeManager.LiveOfAllThreads();

        /// <summary>Whether the tensor was disposed.</summary>
        public bool IsInvalid => reference is not { Handle: not 0 };

        /// <summary>A name of the user's choice, for tracing; nothing in the library reads it.</summary>
        public string? name { get; set; }

        internal DisposeScope? OwningScope { get; set; }

        internal int ScopeIndex { get; set; }

        /// <summary>Gives the native tensor back. Doing it again does nothing.</summary>
        public void Dispose() => Dispose(true);

        /// <summary>Another spelling of <see cref="DetachFromDisposeScope"/>, which TorchSharp once had.</summary>
        /// <returns>This tensor.</returns>
        public Tensor DetatchFromDisposeScope() => DetachFromDisposeScope();

        /// <summary>Takes the tensor out of every dispose scope: its holder disposes it, or the collector does.</summary>
        /// <returns>This tensor.</returns>
        public Tensor DetachFromDisposeScope()
        {
            DisposeScope.Move(this, OwningScope, null);
            return this;
        }

        /// <summary>Moves the tensor to the next outer dispose scope, or to none where there is none.</summary>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOuterDisposeScope()
        {
            if (OwningScope is { } scope)
            {
                DisposeScope.Move(this, scope, scope.OuterScope);
            }

            return this;
        }

        /// <summary>Moves the tensor to the scope that owns another tensor.</summary>
        /// <param name="other">The other tensor.</param>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOtherDisposeScope(Tensor other)
        {
            ArgumentNullException.ThrowIfNull(other);
            DisposeScope.Move(this, OwningScope, other.OwningScope);
            return this;
        }

        /// <summary>Moves the tensor to another scope.</summary>
        /// <param name="other">The scope.</param>
        /// <returns>This tensor.</returns>
        public Tensor MoveToOtherDisposeScope(DisposeScope other)
        {
            ArgumentNullException.ThrowIfNull(other);
            DisposeScope.Move(this, OwningScope, other);
            return this;
        }

        /// <summary>Gives the reference to the caller, who has to release it; this object counts as disposed.</summary>
        /// <returns>The native tensor.</returns>
        public nint DecoupleFromNativeHandle()
        {
            _ = Handle;
            LeaveScope();
            return Interlocked.Exchange(ref reference, null) is { } held ? DisposeScopeManager.OfThread.LetGo(held) : ThrowUnusable();
        }

        /// <summary>Takes over a native tensor whose reference the caller owns.</summary>
        /// <param name="handle">What <see cref="DecoupleFromNativeHandle"/> gave.</param>
        public static Tensor UnsafeCreateTensor(nint handle)
        {
            ArgumentOutOfRangeException.ThrowIfZero(handle);
            return new Tensor(handle);
        }

        /// <inheritdoc/>
        public override bool Equals(object? obj) => ReferenceEquals(this, obj);

        /// <inheritdoc/>
        public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

        /// <summary>The handle of an argument that may not be null.</summary>
        /// <exception cref="ArgumentNullException">It is null.</exception>
        /// <exception cref="ObjectDisposedException">It was disposed.</exception>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static nint HandleOf(Tensor tensor, [CallerArgumentExpression(nameof(tensor))] string? name = null)
        {
            if (tensor is null)
            {
                ThrowNull(name);
            }

            return tensor!.Handle;
        }

        /// <summary>The same, for who knows its thread and has said that a call begins.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal static nint HandleOf(Tensor tensor, DisposeScopeManager thread, [CallerArgumentExpression(nameof(tensor))] string? name = null)
        {
            if (tensor is null)
            {
                ThrowNull(name);
            }

            return tensor!.Borrow(thread);
        }

        /// <summary>Gives the reference back without telling a scope; a scope calls it for what it owns.</summary>
        internal void Release()
        {
            if (Interlocked.Exchange(ref reference, null) is { } held)
            {
                DisposeScopeManager.OfThread.Free(held);
            }
        }

        /// <summary>What <see cref="Dispose()"/> does.</summary>
        /// <param name="disposing">Always true; there for derived types.</param>
        protected virtual void Dispose(bool disposing)
        {
            if (reference is null)
            {
                return;
            }

            LeaveScope();
            Release();
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private nint Borrow(DisposeScopeManager thread)
        {
            NativeReference? held = Volatile.Read(ref reference);
            nint value = held is not null && held.IsOpenTo(thread) ? held.Handle : 0;
            return value != 0 ? value : ShareHandle(thread);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private nint ShareHandle(DisposeScopeManager thread)
        {
            if (Volatile.Read(ref reference) is { } held)
            {
                held.Share();
                nint value = Volatile.Read(ref reference) == held ? held.Handle : 0;
                if (value != 0)
                {
                    return value;
                }
            }

            thread.Leave();
            return ThrowUnusable();
        }

        /// <summary>The handles that this thread has read are not in use any more, and the tensor was alive until now.</summary>
        internal void EndUse()
        {
            GC.KeepAlive(this);
            DisposeScopeManager.OfThread.Leave();
        }

        private static int OwnedKib(nint handle) => (int)Math.Min(NativeMethods.tl_tensor_owned_bytes(handle) >> 10, int.MaxValue);

        private static void ThrowNull(string? name)
        {
            DisposeScopeManager.OfThread.Leave();
            throw new ArgumentNullException(name);
        }

        private void LeaveScope()
        {
            if (OwningScope is not { } scope)
            {
                DisposeScopeManager.OfThread.TensorCounts.DisposedOutside++;
            }
            else if (scope.IsOfThisThread)
            {
                scope.Remove(this);
                DisposeScopeManager.OfThread.TensorCounts.DisposedInside++;
            }
        }

        /// <summary>Makes this object stand for another's native tensor; that object counts as disposed. What this one stood for is given back.</summary>
        internal void Become(Tensor other)
        {
            other.DetachFromDisposeScope();
            var old = ExchangeReference(other.ExchangeReference(null));
            if (old is not null)
            {
                DisposeScopeManager.OfThread.Free(old);
            }
        }

        /// <summary>Puts another native reference behind this object and gives out the one that was there, whose owner the caller is now.</summary>
        internal NativeReference? ExchangeReference(NativeReference? other) => Interlocked.Exchange(ref reference, other);

        /// <summary>What a use of a tensor without native tensor meets.</summary>
        private protected virtual nint ThrowUnusable() => throw new ObjectDisposedException(
            name is null ? "torch.Tensor" : $"torch.Tensor '{name}'",
            "this tensor was disposed, by Dispose, by a using declaration, or with the dispose scope that owned it; " +
            "a tensor that has to outlive its scope is moved out with MoveToOuterDisposeScope or DetachFromDisposeScope");
    }
}
