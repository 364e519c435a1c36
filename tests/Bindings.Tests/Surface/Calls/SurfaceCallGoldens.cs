using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

/// <summary>What Python answered: tests/golden/surface/calls.json.gz, written by calls.py beside it.</summary>
internal static class SurfaceCallGoldens
{
    private static readonly JsonElement Document = OracleFile.Read("surface", "calls.json.gz");

    /// <summary>The names of the calls, in the order of the scripts.</summary>
    public static IReadOnlyList<string> Calls { get; } = [.. All.Select(entry => entry.GetProperty("call").GetString()!).Distinct()];

    public static int CaseCount => Document.GetProperty("cases").GetArrayLength();

    private static IEnumerable<JsonElement> All => Document.GetProperty("cases").EnumerateArray();

    public static IEnumerable<JsonElement> CasesOf(string call) => All.Where(entry => entry.GetProperty("call").GetString() == call);

    /// <summary>A fresh input in the memory layout that its case is about.</summary>
    public static Tensor Input(string name)
    {
        JsonElement spec = Document.GetProperty("inputs").GetProperty(name);
        Tensor stored = Golden.Read(spec);
        return !spec.TryGetProperty("view", out JsonElement view) ? stored : view.GetString() switch
        {
            "t" => stored.t(),
            "expand" => stored.expand(2, -1),
            "step" => stored[TensorIndex.Slice(step: 2), TensorIndex.Slice(step: 2)],
            var other => throw new InvalidDataException($"the input {name} is of the unknown view {other}"),
        };
    }
}
