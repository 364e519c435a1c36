using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Writes a parameter's state into a dictionary. Tensors are the optimizer's own, not copies, as in Python.</summary>
internal sealed class StateExport(Dictionary<string, object?> target) : IStateVisitor
{
    public void Step(string name, ref long value, bool asTensor) => target[name] = asTensor ? (object)OfNumber(value) : value;

    public void Number(string name, ref double value) => target[name] = OfNumber(value);

    public void Tensor(string name, ref Tensor? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }

    private static Tensor OfNumber(double value) =>
        ops.aten.full([], value, dtype: ScalarType.Float32, device: CPU).DetachFromDisposeScope();
}

/// <summary>Reads a parameter's state: tensors are copied, to the parameter's device and, if real, its element type.</summary>
internal sealed class StateImport(System.Collections.IDictionary source, Tensor parameter) : IStateVisitor
{
    public void Step(string name, ref long value, bool asTensor)
    {
        if (source[name] is { } found)
        {
            value = (long)OptionImport.ToNumber(name, found);
        }
    }

    public void Number(string name, ref double value)
    {
        if (source[name] is { } found)
        {
            value = OptionImport.ToNumber(name, found);
        }
    }

    public void Tensor(string name, ref Tensor? value)
    {
        value?.Dispose();
        value = source[name] is Tensor found ? Copy(found) : null;
    }

    private Tensor Copy(Tensor found)
    {
        var type = is_floating_point(parameter.dtype) && is_floating_point(found.dtype) ? parameter.dtype : found.dtype;
        using var detached = ops.aten.detach(found);
        return ops.aten._to_copy(detached, dtype: type, device: parameter.device).DetachFromDisposeScope();
    }
}

/// <summary>Moves a parameter's state to a device.</summary>
internal sealed class StateMove(Device device) : IStateVisitor
{
    public void Step(string name, ref long value, bool asTensor)
    {
    }

    public void Number(string name, ref double value)
    {
    }

    public void Tensor(string name, ref Tensor? value)
    {
        if (value is null || value.device.Equals(device))
        {
            return;
        }
        var moved = ops.aten._to_copy(value, device: device).DetachFromDisposeScope();
        value.Dispose();
        value = moved;
    }
}

/// <summary>Disposes the tensors of a parameter's state.</summary>
internal sealed class StateDispose : IStateVisitor
{
    public static StateDispose Instance { get; } = new();

    public void Step(string name, ref long value, bool asTensor)
    {
    }

    public void Number(string name, ref double value)
    {
    }

    public void Tensor(string name, ref Tensor? value)
    {
        value?.Dispose();
        value = null;
    }
}
