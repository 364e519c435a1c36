using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Nodes;
using TorchSharp;

namespace Bindings.Tests.Goldens;

/// <summary>
/// Reads what the oracle answered: a file of tests/golden, written by Python 1.13.1, with those answers exchanged that the Python of the libtorch at hand
/// gives otherwise. tests/golden/newer.py asked it and wrote them down in AREA/VERSION.json.
/// </summary>
internal static class OracleFile
{
    /// <summary>The version whose answers an area has without any that were exchanged.</summary>
    private static readonly Version First = new(1, 13);

    /// <summary>The version of the libtorch at hand, as far as answers depend on it.</summary>
    private static Version Here { get; } = new(string.Join('.', torch.__version__.Split('.').Take(2)));

    /// <summary>Whether an area's answers are those of the Python of this very libtorch, not of the newest one before it that was asked.</summary>
    public static bool IsOfThisLibtorch(string area) => VersionFor(area) == Here;

    /// <summary>The answers of a file in an area's folder.</summary>
    public static JsonElement Read(string area, string file)
    {
        Version version = VersionFor(area);
        return version == First ? Plain(area, file) : With(area, file, version);
    }

    /// <summary>The answers of one version, whatever the libtorch at hand.</summary>
    /// <exception cref="InvalidDataException">What was exchanged was found out for another file than this one.</exception>
    public static JsonElement With(string area, string file, Version version)
    {
        JsonElement differences = JsonDocument.Parse(File.ReadAllBytes(Repository.Golden(area, $"{version}.json"))).RootElement;
        if (!differences.TryGetProperty(file, out JsonElement entries) || entries.GetArrayLength() == 0)
        {
            return Plain(area, file);
        }

        JsonNode root = JsonSerializer.SerializeToNode(Plain(area, file))!;
        foreach (JsonElement entry in entries.EnumerateArray())
        {
            if (!Exchange(root, entry))
            {
                throw new InvalidDataException(
                    $"tests/golden/{area}/{version}.json does not belong to {file} at {entry.GetProperty("at").GetString()}: the file was written anew"
                    + $" since. `./build.sh goldens {version} {area}` asks Python {version} again.");
            }
        }

        return JsonSerializer.SerializeToElement(root);
    }

    /// <summary>The versions that were asked about an area after the first, oldest first.</summary>
    public static IEnumerable<Version> Versions(string area) => Directory.EnumerateFiles(Repository.Golden(area), "*.json")
        .Select(path => Version.TryParse(Path.GetFileNameWithoutExtension(path), out Version? version) ? version : null)
        .OfType<Version>()
        .Order();

    private static Version VersionFor(string area) => Versions(area).LastOrDefault(version => version <= Here, First);

    private static JsonElement Plain(string area, string file)
    {
        using Stream stored = File.OpenRead(Repository.Golden(area, file));
        using Stream text = file.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(stored, CompressionMode.Decompress) : stored;
        using JsonDocument document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    /// <summary>Puts what is said now in the place of what was said; false where something else is there.</summary>
    private static bool Exchange(JsonNode root, JsonElement entry)
    {
        string[] steps =
        [
            .. entry.GetProperty("at").GetString()!.Split('/').Skip(1)
                .Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)),
        ];
        bool isSaid = entry.TryGetProperty("is", out JsonElement said), wasSaid = entry.TryGetProperty("was", out JsonElement before);
        JsonNode? now = isSaid ? JsonSerializer.SerializeToNode(said) : null, then = wasSaid ? JsonSerializer.SerializeToNode(before) : null;
        switch (steps[..^1].Aggregate((JsonNode?)root, Step))
        {
            case JsonObject owner when owner.TryGetPropertyValue(steps[^1], out JsonNode? there) == wasSaid && JsonNode.DeepEquals(there, then):
                owner.Remove(steps[^1]);
                if (isSaid)
                {
                    owner[steps[^1]] = now;
                }

                return true;
            case JsonArray owner when isSaid && int.TryParse(steps[^1], out int index) && index < owner.Count && JsonNode.DeepEquals(owner[index], then):
                owner[index] = now;
                return true;
            default:
                return false;
        }
    }

    private static JsonNode? Step(JsonNode? node, string step) => node switch
    {
        JsonObject owner => owner[step],
        JsonArray owner when int.TryParse(step, out int index) && index < owner.Count => owner[index],
        _ => null,
    };
}
