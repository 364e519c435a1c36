using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// A tensor that a module trains: registered under a name, listed by <c>parameters()</c> and moved with its module. Python's
/// <c>torch.nn.Parameter</c>.
/// </summary>
public class Parameter : Tensor
{
    /// <summary>
    /// Makes a parameter of a tensor and takes its storage over: the tensor given counts as disposed afterwards, and the parameter takes its place in
    /// its dispose scope. A tensor that was computed from others is detached from them first, as in Python.
    /// </summary>
    /// <param name="data">The values.</param>
    /// <param name="requires_grad">Whether gradients are collected; default true.</param>
    /// <exception cref="ArgumentNullException">There is no tensor.</exception>
    /// <exception cref="ObjectDisposedException">The tensor was disposed.</exception>
    public Parameter(Tensor data, bool requires_grad = true)
        : this(data?.OwningScope, TakeOver(data), requires_grad)
    {
    }

    private Parameter(DisposeScope? scope, nint handle, bool requires_grad)
        : base(handle)
    {
        if (scope is null)
        {
            DetachFromDisposeScope();
        }
        else
        {
            MoveToOtherDisposeScope(scope);
        }

        this.requires_grad = requires_grad;
    }

    /// <summary>A parameter without memory yet.</summary>
    private protected Parameter()
    {
    }

    // The computed one: its history stays, so that gradients flow on.
    private Parameter(nint handle)
        : base(handle, 0)
    {
    }

    /// <summary>
    /// An object of this type for a tensor that is computed from others, whose storage is taken over and whose history stays; it stands in the
    /// fields of modules that take parameters.
    /// </summary>
    internal static Parameter Computed(Tensor tensor) => new(tensor.DecoupleFromNativeHandle());

    private static nint TakeOver(Tensor? data)
    {
        ArgumentNullException.ThrowIfNull(data);
        if (data.is_leaf)
        {
            return data.DecoupleFromNativeHandle();
        }

        var detached = ops.aten.detach(data);
        data.Dispose();
        return detached.DecoupleFromNativeHandle();
    }
}
