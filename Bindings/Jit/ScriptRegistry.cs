using TorchSharp.Interop;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>While a tree of script modules is read: one object for each native module and parameter, however many paths lead to it.</summary>
internal sealed class ScriptRegistry
{
    private readonly Dictionary<long, jit.ScriptModule> modules = [];
    private readonly Dictionary<nint, Parameter> parameters = [];

    internal jit.ScriptModule Module(ScriptHandle handle)
    {
        long identity;
        using (SharedHandle.Lease lease = handle.Hold())
        {
            identity = NativeMethods.tl_jit_identity(lease.Native);
        }

        if (modules.TryGetValue(identity, out var known))
        {
            handle.Dispose();
            return known;
        }

        return modules[identity] = new jit.ScriptModule(handle, this);
    }

    /// <summary>The parameter that stands for a tensor, which is taken over.</summary>
    internal Parameter Parameter(Tensor tensor)
    {
        if (parameters.TryGetValue(tensor.Handle, out var known))
        {
            tensor.Dispose();
            return known;
        }

        var made = new Parameter(tensor, tensor.requires_grad);
        made.DetachFromDisposeScope();
        return parameters[made.Handle] = made;
    }
}
