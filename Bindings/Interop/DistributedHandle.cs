using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Owns one reference to a store, a group, a work or a reducer. A call in progress keeps it: see <see cref="Use{T}"/>.</summary>
internal sealed class DistributedHandle(nint handle, DistributedHandle.Kind kind) : SafeHandle(0, ownsHandle: true)
{
    private readonly nint native = handle;

    /// <summary>What the handle refers to.</summary>
    internal enum Kind
    {
        Store,
        Group,
        Work,
        Reducer,
    }

    /// <summary>What is done with the native object.</summary>
    internal delegate T Body<T>(nint native);

    public override bool IsInvalid => native == 0;

    /// <summary>Runs a native call on the object, which cannot be released before the call is over.</summary>
    /// <exception cref="ObjectDisposedException">It was released before.</exception>
    internal T Use<T>(Body<T> body)
    {
        bool held = false;
        try
        {
            DangerousAddRef(ref held);
            return body(native);
        }
        finally
        {
            if (held)
            {
                DangerousRelease();
            }
        }
    }

    protected override bool ReleaseHandle()
    {
        switch (kind)
        {
            case Kind.Store: NativeMethods.tl_store_release(native); break;
            case Kind.Group: NativeMethods.tl_group_release(native); break;
            case Kind.Work: NativeMethods.tl_work_release(native); break;
            default: NativeMethods.tl_reducer_release(native); break;
        }

        return true;
    }
}
