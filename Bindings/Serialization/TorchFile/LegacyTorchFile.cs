using System.Numerics;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// The form that <c>torch.save</c> wrote before 1.6: a run of pickles (magic number, version, system, the graph, the storages' keys), then the bytes
/// of each storage behind its number of elements.
/// </summary>
internal static class LegacyTorchFile
{
    private const long Version = 1001;
    private static readonly BigInteger s_magic = BigInteger.Parse("1950a86a20f9469cfc6c", System.Globalization.NumberStyles.HexNumber, null);

    public static object? Read(ByteSource source, Device? mapLocation)
    {
        using var stream = new SourceStream(source, 0, source.Length);
        ReadHeader(stream);
        var start = stream.Position;
        var positions = FindStorages(stream);
        var batch = new ReadBatch(source);
        using var loader = new StorageLoader(storage => Find(positions, storage, batch), batch, mapLocation);
        using var graph = new MemoryStream();
        stream.Position = start;
        CopyTo(graph, stream, positions.GraphEnd - start);
        var value = new PickleReader(graph, new PickleGlobals(loader), TorchZipFile.Storage).Read();
        loader.Finish();
        return value;
    }

    private sealed record Layout(long GraphEnd, Dictionary<string, (long Offset, long Count)> Storages);

    private static void ReadHeader(Stream stream)
    {
        using var survey = new SurveyRebuilder();
        var plain = new PickleGlobals(survey);
        try
        {
            if (!s_magic.Equals(new PickleReader(stream, plain, TorchZipFile.Storage).Read()))
            {
                throw new TorchFileFormatException("the file was not written by torch.save");
            }
        }
        catch (TorchFileFormatException exception)
        {
            throw new TorchFileFormatException("the file was not written by torch.save (neither a zip archive nor the older format)", exception);
        }
        if (new PickleReader(stream, plain, TorchZipFile.Storage).Read() is not Version)
        {
            throw new TorchFileFormatException("the file has an unknown version of torch.save's older format");
        }
        if (new PickleReader(stream, plain, TorchZipFile.Storage).Read() is not Dictionary<string, object?> system
            || system.GetValueOrDefault("little_endian") is not true)
        {
            throw new TorchFileFormatException("the file was saved on a big-endian machine; save it again on a little-endian one");
        }
    }

    // A first walk over the graph tells each storage's type, so that the positions of their bytes can be found behind it.
    private static Layout FindStorages(Stream stream)
    {
        var known = new Dictionary<string, StorageReference>();
        using var survey = new SurveyRebuilder();
        new PickleReader(stream, new PickleGlobals(survey), id => known[TorchZipFile.Storage(id).Key] = TorchZipFile.Storage(id)).Read();
        var end = stream.Position;
        if (new PickleReader(stream, new PickleGlobals(survey), TorchZipFile.Storage).Read() is not List<object?> keys)
        {
            throw new TorchFileFormatException("the list of storages is missing");
        }
        var storages = new Dictionary<string, (long, long)>();
        Span<byte> head = stackalloc byte[8];
        foreach (var key in keys)
        {
            stream.ReadExactly(head);
            var count = System.Buffers.Binary.BinaryPrimitives.ReadInt64LittleEndian(head);
            if (key is not string text || !known.TryGetValue(text, out var storage) || count < 0
                || count > (stream.Length - stream.Position) / storage.Type.ElementSize())
            {
                throw new TorchFileFormatException("the storages do not fit the graph; the file is truncated or damaged");
            }
            storages[text] = (stream.Position, count);
            stream.Position += count * storage.Type.ElementSize();
        }
        return new Layout(end, storages);
    }

    // Where the storage is, once its size has been compared with what the file has.
    private static StoredBytes Find(Layout layout, StorageReference storage, ReadBatch batch) =>
        layout.Storages.TryGetValue(storage.Key, out var place) && place.Count >= storage.Count
            ? new StoredBytes(target => batch.Add(place.Offset, target), null)
            : throw new TorchFileFormatException($"the bytes of the storage '{storage.Key}' are missing");

    private static void CopyTo(MemoryStream target, Stream source, long length)
    {
        target.SetLength(length);
        source.ReadExactly(target.GetBuffer().AsSpan(0, checked((int)length)));
        target.Position = 0;
    }

    // Stands in for the real tensors during the survey.
    private sealed class SurveyRebuilder : ITensorRebuilder, IDisposable
    {
        private readonly Tensor _nothing = ops.aten.empty_memory_format([0], dtype: ScalarType.Float32, device: CPU).DetachFromDisposeScope();
        private Modules.Parameter? _parameter;

        public Tensor View(StorageReference storage, long offset, long[] size, long[] stride) => _nothing;

        public Modules.Parameter AsParameter(Tensor data, bool requiresGrad)
        {
            using var copy = ops.aten.detach(data);
            return _parameter ??= (Modules.Parameter)new Modules.Parameter(copy, requires_grad: false).DetachFromDisposeScope();
        }

        public void Dispose()
        {
            _parameter?.Dispose();
            _nothing.Dispose();
        }
    }
}
