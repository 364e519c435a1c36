using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// The storages behind the tensors of one graph. Tensors that share memory share an entry, and an entry covers the hull of what its tensors show,
/// so a small view of something big is saved small.
/// </summary>
/// <remarks>
/// A graph is walked twice: the first walk finds the hulls, the second writes references to them. The table keeps the tensors that it had to make
/// (conjugates resolved) until it is disposed; all others are the caller's.
/// </remarks>
internal sealed class StorageTable : IDisposable
{
    private readonly Dictionary<(string Device, nint Base), Storage> _byMemory = [];
    private readonly Dictionary<Tensor, Storage> _empty = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Tensor, Tensor> _resolved = new(ReferenceEqualityComparer.Instance);
    private readonly List<Storage> _all = [];

    /// <summary>One piece of memory: which elements of it are needed and a tensor that reaches it.</summary>
    internal sealed class Storage(int index, Tensor member, ScalarType type, string device)
    {
        public string Key { get; } = index.ToString(System.Globalization.CultureInfo.InvariantCulture);

        public Tensor Member { get; } = member;

        public ScalarType Type { get; } = type;

        public string Device { get; } = device;

        public long Start { get; private set; } = long.MaxValue;

        public long End { get; private set; }

        public long Count => Start > End ? 0 : End - Start;

        public void Include(long start, long end)
        {
            Start = Math.Min(Start, start);
            End = Math.Max(End, end);
        }
    }

    public IReadOnlyList<Storage> All => _all;

    /// <summary>The tensor whose memory is saved for <paramref name="tensor"/>: itself, unless it is a lazy conjugate or negation.</summary>
    public Tensor Resolve(Tensor tensor)
    {
        if (_resolved.TryGetValue(tensor, out var known))
        {
            return known;
        }
        if (tensor.is_nested)
        {
            throw new NotSupportedException("A nested tensor cannot be saved in a torch file; save the tensors that unbind() gives, and nest them again.");
        }
        if (tensor.is_sparse || tensor.device_type == DeviceType.META)
        {
            throw new NotSupportedException(
                $"A {(tensor.is_sparse ? "sparse" : "meta")} tensor cannot be saved in a torch file; make it dense first.");
        }
        if (!TensorMemory.IsLazy(tensor))
        {
            return tensor;
        }
        var resolved = TensorMemory.Materialize(tensor);
        _resolved.Add(tensor, resolved);
        return resolved;
    }

    /// <summary>The storage of a resolved tensor, widened to cover it.</summary>
    public Storage Reference(Tensor tensor)
    {
        var type = tensor.dtype;
        var device = tensor.device.ToString();
        if (tensor.numel() == 0)
        {
            if (!_empty.TryGetValue(tensor, out var none))
            {
                _empty.Add(tensor, none = Add(tensor, type, device));
            }
            return none;
        }
        var offset = tensor.storage_offset();
        var key = (device, TensorMemory.StorageAddress(tensor));
        if (!_byMemory.TryGetValue(key, out var storage))
        {
            _byMemory.Add(key, storage = Add(tensor, type, device));
        }
        if (storage.Type != type)
        {
            throw new NotSupportedException(
                $"Two tensors of the saved graph view the same memory, one as {storage.Type} and one as {type}; "
                + "a torch file cannot hold that. Clone one of them first.");
        }
        storage.Include(offset, offset + Extent(tensor));
        return storage;
    }

    public void Dispose()
    {
        foreach (var tensor in _resolved.Values)
        {
            tensor.Dispose();
        }
        _resolved.Clear();
    }

    private Storage Add(Tensor member, ScalarType type, string device)
    {
        var storage = new Storage(_all.Count, member, type, device);
        _all.Add(storage);
        return storage;
    }

    // Elements from the first to one past the last; strides are never negative.
    private static long Extent(Tensor tensor)
    {
        var shape = tensor.shape;
        var strides = tensor.stride();
        var last = 0L;
        for (var dimension = 0; dimension < shape.Length; dimension++)
        {
            last += (shape[dimension] - 1) * strides[dimension];
        }
        return last + 1;
    }
}
