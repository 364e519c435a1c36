using System.Text.Json;
using Bindings.Tests.Goldens;

namespace Bindings.Tests.Backends;

/// <summary>What Python answered: tests/golden/backends/backends.json, written by the script beside it.</summary>
internal static class BackendsGolden
{
    private static readonly JsonElement Document = OracleFile.Read("backends", "backends.json");

    public static JsonElement Section(string name) => Document.GetProperty(name);

    public static TheoryData<string> Names(string section) => [.. Section(section).EnumerateObject().Select(entry => entry.Name)];
}
