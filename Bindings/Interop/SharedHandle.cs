using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Owns one reference to a native object. A call in progress keeps the object, also against being disposed meanwhile.</summary>
internal abstract class SharedHandle(nint native) : SafeHandle(0, ownsHandle: true)
{
    /// <summary>What is done with the native object.</summary>
    internal delegate T Body<T>(nint native);

    public sealed override bool IsInvalid => Native == 0;

    private protected nint Native { get; } = native;

    /// <summary>Keeps the native object until the lease is disposed.</summary>
    /// <exception cref="ObjectDisposedException">It was released before.</exception>
    internal Lease Hold() => new(this);

    /// <summary>Runs a native call on the object, which cannot be released before the call is over.</summary>
    /// <exception cref="ObjectDisposedException">It was released before.</exception>
    internal T Use<T>(Body<T> body)
    {
        using Lease lease = Hold();
        return body(lease.Native);
    }

    /// <summary>The native object for as long as the lease lasts.</summary>
    internal readonly ref struct Lease : IDisposable
    {
        private readonly SharedHandle owner;

        internal Lease(SharedHandle owner)
        {
            bool held = false;
            owner.DangerousAddRef(ref held);
            this.owner = owner;
        }

        internal nint Native => owner.Native;

        public void Dispose() => owner.DangerousRelease();
    }
}
