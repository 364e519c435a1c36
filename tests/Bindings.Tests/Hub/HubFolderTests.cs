using System.Security.Cryptography;
using TorchSharp;

namespace Bindings.Tests.Hub;

/// <summary>The folder shared with Python, and what is set for the whole process.</summary>
public sealed class HubFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose()
    {
        torch.hub.set_create_progress_bar_func(hidden => new ConsoleProgressBar(hidden ? TextWriter.Null : Console.Error, isTerminal: false));
        _folder.Dispose();
    }

    [PythonFact]
    public void FolderIsPythons()
    {
        (string? Home, string? Cache)[] pairs = [(null, null), ("/a/torch", "/b"), (null, "/b/cache"), ("~/c", null), (null, "~/d")];
        var script = string.Join('\n', pairs.Select(pair =>
            $"show({(pair.Home is null ? "None" : $"'{pair.Home}'")}, {(pair.Cache is null ? "None" : $"'{pair.Cache}'")})"));
        var expected = Python.Run($"""
            import os, torch
            def show(*values):
                for name, value in zip(("TORCH_HOME", "XDG_CACHE_HOME"), values):
                    os.environ.pop(name, None) if value is None else os.environ.update(((name, value),))
                print(torch.hub.get_dir())
            {script}
            """).Split('\n', StringSplitOptions.TrimEntries);
        var home = Environment.GetEnvironmentVariable("TORCH_HOME");
        var cache = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        try
        {
            foreach (var ((torchHome, xdg), folder) in pairs.Zip(expected))
            {
                Environment.SetEnvironmentVariable("TORCH_HOME", torchHome);
                Environment.SetEnvironmentVariable("XDG_CACHE_HOME", xdg);
                Assert.Equal(folder, torch.hub.get_dir());
            }
        }
        finally
        {
            Environment.SetEnvironmentVariable("TORCH_HOME", home);
            Environment.SetEnvironmentVariable("XDG_CACHE_HOME", cache);
        }
    }

    [Fact]
    public void StateIsDownloadedOnceCheckedAndLoaded()
    {
        var source = _folder.File("source.pt");
        using (var weight = torch.arange(4, dtype: torch.ScalarType.Float32))
        {
            torch.serialization.save(new Dictionary<string, object?> { ["weight"] = weight }, source);
        }
        var address = new Uri(source).AbsoluteUri;
        var digits = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(source)))[..8];

        for (var time = 0; time < 2; time++)
        {
            var state = (Dictionary<string, object?>)torch.hub.load_state_dict_from_url(
                address, _folder.File("models"), progress: false, check_hash: true, file_name: $"net-{digits}.pt")!;
            using var weight = (torch.Tensor)state["weight"]!;
            Assert.Equal([0f, 1f, 2f, 3f], weight.data<float>().ToArray());
            File.Delete(source);
        }
        Assert.Throws<ArgumentException>(() => torch.hub.load_state_dict_from_url(address, _folder.File("models"), progress: false, check_hash: true));
    }

    [Fact]
    public void OwnProgressBarIsUsedAndDisposed()
    {
        var source = _folder.File("source");
        File.WriteAllBytes(source, new byte[1000]);
        var bar = new RecordingProgressBar();
        var asked = new List<bool>();
        torch.hub.set_create_progress_bar_func(hidden =>
        {
            asked.Add(hidden);
            return bar;
        });
        torch.hub.download_url_to_file(new Uri(source).AbsoluteUri, _folder.File("copy"), progress: false);
        Assert.Contains(true, asked);
        Assert.Equal(1000, bar.Value);
        Assert.True(bar.IsDisposed);
    }
}
