namespace TorchSharp.Interop;

/// <summary>Owns a script handle: an object, a compilation unit or a type of TorchScript.</summary>
internal sealed class ScriptHandle(nint handle) : SharedHandle(handle)
{
    /// <summary>The native object, for a caller that holds the handle.</summary>
    internal nint Object => Native;

    protected override bool ReleaseHandle()
    {
        NativeMethods.tl_jit_release(Native);
        return true;
    }
}
