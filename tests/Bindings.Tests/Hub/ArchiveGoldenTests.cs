using System.Text.Json;
using TorchSharp;

namespace Bindings.Tests.Hub;

/// <summary>Archives of many makes, unpacked as torchtext does, and those that are refused.</summary>
public sealed class ArchiveGoldenTests : IDisposable
{
    private static readonly JsonElement All = JsonDocument.Parse(File.ReadAllBytes(Repository.Golden("hub", "archives.json"))).RootElement;

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Accepted { get; } = Names("cases");

    public static TheoryData<string> Refused { get; } = Names("refused");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Accepted))]
    public void FilesAreTheOracles(string name)
    {
        var golden = Find("cases", name);
        var root = _folder.File("in/side");
        var archive = Put(golden, root);

        var files = torch.hub.extract_archive(archive);

        File.Delete(archive);
        Assert.Equal(golden.GetProperty("files").EnumerateArray().Select(file => file.GetString()), files.Select(file => Path.GetRelativePath(root, file)));
        var tree = golden.GetProperty("tree").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString());
        Assert.Equal(tree.Keys.Order(), Directory.GetFileSystemEntries(root, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(root, path)).Order());
        foreach (var (path, content) in tree.Where(entry => entry.Value is not null))
        {
            Assert.Equal(Convert.FromBase64String(content!), File.ReadAllBytes(Path.Combine(root, path)));
        }
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatLeadsOutsideIsRefusedByName(string name)
    {
        var golden = Find("refused", name);
        var root = _folder.File("in/side");
        var archive = Put(golden, root);

        var error = Assert.Throws<ArchiveException>(() => torch.hub.extract_archive(archive));

        Assert.Equal(archive, error.Archive);
        Assert.NotNull(error.Entry);
        Assert.Contains(error.Entry!, error.Message);
        File.Delete(archive);
        // Nothing but what stood before the entry at fault, and nothing outside.
        Assert.All(Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories), path => Assert.Equal(Path.Combine(root, "ok.txt"), path));
        Assert.False(File.Exists("/tmp/torchlight-out.txt"));
    }

    private static TheoryData<string> Names(string kind) => [.. All.GetProperty(kind).EnumerateArray().Select(entry => entry.GetProperty("name").GetString()!)];

    private static JsonElement Find(string kind, string name) =>
        All.GetProperty(kind).EnumerateArray().Single(entry => entry.GetProperty("name").GetString() == name);

    private static string Put(JsonElement golden, string root)
    {
        Directory.CreateDirectory(root);
        var path = Path.Combine(root, golden.GetProperty("name").GetString()!);
        File.WriteAllBytes(path, golden.GetProperty("data").GetBytesFromBase64());
        return path;
    }
}
