using System.IO.Compression;
using System.Text.Json;

namespace Text.Tests.Tokenizers;

/// <summary>Where the files that the tokenizers' tests read lie.</summary>
internal static class TokenizerData
{
    /// <summary>The goldens in the repository.</summary>
    internal static string Goldens { get; } = Repository.Golden("text-tokens");

    /// <summary>A vocabulary, merges or model of the real data.</summary>
    internal static string File(string name) => Repository.Data(Path.Combine("tokenizers", name))!;

    /// <summary>The texts of the real data, each with what a tokenizer makes of it.</summary>
    internal static IEnumerable<(string Text, JsonElement Expected)> Texts(string tokenizer)
    {
        using var file = new StreamReader(
            new GZipStream(System.IO.File.OpenRead(Repository.Data(Path.Combine("golden-tokens", tokenizer + ".jsonl.gz"))!), CompressionMode.Decompress));
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
}
