using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Owns one reference to a node of autograd's graph or to a hook.</summary>
internal sealed class GraphHandle : SafeHandle
{
    private readonly bool isNode;

    private GraphHandle(nint owned, bool isNode)
        : base(0, ownsHandle: true)
    {
        this.isNode = isNode;
        SetHandle(owned);
    }

    public override bool IsInvalid => handle == 0;

    /// <summary>The native object: valid while this one is kept alive.</summary>
    internal nint Native => handle;

    internal static GraphHandle Node(nint owned) => new(owned, isNode: true);

    internal static GraphHandle Hook(nint owned) => new(owned, isNode: false);

    protected override bool ReleaseHandle()
    {
        if (isNode)
        {
            NativeMethods.tl_node_release(handle);
        }
        else
        {
            NativeMethods.tl_hook_release(handle);
        }

        return true;
    }
}
