namespace TorchSharp.Interop;

/// <summary>Owns one reference to a store, a group, a work or a reducer.</summary>
internal sealed class DistributedHandle(nint handle, DistributedHandle.Kind kind) : SharedHandle(handle)
{
    /// <summary>What the handle refers to.</summary>
    internal enum Kind
    {
        Store,
        Group,
        Work,
        Reducer,
    }

    protected override bool ReleaseHandle()
    {
        switch (kind)
        {
            case Kind.Store: NativeMethods.tl_store_release(Native); break;
            case Kind.Group: NativeMethods.tl_group_release(Native); break;
            case Kind.Work: NativeMethods.tl_work_release(Native); break;
            default: NativeMethods.tl_reducer_release(Native); break;
        }

        return true;
    }
}
