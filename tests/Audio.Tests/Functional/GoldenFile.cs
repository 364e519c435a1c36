using System.IO.Compression;
using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.Audio.Tests.Functional;

/// <summary>Outputs of the oracle: an index and one compressed file of raw values, written by the script of the same name in tests/golden/audio/dsp.</summary>
internal sealed class GoldenFile
{
    private readonly byte[] values;
    private readonly JsonElement index;

    public GoldenFile(string name)
    {
        var folder = Repository.Golden("audio", "dsp");
        using var packed = new GZipStream(File.OpenRead(Path.Combine(folder, name + ".bin.gz")), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        packed.CopyTo(unpacked);
        values = unpacked.ToArray();
        index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name + ".json"))).RootElement;
        Cases = index.GetProperty("cases").EnumerateArray().Select(entry => new GoldenCase(this, entry)).ToDictionary(entry => entry.Name);
    }

    /// <summary>Every case by its name.</summary>
    public IReadOnlyDictionary<string, GoldenCase> Cases { get; }

    /// <summary>Names, types and shapes of a module's state dictionary.</summary>
    public IEnumerable<(string name, string type, long[] shape)> State(string module) =>
        index.GetProperty("states").GetProperty(module).EnumerateArray().Select(entry =>
            (entry[0].GetString()!, entry[1].GetString()!, entry[2].EnumerateArray().Select(size => size.GetInt64()).ToArray()));

    /// <summary>The modules whose state dictionaries are listed.</summary>
    public IEnumerable<string> States => index.GetProperty("states").EnumerateObject().Select(entry => entry.Name);

    /// <summary>An input by its name.</summary>
    public Tensor Input(string name) => Read(index.GetProperty("inputs").GetProperty(name));

    /// <summary>A tensor that the index describes.</summary>
    public Tensor Read(JsonElement entry)
    {
        var bytes = values.AsSpan(entry.GetProperty("offset").GetInt32(), entry.GetProperty("bytes").GetInt32());
        long[] shape = [.. entry.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
        var tensor = torch.empty(shape, dtype: entry.GetProperty("dtype").GetString() switch
        {
            "float16" => ScalarType.Float16,
            "float32" => ScalarType.Float32,
            "float64" => ScalarType.Float64,
            "complex64" => ScalarType.ComplexFloat32,
            "complex128" => ScalarType.ComplexFloat64,
            "int32" => ScalarType.Int32,
            "int64" => ScalarType.Int64,
            "uint8" => ScalarType.Byte,
            var other => throw new InvalidDataException($"The index has a tensor of type {other}."),
        });
        bytes.CopyTo(tensor.bytes);
        return tensor;
    }
}
