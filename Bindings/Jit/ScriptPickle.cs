namespace TorchSharp;

/// <summary>
/// Goes through a pickle of a TorchScript archive without making anything of it. libtorch allocates what a length in it claims, takes from an empty
/// stack, and makes tensors that reach beyond their storage: what is damaged must not get there.
/// </summary>
/// <param name="zip">The archive.</param>
/// <param name="storages">The folder of the storages that the pickle refers to.</param>
internal sealed class ScriptPickle(ZipArchiveReader zip, string storages) : IPickleGlobals
{
    // What the program itself makes: classes' instances, lists, dictionaries with their types.
    private static readonly object Made = new();

    /// <summary>Checks a pickle of an archive.</summary>
    /// <exception cref="TorchFileFormatException">It is damaged; the message says how.</exception>
    internal static void Check(ZipArchiveReader zip, ZipArchiveReader.Entry pickle, string storages)
    {
        using var content = new MemoryStream(zip.ReadAll(pickle), writable: false);
        var form = new ScriptPickle(zip, storages);
        try
        {
            new PickleReader(content, form, form.Storage).ReadAsItIs();
        }
        catch (TorchFileFormatException error)
        {
            throw new TorchFileFormatException($"{pickle.Name}: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    public object Find(string module, string name) => module == "torch" && name.EndsWith("Storage", StringComparison.Ordinal)
        // Of quantized elements and of types that came later, at least a byte each.
        ? new ElementSize(StorageTypes.ByStorage.TryGetValue(name, out var type) ? type.ElementSize() : name == "QInt32Storage" ? sizeof(int) : 1)
        : new Global($"{module}.{name}");

    /// <inheritdoc/>
    public object? Call(object? callable, object?[] arguments)
    {
        if (callable is not Global global)
        {
            throw new TorchFileFormatException("the pickle calls something that is not a function");
        }

        if (global.Name is "torch._utils._rebuild_tensor_v2" or "torch._utils._rebuild_qtensor")
        {
            if (arguments is not [StorageReference storage, long offset, var size, var stride, ..])
            {
                throw new TorchFileFormatException($"the pickle builds {global.Name} from something unexpected");
            }

            StorageLoader.CheckBounds(storage, offset, PickleGlobals.Integers("a tensor's size", size), PickleGlobals.Integers("a tensor's stride", stride));
        }

        return Made;
    }

    /// <inheritdoc/>
    public void Build(object? state, object? target)
    {
        if (target != Made)
        {
            throw new TorchFileFormatException("the pickle sets the state of an object that has none");
        }
    }

    private StorageReference Storage(object?[] id)
    {
        if (id is not ["storage", ElementSize { Bytes: var bytes }, string key, string location, long count, ..] || count < 0)
        {
            throw new TorchFileFormatException("the pickle refers to something that is no storage");
        }

        TorchZipFile.Data(zip, storages + key, count, bytes);
        return new StorageReference(key, torch.ScalarType.Byte, location, count);
    }

    private sealed record Global(string Name);

    private sealed record ElementSize(int Bytes);
}
