using System.Collections;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Lightning;

/// <summary>
/// Moves batches to a device by their structure: tensors, tuples and arrays of tensors, lists and dictionaries. Other types are taught by
/// <see cref="Register{T}"/>, or move themselves by overriding <c>transfer_batch_to_device</c>.
/// </summary>
public static class BatchTransfer
{
    private static readonly ConcurrentDictionary<Type, Func<object, Func<Tensor, Tensor>, object>> Maps = new();

    /// <summary>Teaches how to rebuild a batch type with each of its tensors replaced.</summary>
    /// <param name="map">Gets the batch and the function to apply to each tensor.</param>
    public static void Register<T>(Func<T, Func<Tensor, Tensor>, T> map)
        where T : notnull => Maps[typeof(T)] = (batch, apply) => map((T)batch, apply);

    /// <summary>Moves a batch. A batch that is there already comes back as it is.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="device">Where to.</param>
    /// <param name="floats">The type that floating-point tensors take, or null to keep theirs.</param>
    /// <exception cref="MisconfigurationException">The batch holds tensors to move inside a type that cannot be rebuilt.</exception>
    public static T To<T>(T batch, Device device, torch.ScalarType? floats = null)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (batch is null || !NeedsMove(batch, device, floats))
        {
            return batch;
        }

        return (T)Map(batch, tensor => Move(tensor, device, floats))!;
    }

    internal static object? Map(object? value, Func<Tensor, Tensor> apply) => value switch
    {
        null or string => value,
        Tensor tensor => apply(tensor),
        ValueTuple<Tensor, Tensor> pair => (apply(pair.Item1), apply(pair.Item2)),
        ValueTuple<Tensor, Tensor, Tensor> triple => (apply(triple.Item1), apply(triple.Item2), apply(triple.Item3)),
        ValueTuple<Tensor, Tensor, Tensor, Tensor> four => (apply(four.Item1), apply(four.Item2), apply(four.Item3), apply(four.Item4)),
        Tensor[] tensors => Array.ConvertAll(tensors, tensor => apply(tensor)),
        List<Tensor> tensors => tensors.ConvertAll(tensor => apply(tensor)),
        Dictionary<string, Tensor> named => named.ToDictionary(pair => pair.Key, pair => apply(pair.Value)),
        Dictionary<string, object?> named => named.ToDictionary(pair => pair.Key, pair => Map(pair.Value, apply)),
        object?[] items => Array.ConvertAll(items, item => Map(item, apply)),
        List<object?> items => items.ConvertAll(item => Map(item, apply)),
        _ when Maps.TryGetValue(value.GetType(), out var map) => map(value, apply),
        _ when !Any(value, _ => true) => value,
        _ => throw new MisconfigurationException(
            $"A batch of type {value.GetType()} cannot be rebuilt with its tensors moved. Override transfer_batch_to_device, " +
            $"or teach it once: BatchTransfer.Register<...>((batch, apply) => ...)."),
    };

    /// <summary>Visits every tensor that can be reached in a structure.</summary>
    internal static void Visit(object? value, Action<Tensor> action) => Any(value, tensor =>
    {
        action(tensor);
        return false;
    });

    private static bool NeedsMove(object batch, Device device, torch.ScalarType? floats)
    {
        // The usual shapes without a delegate, since this runs for every batch.
        return batch switch
        {
            Tensor tensor => Differs(tensor, device, floats),
            ValueTuple<Tensor, Tensor> pair => Differs(pair.Item1, device, floats) || Differs(pair.Item2, device, floats),
            _ => Any(batch, tensor => Differs(tensor, device, floats)) || Maps.ContainsKey(batch.GetType()),
        };
    }

    private static bool Differs(Tensor tensor, Device device, torch.ScalarType? floats)
    {
        var type = tensor.device_type;
        return type != device.type || (type != DeviceType.CPU && tensor.device.index != device.index)
            || (floats is { } target && tensor.is_floating_point() && tensor.dtype != target);
    }

    private static Tensor Move(Tensor tensor, Device device, torch.ScalarType? floats)
    {
        if (!Differs(tensor, device, floats))
        {
            return tensor;
        }

        return floats is { } target && tensor.is_floating_point() ? tensor.to(target, device) : tensor.to(device);
    }

    internal static bool Any(object? value, Func<Tensor, bool> predicate)
    {
        switch (value)
        {
            case null or string:
                return false;
            case Tensor tensor:
                return predicate(tensor);
            case ITuple tuple:
                for (var i = 0; i < tuple.Length; i++)
                {
                    if (Any(tuple[i], predicate))
                    {
                        return true;
                    }
                }

                return false;
            case IDictionary dictionary:
                return AnyOf(dictionary.Values, predicate);
            case Array array when array.GetType().GetElementType() is { IsPrimitive: true }:
                return false;
            case IEnumerable items:
                return AnyOf(items, predicate);
            default:
                return false;
        }
    }

    private static bool AnyOf(IEnumerable items, Func<Tensor, bool> predicate)
    {
        foreach (var item in items)
        {
            if (Any(item, predicate))
            {
                return true;
            }
        }

        return false;
    }
}
