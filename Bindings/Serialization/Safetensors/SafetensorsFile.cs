using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// A safetensors file, or the index of one that is split into several, opened to read single tensors: what Python's <c>safe_open</c> gives. Its
/// members may be called by several threads.
/// </summary>
public sealed class SafetensorsFile : IDisposable
{
    private readonly List<SafetensorsContent> _parts = [];
    private readonly Dictionary<string, (SafetensorsContent Part, SafetensorsEntry Entry)> _tensors = [];
    private readonly Dictionary<string, string> _metadata = [];
    private readonly Device? _device;

    internal SafetensorsFile(string path, Device? device, bool mapped)
    {
        _device = device;
        try
        {
            if (SafetensorsIndex.IsIndex(path))
            {
                Open(SafetensorsIndex.Read(path), path, mapped);
            }
            else
            {
                Add(new SafetensorsContent(new FileBytes(path), mapped), null);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    internal SafetensorsFile(ByteSource source, Device? device)
    {
        _device = device;
        Add(new SafetensorsContent(source), null);
    }

    /// <summary>Bytes that all tensors take.</summary>
    internal long TotalBytes => _tensors.Values.Sum(found => found.Entry.End - found.Entry.Begin);

    /// <summary>The tensors' names, sorted.</summary>
    public IReadOnlyList<string> keys() => [.. _tensors.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The tensors' names in the order of their bytes, which is the fastest to read them in.</summary>
    public IReadOnlyList<string> offset_keys() => [.. _tensors.Keys];

    /// <summary>Texts that were saved along with the tensors; empty if there are none.</summary>
    public IReadOnlyDictionary<string, string> metadata() => _metadata;

    /// <summary>Reads a tensor.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>A tensor on the device that the file was opened for; the caller owns it.</returns>
    /// <exception cref="KeyNotFoundException">The file has no tensor of that name.</exception>
    /// <exception cref="NotSupportedException">Its elements are of a type that tensors here do not have.</exception>
    /// <exception cref="TorchFileFormatException">The file has been cut short since it was opened.</exception>
    public Tensor get_tensor(string name)
    {
        var (part, entry) = Find(name);
        var batch = part.NewBatch();
        var tensor = part.Read(entry, _device, batch);
        try
        {
            batch.Run();
            return tensor;
        }
        catch
        {
            tensor.Dispose();
            throw;
        }
    }

    /// <summary>Opens a tensor to read parts of it.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">The file has no tensor of that name.</exception>
    public SafetensorsSlice get_slice(string name)
    {
        var (part, entry) = Find(name);
        return new SafetensorsSlice(part, entry, _device);
    }

    /// <summary>Closes the file. Tensors that were read stay.</summary>
    public void Dispose() => _parts.ForEach(part => part.Dispose());

    /// <summary>All tensors; none if one cannot be read.</summary>
    internal Dictionary<string, Tensor> ReadAll(IProgressBar? progress)
    {
        foreach (var (_, entry) in _tensors.Values)
        {
            _ = entry.ElementType;
        }
        var count = progress is null ? null : new ProgressCount(progress, TotalBytes);
        var read = new Dictionary<string, Tensor>(_tensors.Count);
        try
        {
            foreach (var group in _tensors.GroupBy(found => found.Value.Part))
            {
                var batch = group.Key.NewBatch(count);
                foreach (var (name, (part, entry)) in group)
                {
                    read.Add(name, part.Read(entry, _device, batch, count));
                }
                batch.Run();
            }
            return read;
        }
        catch
        {
            foreach (var tensor in read.Values)
            {
                tensor.Dispose();
            }
            throw;
        }
    }

    private void Open(SafetensorsIndex index, string path, bool mapped)
    {
        foreach (var (shard, names) in index.Shards)
        {
            Add(new SafetensorsContent(new FileBytes(shard), mapped), names);
        }
        foreach (var (name, text) in index.Metadata)
        {
            _metadata[name] = text;
        }
        if (index.Names.FirstOrDefault(name => !_tensors.ContainsKey(name)) is { } missing)
        {
            throw new TorchFileFormatException(path, $"the index says that the tensor '{missing}' is in '{index.ShardOf(missing)}', which does not have it", null);
        }
    }

    private void Add(SafetensorsContent part, IReadOnlySet<string>? only)
    {
        _parts.Add(part);
        foreach (var entry in part.Header.Entries.Where(entry => only?.Contains(entry.Name) != false))
        {
            _tensors.Add(entry.Name, (part, entry));
        }
        foreach (var (name, text) in part.Header.Metadata ?? new Dictionary<string, string>())
        {
            _metadata[name] = text;
        }
    }

    private (SafetensorsContent Part, SafetensorsEntry Entry) Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return _tensors.TryGetValue(name, out var found)
            ? found
            : throw new KeyNotFoundException($"{_parts[0].Name ?? "The data"} has no tensor '{name}'. It has {Some(_tensors.Keys)}.");
    }

    private static string Some(IReadOnlyCollection<string> names) => names.Count == 0
        ? "none"
        : string.Join(", ", names.Take(5).Select(name => $"'{name}'")) + (names.Count > 5 ? $" and {names.Count - 5} more" : "");
}
