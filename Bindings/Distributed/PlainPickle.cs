using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Plain values as Python's pickle, so that a Python rank reads what ours sends and the other way round; nothing is run on reading.</summary>
internal static class PlainPickle
{
    private const string Allowed = "Allowed are null, bool, numbers, text, bytes, and lists, tuples and dictionaries of these; tensors travel with broadcast and all_gather.";

    /// <exception cref="ArgumentException">The value holds something else.</exception>
    internal static byte[] Write(object? value)
    {
        using var storages = new StorageTable();
        using var stream = new MemoryStream();
        new PickleGraphWriter(stream, storages).Write(value);
        return storages.All.Count == 0
            ? stream.ToArray()
            : throw new ArgumentException($"The object to send holds a tensor. {Allowed}", nameof(value));
    }

    /// <exception cref="TorchFileFormatException">The bytes are no pickle of plain values.</exception>
    internal static object? Read(ReadOnlySpan<byte> bytes)
    {
        using var stream = new MemoryStream(bytes.ToArray());
        return new PickleReader(stream, new PickleGlobals(new NoTensors()), _ => throw Refused()).Read();
    }

    private static TorchFileFormatException Refused() => new($"the object received holds a tensor. {Allowed}");

    private sealed class NoTensors : ITensorRebuilder
    {
        public Tensor View(StorageReference storage, long offset, long[] size, long[] stride) => throw Refused();

        public Modules.Parameter AsParameter(Tensor data, bool requiresGrad) => throw Refused();
    }
}
