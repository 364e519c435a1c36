using System.IO.Compression;
using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Audio.Tests.IO;

/// <summary>Outputs of the oracle for sound files: tests/golden/audio-io.</summary>
internal static class SoundGoldens
{
    private static readonly string Folder = Repository.Golden("audio-io");
    private static readonly JsonElement Index = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "cases.json"))).RootElement;
    private static readonly byte[] Values = Unpack();

    /// <summary>What loads give.</summary>
    internal static JsonElement[] Loads { get; } = Cases("loads");

    /// <summary>What files are said to hold.</summary>
    internal static JsonElement[] Infos { get; } = Cases("infos");

    /// <summary>What saves store.</summary>
    internal static JsonElement[] Saves { get; } = Cases("saves");

    /// <summary>The small sound files.</summary>
    internal static IEnumerable<string> Files => Directory.GetFiles(Path.Combine(Folder, "files")).Order(StringComparer.Ordinal);

    /// <summary>The path of one of the small sound files.</summary>
    internal static string Sound(string name) => Path.Combine(Folder, "files", name);

    /// <summary>A tensor that the index describes.</summary>
    internal static Tensor Read(JsonElement entry)
    {
        ScalarType type = entry.GetProperty("dtype").GetString() switch
        {
            "uint8" => ScalarType.Byte,
            "int16" => ScalarType.Int16,
            "int32" => ScalarType.Int32,
            "float32" => ScalarType.Float32,
            "float64" => ScalarType.Float64,
            var other => throw new InvalidDataException($"The index has a tensor of type {other}."),
        };
        Tensor tensor = empty([.. entry.GetProperty("shape").EnumerateArray().Select(side => side.GetInt64())], dtype: type);
        Values.AsSpan(entry.GetProperty("offset").GetInt32(), entry.GetProperty("bytes").GetInt32()).CopyTo(tensor.bytes);
        return tensor;
    }

    /// <summary>An optional number of a case.</summary>
    internal static int? Number(JsonElement arguments, string name) =>
        arguments.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetInt32() : null;

    /// <summary>An optional truth value of a case.</summary>
    internal static bool Flag(JsonElement arguments, string name) => !arguments.TryGetProperty(name, out JsonElement value) || value.GetBoolean();

    /// <summary>An optional encoding of a case.</summary>
    internal static torchaudio.AudioEncoding? Encoding(JsonElement arguments) =>
        arguments.TryGetProperty("encoding", out JsonElement value) && value.GetString() is { } text ? Enum.Parse<torchaudio.AudioEncoding>(text) : null;

    private static JsonElement[] Cases(string kind) => [.. Index.GetProperty(kind).EnumerateArray()];

    private static byte[] Unpack()
    {
        using var packed = new GZipStream(File.OpenRead(Path.Combine(Folder, "values.bin.gz")), CompressionMode.Decompress);
        using var unpacked = new MemoryStream();
        packed.CopyTo(unpacked);
        return unpacked.ToArray();
    }
}
