using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Writes a parameter's state into a dictionary. Tensors are the optimizer's own, not copies, as in Python.</summary>
internal sealed class StateExport(Dictionary<string, object?> target) : IStateVisitor
{
    public void Step(string name, ref long value, bool asTensor) => target[name] = asTensor ? (object)OfNumber(value) : value;

    public void Number(string name, ref double value, bool asTensor) => target[name] = asTensor ? (object)OfNumber(value) : value;

    public void Numbers(string name, List<double> values) => target[name] = values.Cast<object?>().ToList();

    public void Tensor(string name, ref Tensor? value)
    {
        if (value is not null)
        {
            target[name] = value;
        }
    }

    public void Tensors(string name, List<Tensor> values) => target[name] = values.Cast<object?>().ToList();

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

    public void Number(string name, ref double value, bool asTensor)
    {
        if (source[name] is { } found)
        {
            value = OptionImport.ToNumber(name, found);
        }
    }

    public void Numbers(string name, List<double> values)
    {
        double[] found = [.. Items(name).Select(item => OptionImport.ToNumber(name, item))];
        values.Clear();
        values.AddRange(found);
    }

    public void Tensor(string name, ref Tensor? value)
    {
        value?.Dispose();
        value = source[name] is Tensor found ? Copy(found) : null;
    }

    public void Tensors(string name, List<Tensor> values)
    {
        Tensor[] found = [.. Items(name).Select(item => item as Tensor
            ?? throw new ArgumentException($"The state dictionary's '{name}' holds {item ?? "null"}, which is no tensor."))];
        StateDispose.Instance.Tensors(name, values);
        values.AddRange(found.Select(Copy));
    }

    private IEnumerable<object?> Items(string name) => source[name] is System.Collections.IList items ? items.Cast<object?>() : [];

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

    public void Number(string name, ref double value, bool asTensor)
    {
    }

    public void Numbers(string name, List<double> values)
    {
    }

    public void Tensor(string name, ref Tensor? value)
    {
        value = value is null ? null : Moved(value);
    }

    public void Tensors(string name, List<Tensor> values)
    {
        for (var index = 0; index < values.Count; index++)
        {
            values[index] = Moved(values[index]);
        }
    }

    private Tensor Moved(Tensor value)
    {
        if (value.device.Equals(device))
        {
            return value;
        }
        var moved = ops.aten._to_copy(value, device: device).DetachFromDisposeScope();
        value.Dispose();
        return moved;
    }
}

/// <summary>Disposes the tensors of a parameter's state.</summary>
internal sealed class StateDispose : IStateVisitor
{
    public static StateDispose Instance { get; } = new();

    public void Step(string name, ref long value, bool asTensor)
    {
    }

    public void Number(string name, ref double value, bool asTensor)
    {
    }

    public void Numbers(string name, List<double> values) => values.Clear();

    public void Tensor(string name, ref Tensor? value)
    {
        value?.Dispose();
        value = null;
    }

    public void Tensors(string name, List<Tensor> values)
    {
        foreach (var value in values)
        {
            value.Dispose();
        }
        values.Clear();
    }
}
