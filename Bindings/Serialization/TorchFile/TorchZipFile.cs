using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The zip form of <c>torch.save</c>: <c>data.pkl</c> with the graph, <c>data/0</c>, <c>data/1</c> ... with the storages,
/// <c>version</c>.</summary>
internal static class TorchZipFile
{
    private const string Folder = "archive";
    private static ReadOnlySpan<byte> Signature => "PK\u0003\u0004"u8;

    public static bool IsZip(Stream stream)
    {
        Span<byte> start = stackalloc byte[4];
        stream.Position = 0;
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        return start[..read].SequenceEqual(Signature);
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

    public static object? Read(Stream stream, Device? mapLocation)
    {
        var zip = new ZipArchiveReader(stream);
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
        using var loader = new StorageLoader(storage => Find(zip, folder, storage), mapLocation);
        using var content = new MemoryStream(zip.ReadAll(zip.Find(pickle)!));
        var value = new PickleReader(content, new PickleGlobals(loader), Storage).Read();
        loader.Keep();
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

    // What reads the storage, once its size has been compared with what the file has.
    private static Action<MemoryBlock> Find(ZipArchiveReader zip, string folder, StorageReference storage)
    {
        var entry = Data(zip, $"{folder}data/{storage.Key}", storage.Count, storage.Type.ElementSize());
        return target => zip.ReadInto(entry, target);
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
