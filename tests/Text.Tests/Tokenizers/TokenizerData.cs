using System.IO.Compression;
using System.Text.Json;

namespace Text.Tests.Tokenizers;

/// <summary>Where the files that the tokenizers' tests read lie.</summary>
internal static class TokenizerData
{
    private static readonly string Root = FindRoot();

    /// <summary>The goldens in the repository.</summary>
    internal static string Goldens { get; } = Path.Combine(Root, "tests", "golden", "text-tokens");

    /// <summary>Real data beside the repository, or null where there are none.</summary>
    internal static string? Shared { get; } = FindShared();

    /// <summary>A vocabulary, merges or model of the real data.</summary>
    internal static string File(string name) => Path.Combine(Shared!, "tokenizers", name);

    /// <summary>The texts of the real data, each with what a tokenizer makes of it.</summary>
    internal static IEnumerable<(string Text, JsonElement Expected)> Texts(string tokenizer)
    {
        using var file = new StreamReader(
            new GZipStream(System.IO.File.OpenRead(Path.Combine(Shared!, "golden-tokens", tokenizer + ".jsonl.gz")), CompressionMode.Decompress));
        while (file.ReadLine() is { } line)
        {
            var entry = JsonSerializer.Deserialize<JsonElement>(line);
            yield return (entry.GetProperty("text").GetString()!, entry.GetProperty("ids"));
        }
    }

    /// <summary>A golden of the repository, which may be compressed.</summary>
    internal static JsonElement Golden(string name)
    {
        var bytes = name.EndsWith(".gz", StringComparison.Ordinal) ? Unzipped(name) : System.IO.File.ReadAllBytes(Path.Combine(Goldens, name));
        return JsonSerializer.Deserialize<JsonElement>(bytes);
    }

    /// <summary>A compressed file of the goldens.</summary>
    internal static byte[] Unzipped(string name)
    {
        using var file = new GZipStream(System.IO.File.OpenRead(Path.Combine(Goldens, name)), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>The strings of a JSON array.</summary>
    internal static string[] Strings(this JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetString()!)];

    /// <summary>The numbers of a JSON array.</summary>
    internal static int[] Numbers(this JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetInt32())];

    private static string? FindShared()
    {
        var folder = Environment.GetEnvironmentVariable("TORCHLIGHT_TEST_DATA") is { Length: > 0 } named
            ? named
            : Path.Combine(Root, "..", "shared", "data");
        return Directory.Exists(Path.Combine(folder, "golden-tokens")) ? folder : null;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "Torchlight.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
