using System.Net;
using System.Net.Sockets;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torchvision;

namespace TorchSharp.Models.Tests;

/// <summary>Published weights: what is known of them, and where they are looked for.</summary>
public sealed class WeightsTests : IDisposable
{
    private readonly string home = Directory.CreateTempSubdirectory("torchlight-weights-").FullName;
    private readonly string? before = Environment.GetEnvironmentVariable("TORCH_HOME");

    public WeightsTests() => Environment.SetEnvironmentVariable("TORCH_HOME", home);

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("TORCH_HOME", before);
        Directory.Delete(home, recursive: true);
    }

    [Fact]
    public void MembersCarryWhatIsPublished()
    {
        var weights = models.ResNet50_Weights.DEFAULT;
        Assert.Same(models.ResNet50_Weights.IMAGENET1K_V2, weights);
        Assert.Equal("ResNet50_Weights.IMAGENET1K_V2", weights.ToString());
        Assert.Equal("https://download.pytorch.org/models/resnet50-11ad3fa6.pth", weights.url);
        Assert.Equal(25_557_032, weights.num_params);
        Assert.Equal(80.858, weights.accuracy_1);
        using var picture = torch.zeros([3, 300, 400], dtype: ScalarType.Byte);
        using var prepared = weights.transforms().call(picture);
        Assert.Equal([3L, 224L, 224L], prepared.shape);
        Assert.Equal(ScalarType.Float32, prepared.dtype);
    }

    [Fact]
    public async Task WhatIsNotThereIsAskedOfTheServer()
    {
        using var server = new HttpListener();
        var origin = $"http://127.0.0.1:{FreePort()}/";
        server.Prefixes.Add(origin);
        server.Start();
        var answer = server.GetContextAsync().ContinueWith(asked =>
        {
            asked.Result.Response.StatusCode = 404;
            asked.Result.Response.Close();
        });

        var error = Assert.Throws<DownloadException>(() => Checkpoints.Published(origin + "resnet18-f37072fd.pth", progress: false));
        await answer;
        Assert.Equal(HttpStatusCode.NotFound, error.StatusCode);
        Assert.Contains(origin + "resnet18-f37072fd.pth", error.Message);
        Assert.Contains(Path.Combine(home, "hub", "checkpoints", "resnet18-f37072fd.pth"), error.Message);
    }

    [Fact]
    public void OtherNumberOfClassesIsRefused()
    {
        var error = Assert.Throws<ArgumentException>(() => models.resnet18(weights: models.ResNet18_Weights.DEFAULT, num_classes: 5));
        Assert.Contains("replace_fc(5)", error.Message);
    }

    [Fact]
    public void CachedFileIsLoaded()
    {
        using var scope = NewDisposeScope();
        using var source = models.resnet18();
        Save(source, models.ResNet18_Weights.DEFAULT.file_name);

        using var loaded = models.resnet18(weights: models.ResNet18_Weights.DEFAULT);
        SameState(source, loaded, _ => true);
    }

    [Fact]
    public void WeightsFileMayLeaveOutTheHead()
    {
        using var scope = NewDisposeScope();
        using var source = models.resnet18(num_classes: 6);
        var path = Save(source, "own.pth");

        using var other = models.resnet18(num_classes: 4, weights_file: path);
        SameState(source, other, name => !name.StartsWith("fc.", StringComparison.Ordinal));
        using var same = models.resnet18(num_classes: 6, weights_file: path, skipfc: false);
        SameState(source, same, _ => true);
    }

    [Fact]
    public void MissingWeightsFileIsNamed()
    {
        var path = Path.Combine(home, "none.pth");
        Assert.Contains(path, Assert.Throws<FileNotFoundException>(() => models.resnet18(weights_file: path)).Message);
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    private string Save(nn.Module network, string name)
    {
        var folder = Path.Combine(home, "hub", "checkpoints");
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, name);
        torch.serialization.save(network.state_dict().ToDictionary(entry => entry.Key, entry => (object?)entry.Value), path);
        return path;
    }

    private static void SameState(nn.Module expected, nn.Module actual, Predicate<string> compared)
    {
        var state = actual.state_dict();
        foreach (var (name, value) in expected.state_dict().Where(entry => compared(entry.Key)))
        {
            Assert.True(torch.ops.aten.equal(value, state[name]), name);
        }
    }
}
