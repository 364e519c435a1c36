using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The zip form of <c>torch.save</c>: <c>data.pkl</c> with the graph, <c>data/0</c>, <c>data/1</c> ... with the storages,
/// <c>version</c>.</summary>
internal static class TorchZipFile
{
    private const string Folder = "archive";
    private static ReadOnlySpan<byte> Signature => "PK\u0003\u0004"u8;

    public static bool IsZip(ByteSource source)
    {
        Span<byte> start = stackalloc byte[4];
        if (source.Length < start.Length)
        {
            return false;
        }
        source.Read(0, start);
        return start.SequenceEqual(Signature);
    }

    public static void Write(object? value, Stream stream)
    {
        using var storages = new StorageTable();
        // The first walk finds how much of each storage is needed.
        new PickleGraphWriter(Stream.Null, storages).Write(value);
        using var pickle = new MemoryStream();
        new PickleGraphWriter(pickle, storages).Write(value);

        var zip = new StoredZipWriter(stream);
        zip.Add($"{Folder}/data.pkl", pickle.GetBuffer().AsSpan(0, (int)pickle.Length));
        zip.Add($"{Folder}/byteorder", "little"u8);
        foreach (var storage in storages.All)
        {
            WriteStorage(zip, storage);
        }
        zip.Add($"{Folder}/version", "3\n"u8);
        zip.Finish();
    }

    /// <summary>Reads a graph.</summary>
    /// <param name="source">The whole file.</param>
    /// <param name="mapLocation">Where all tensors go, or null for where they were saved.</param>
    /// <param name="mapped">Whether tensors on the processor are views of the file, which has a name then.</param>
    public static object? Read(ByteSource source, Device? mapLocation, bool mapped)
    {
        var zip = new ZipArchiveReader(source);
        var pickle = zip.Names.FirstOrDefault(name => name.EndsWith("/data.pkl", StringComparison.Ordinal))
            ?? throw new TorchFileFormatException("the zip archive holds no data.pkl; it was not written by torch.save");
        var folder = pickle[..^"data.pkl".Length];
        if (zip.Names.Any(name => name.StartsWith($"{folder}code/", StringComparison.Ordinal)))
        {
            throw new TorchFileFormatException("this is a TorchScript archive; load it with torch.jit.load");
        }
        if (zip.Find($"{folder}byteorder") is { } order && !zip.ReadAll(order).AsSpan().SequenceEqual("little"u8))
        {
            throw new TorchFileFormatException("the file was saved on a big-endian machine; save it again on a little-endian one");
        }
        var batch = new ReadBatch(source);
        using var map = mapped ? new MappedFile(source.Name!, source.Length) : null;
        using var loader = new StorageLoader(storage => Find(zip, folder, storage, batch), batch, mapLocation, map);
        using var content = new MemoryStream(zip.ReadAll(zip.Find(pickle)!));
        var value = new PickleReader(content, new PickleGlobals(loader), Storage).Read();
        loader.Finish();
        return value;
    }

    /// <summary>The storage that a persistent id stands for: ("storage", class, key, location, elements).</summary>
    public static StorageReference Storage(object?[] id) => id is ["storage", StorageClass type, string key, string location, long count, ..]
        && count >= 0
        ? new StorageReference(key, type.Type, location, count)
        : throw new TorchFileFormatException("the pickle refers to something that is no storage");

    private static void WriteStorage(StoredZipWriter zip, StorageTable.Storage storage)
    {
        var name = $"{Folder}/data/{storage.Key}";
        if (storage.Count == 0)
        {
            zip.Add(name, []);
            return;
        }
        using var detached = ops.aten.detach(storage.Member);
        using var hull = ops.aten.as_strided(detached, [storage.Count], [1], storage.Start);
        using var host = hull.cpu();
        zip.Add(name, TensorMemory.Bytes(host));
        GC.KeepAlive(host);
    }

    // Where the storage is, once its size has been compared with what the file has.
    private static StoredBytes Find(ZipArchiveReader zip, string folder, StorageReference storage, ReadBatch batch)
    {
        var entry = Data(zip, $"{folder}data/{storage.Key}", storage.Count, storage.Type.ElementSize());
        return new StoredBytes(target => zip.ReadInto(entry, target, batch), zip.PlaceOf(entry));
    }

    /// <summary>The part of an archive that holds a storage.</summary>
    /// <exception cref="TorchFileFormatException">It is missing, or smaller than it has to be.</exception>
    internal static ZipArchiveReader.Entry Data(ZipArchiveReader zip, string name, long count, int elementSize)
    {
        var entry = zip.Find(name) ?? throw new TorchFileFormatException($"the tensor data '{name}' is missing");
        return count <= entry.Size / elementSize
            ? entry
            : throw new TorchFileFormatException($"the tensor data '{name}' has {entry.Size} bytes where {count} elements of {elementSize} bytes are needed");
    }
}
