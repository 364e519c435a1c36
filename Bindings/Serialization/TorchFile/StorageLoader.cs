using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Makes tensors over storages that are read together when the graph is whole, or that are views of the file; on failure it disposes all that it
/// made.
/// </summary>
/// <param name="find">Compares a storage with what the file has, and says how it is read.</param>
/// <param name="batch">What reading is noted in.</param>
/// <param name="mapLocation">Where all tensors go, or null for where they were saved.</param>
/// <param name="map">The file that tensors on the processor are views of; null to read them.</param>
internal sealed class StorageLoader(Func<StorageReference, StoredBytes> find, ReadBatch batch, Device? mapLocation, MappedFile? map = null)
    : ITensorRebuilder, IDisposable
{
    private readonly Dictionary<string, Tensor> _flat = [];
    private readonly List<Tensor> _made = [];
    private bool _kept;

    public Tensor View(StorageReference storage, long offset, long[] size, long[] stride)
    {
        CheckBounds(storage, offset, size, stride);
        var flat = Flat(storage);
        // Through set_, the result stands on its own: no autograd view of the flat tensor.
        using var view = ops.aten.as_strided(flat, size, stride, offset);
        var tensor = ops.aten.empty_memory_format([0], dtype: storage.Type, device: flat.device);
        _made.Add(tensor);
        ops.aten.set__source_Tensor(tensor, view);
        return tensor;
    }

    public Modules.Parameter AsParameter(Tensor data, bool requiresGrad)
    {
        var parameter = new Modules.Parameter(data, requiresGrad);
        _made.Add(parameter);
        return parameter;
    }

    private Tensor Flat(StorageReference storage)
    {
        if (_flat.TryGetValue(storage.Key, out var known))
        {
            return known.dtype == storage.Type
                ? known
                : throw new TorchFileFormatException($"the storage '{storage.Key}' is both {known.dtype} and {storage.Type}");
        }
        var target = mapLocation ?? LocationOf(storage);
        var stored = find(storage);
        if (map is not null && target.type == DeviceType.CPU && storage.Count > 0 && stored.Place is { } place && MappedFile.Suits(place, storage.Type))
        {
            return _flat[storage.Key] = map.View(place, [storage.Count], storage.Type).DetachFromDisposeScope();
        }
        var flat = ops.aten.empty_memory_format([storage.Count], dtype: storage.Type, device: CPU).DetachFromDisposeScope();
        _flat.Add(storage.Key, flat);
        var memory = TensorMemory.Bytes(flat);
        stored.Read(memory);
        if (storage.Type == ScalarType.Bool)
        {
            batch.Then(() => TensorMemory.MakeTruthValues(memory));
        }
        if (target.type == DeviceType.CPU)
        {
            return flat;
        }
        batch.Run();
        _flat[storage.Key] = flat.to(target).DetachFromDisposeScope();
        flat.Dispose();
        return _flat[storage.Key];
    }

    /// <summary>The graph is whole: what is still to be read is read, and its tensors belong to the caller.</summary>
    public void Finish()
    {
        batch.Run();
        _kept = true;
    }

    public void Dispose()
    {
        foreach (var flat in _flat.Values)
        {
            flat.Dispose();
        }
        if (!_kept)
        {
            foreach (var tensor in _made)
            {
                tensor.Dispose();
            }
        }
    }

    private static Device LocationOf(StorageReference storage)
    {
        Device device;
        try
        {
            device = new Device(storage.Location);
        }
        catch (ArgumentException exception)
        {
            throw new TorchFileFormatException($"a tensor was saved on '{storage.Location}', which is no device here; pass map_location: CPU",
                exception);
        }
        if (device.type == DeviceType.CUDA && !cuda.is_available())
        {
            throw new InvalidOperationException(
                $"A tensor was saved on '{storage.Location}' and there is no CUDA device here; pass map_location: CPU.");
        }
        return device;
    }

    /// <summary>Compares a tensor with the storage that it shows.</summary>
    internal static void CheckBounds(StorageReference storage, long offset, long[] size, long[] stride)
    {
        var fits = size.Length == stride.Length && size.Length <= 64 && offset >= 0 && Array.TrueForAll(size, length => length >= 0)
            && Array.TrueForAll(stride, step => step >= 0);
        if (fits && !size.Contains(0))
        {
            Int128 last = offset;
            for (var dimension = 0; dimension < size.Length; dimension++)
            {
                last += (Int128)(size[dimension] - 1) * stride[dimension];
            }
            fits = last < storage.Count;
        }
        if (!fits)
        {
            throw new TorchFileFormatException(
                $"a tensor of size [{string.Join(", ", size)}] does not fit its storage '{storage.Key}' of {storage.Count} elements");
        }
    }
}
