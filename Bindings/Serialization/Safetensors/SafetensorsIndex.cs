using System.Text.Json;

namespace TorchSharp;

/// <summary>The index of weights that are split into several files, such as <c>model.safetensors.index.json</c>: which tensor is in which.</summary>
internal sealed class SafetensorsIndex
{
    private const int MaxLength = SafetensorsHeader.MaxLength;

    private readonly Dictionary<string, string> _files;

    private SafetensorsIndex(string folder, Dictionary<string, string> files, Dictionary<string, string> metadata)
    {
        _files = files;
        Metadata = metadata;
        Shards = [.. files.GroupBy(pair => pair.Value, pair => pair.Key).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (Path.Combine(folder, group.Key), (IReadOnlySet<string>)group.ToHashSet()))];
    }

    /// <summary>Each file with the names of the tensors that are taken from it.</summary>
    public IReadOnlyList<(string Path, IReadOnlySet<string> Names)> Shards { get; }

    /// <summary>What the index says beside that, as texts.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    public IEnumerable<string> Names => _files.Keys;

    public string ShardOf(string name) => _files[name];

    /// <summary>Whether a file is such an index: JSON, where a safetensors file begins with a number.</summary>
    public static bool IsIndex(string path)
    {
        using var file = new FileBytes(path);
        Span<byte> start = stackalloc byte[(int)Math.Min(file.Length, 16)];
        file.Read(0, start);
        return IsStart(start, file.Length);
    }

    /// <summary>Whether a file that starts so, and is so long, is JSON.</summary>
    public static bool IsStart(ReadOnlySpan<byte> start, long length) =>
        start.TrimStart(" \r\n\t"u8) is [(byte)'{', ..] && !SafetensorsHeader.IsStart(start, length);

    /// <exception cref="TorchFileFormatException">The file is no index, or names files outside of its folder.</exception>
    public static SafetensorsIndex Read(string path)
    {
        using var file = new FileBytes(path);
        if (file.Length > MaxLength)
        {
            throw file.Damaged($"{file.Length} bytes are too many for an index of weights");
        }
        var json = new byte[file.Length];
        file.Read(0, json);
        try
        {
            using var document = JsonDocument.Parse(json);
            return Parse(document.RootElement, file);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw file.Damaged($"the index is no valid JSON: {error.Message}", error);
        }
    }

    private static SafetensorsIndex Parse(JsonElement root, ByteSource file)
    {
        if (!root.TryGetProperty("weight_map", out var map) || map.ValueKind != JsonValueKind.Object)
        {
            throw file.Damaged("the file has no 'weight_map'; it is no index of safetensors files");
        }
        var files = new Dictionary<string, string>();
        foreach (var entry in map.EnumerateObject())
        {
            var shard = entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString()! : "";
            files[entry.Name] = IsPlainName(shard)
                ? shard
                : throw file.Damaged($"the index says that the tensor '{entry.Name}' is in '{shard}', which is no name of a file beside it");
        }
        var metadata = new Dictionary<string, string>();
        if (root.TryGetProperty("metadata", out var notes) && notes.ValueKind == JsonValueKind.Object)
        {
            foreach (var note in notes.EnumerateObject())
            {
                metadata[note.Name] = note.Value.ToString();
            }
        }
        return new SafetensorsIndex(Path.GetDirectoryName(Path.GetFullPath(file.Name!)) ?? ".", files, metadata);
    }

    private static bool IsPlainName(string name) =>
        name.Length > 0 && name is not ("." or "..") && name.IndexOfAny(['/', '\\', ':', '\0']) < 0;
}
