using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// A parameter of a lazy module, without shape or memory until its module's first call. Any use before that is an
/// <see cref="InvalidOperationException"/>. Python's <c>torch.nn.UninitializedParameter</c>.
/// </summary>
public sealed class UninitializedParameter : Parameter, IUninitialized
{
    private Device _device;
    private ScalarType _dtype;

    /// <summary>A parameter without shape.</summary>
    /// <param name="device">Where it will be; default the processor's memory.</param>
    /// <param name="dtype">The type of its elements; default the default type.</param>
    public UninitializedParameter(Device? device = null, ScalarType? dtype = null)
    {
        _device = device ?? CPU;
        _dtype = dtype ?? get_default_dtype();
    }

    /// <summary>Whether it has no shape yet.</summary>
    public bool is_uninitialized => IsInvalid;

    /// <summary>Gives it a shape; the entries are arbitrary. It stays the same object.</summary>
    /// <param name="shape">The shape.</param>
    /// <param name="device">Where it is; default as it was made or moved.</param>
    /// <param name="dtype">The type of its elements; default as it was made or converted.</param>
    /// <exception cref="InvalidOperationException">It has a shape already.</exception>
    public void materialize(long[] shape, Device? device = null, ScalarType? dtype = null)
    {
        ArgumentNullException.ThrowIfNull(shape);
        if (!is_uninitialized)
        {
            throw new InvalidOperationException("This parameter has a shape already.");
        }

        Become(torch.empty(shape, dtype ?? _dtype, device ?? _device));
        requires_grad = true;
    }

    void IUninitialized.Materialize(long[] shape) => materialize(shape);

    void IUninitialized.Retarget(Device? device, ScalarType? dtype) => (_device, _dtype) = (device ?? _device, dtype ?? _dtype);

    /// <inheritdoc/>
    public override string ToString() => is_uninitialized ? "<UninitializedParameter>" : base.ToString();

    private protected override nint ThrowUnusable() => throw IUninitialized.Refusal("parameter");
}
