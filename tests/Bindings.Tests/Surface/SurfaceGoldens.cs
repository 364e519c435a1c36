using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

/// <summary>What Python answered: tests/golden/surface/surface.json, written by the script beside it.</summary>
internal static class SurfaceGoldens
{
    private static readonly JsonElement Document = OracleFile.Read("surface", "surface.json");

    public static IEnumerable<string> CaseNames => Document.GetProperty("cases").EnumerateObject().Select(entry => entry.Name);

    public static Tensor Input(string name) => ToTensor(Document.GetProperty("inputs").GetProperty(name));

    public static Tensor[] Answer(string name) => [.. Document.GetProperty("cases").GetProperty(name).EnumerateArray().Select(ToTensor)];

    private static Tensor ToTensor(JsonElement element)
    {
        double[] values = [.. element.GetProperty("values").EnumerateArray().Select(v => v.ValueKind == JsonValueKind.String ? double.NaN : v.GetDouble())];
        long[] shape = [.. element.GetProperty("shape").EnumerateArray().Select(v => v.GetInt64())];
        return tensor(values, ScalarType.Float64).reshape(shape).to(Enum.Parse<ScalarType>(element.GetProperty("dtype").GetString()!));
    }
}
