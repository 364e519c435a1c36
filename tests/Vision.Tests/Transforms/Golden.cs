using System.IO.Compression;
using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.Transforms.Tests;

/// <summary>Outputs of the oracle: an index (JSON) and one compressed file of raw values, in tests/golden/vision.</summary>
internal sealed class Golden
{
    private readonly byte[] values;
    private readonly JsonElement index;

    private Golden(string name)
    {
        var folder = Repository.Golden("vision");
        using var packed = new GZipStream(File.OpenRead(Path.Combine(folder, name + ".bin.gz")), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        packed.CopyTo(unpacked);
        values = unpacked.ToArray();
        index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, name + ".json"))).RootElement;
    }

    /// <summary>tests/golden/vision/transforms.json.</summary>
    public static Golden Transforms { get; } = new("transforms");

    /// <summary>Every case of the file.</summary>
    public IEnumerable<GoldenCase> Cases => index.GetProperty("cases").EnumerateArray().Select(entry => new GoldenCase(
        entry.GetProperty("name").GetString()!, entry.GetProperty("input").GetString()!,
        entry.GetProperty("seed").ValueKind == JsonValueKind.Null ? null : entry.GetProperty("seed").GetInt64(),
        entry.GetProperty("atol").GetDouble(), entry.GetProperty("differ").GetDouble(), entry.GetProperty("output")));

    /// <summary>An input by its name.</summary>
    public Tensor Input(string name) => Read(index.GetProperty("inputs").GetProperty(name));

    /// <summary>A tensor that the index describes.</summary>
    public Tensor Read(JsonElement entry)
    {
        var bytes = values.AsSpan(entry.GetProperty("offset").GetInt32(), entry.GetProperty("bytes").GetInt32());
        long[] shape = [.. entry.GetProperty("shape").EnumerateArray().Select(side => side.GetInt64())];
        var type = entry.GetProperty("dtype").GetString() switch
        {
            "uint8" => ScalarType.Byte,
            "int16" => ScalarType.Int16,
            "int64" => ScalarType.Int64,
            "float32" => ScalarType.Float32,
            "float64" => ScalarType.Float64,
            var other => throw new InvalidDataException($"The index has a tensor of type {other}."),
        };
        var tensor = torch.empty(shape, dtype: type);
        bytes.CopyTo(tensor.bytes);
        return tensor;
    }
}
