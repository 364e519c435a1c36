using System.Runtime.InteropServices;
using System.Text.Json;
using Text.Tests.Datasets;
using TorchSharp;

namespace Text.Tests.Vocab.Vectors;

/// <summary>What torchtext made of files of vectors: tests/golden/text-vectors.</summary>
internal static class VectorGoldens
{
    public static JsonElement All { get; } = JsonDocument.Parse(File.ReadAllBytes(Repository.Golden("text-vectors", "vectors.json"))).RootElement;

    /// <summary>Files and their tables, by name.</summary>
    public static Dictionary<string, JsonElement> Cases { get; } =
        All.GetProperty("cases").EnumerateArray().ToDictionary(entry => entry.GetProperty("name").GetString()!);

    /// <summary>The numbers of a value in base 64.</summary>
    public static float[] Floats(JsonElement entry) => MemoryMarshal.Cast<byte, float>(entry.GetBytesFromBase64()).ToArray();

    /// <summary>Fails unless a tensor has the shape and the very bits of a golden.</summary>
    public static void AssertSame(JsonElement shape, JsonElement numbers, torch.Tensor actual)
    {
        Assert.Equal(shape.EnumerateArray().Select(side => side.GetInt64()), actual.shape);
        Assert.Equal(torch.ScalarType.Float32, actual.dtype);
        using var contiguous = actual.contiguous();
        Assert.Equal(numbers.GetBytesFromBase64(), contiguous.bytes.ToArray());
    }
}
