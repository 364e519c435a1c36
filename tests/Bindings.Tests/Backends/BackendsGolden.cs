using System.Text.Json;

namespace Bindings.Tests.Backends;

/// <summary>What Python answered: tests/golden/backends/backends.json, written by the script beside it.</summary>
internal static class BackendsGolden
{
    private static readonly JsonElement Document = JsonDocument.Parse(File.ReadAllText(Repository.Golden("backends", "backends.json"))).RootElement;

    public static JsonElement Section(string name) => Document.GetProperty(name);

    public static TheoryData<string> Names(string section) => [.. Section(section).EnumerateObject().Select(entry => entry.Name)];
}
