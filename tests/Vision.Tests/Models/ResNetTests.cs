using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TorchSharp.Modules;
using TorchSharp.Transforms.Tests;
using static TorchSharp.torch;
using static TorchSharp.torchvision;

namespace TorchSharp.Models.Tests;

/// <summary>Residual networks against the oracle's (tests/golden/vision/models.py).</summary>
public class ResNetTests
{
    private static readonly JsonElement Oracle =
        JsonDocument.Parse(File.ReadAllBytes(Repository.Golden("vision", "models.json"))).RootElement;

    private static ResNet Build(string name, int num_classes = 1000) => name switch
    {
        "resnet18" => models.resnet18(num_classes),
        "resnet34" => models.resnet34(num_classes),
        "resnet50" => models.resnet50(num_classes),
        "resnet101" => models.resnet101(num_classes),
        "resnet152" => models.resnet152(num_classes),
        "resnext50_32x4d" => models.resnext50_32x4d(num_classes),
        "resnext101_32x8d" => models.resnext101_32x8d(num_classes),
        "resnext101_64x4d" => models.resnext101_64x4d(num_classes),
        "wide_resnet50_2" => models.wide_resnet50_2(num_classes),
        "wide_resnet101_2" => models.wide_resnet101_2(num_classes),
        "resnet50_dilated_zero" => models.resnet50(num_classes, zero_init_residual: true, replace_stride_with_dilation: (false, true, true)),
        _ => throw new ArgumentException(name),
    };

    private static string[] StateLines(nn.Module network) =>
        [.. network.state_dict().Select(entry => $"{entry.Key} {string.Join(',', entry.Value.shape)}")];

    [Theory]
    [InlineData("resnet18")]
    [InlineData("resnet34")]
    [InlineData("resnet50")]
    public void StateDictionaryIsPythons(string name)
    {
        using var network = Build(name);
        Assert.Equal(Oracle.GetProperty("state").GetProperty(name).EnumerateArray().Select(line => line.GetString()), StateLines(network));
    }

    [Theory]
    [InlineData("resnet101")]
    [InlineData("resnet152")]
    [InlineData("resnext50_32x4d")]
    [InlineData("resnext101_32x8d")]
    [InlineData("resnext101_64x4d")]
    [InlineData("wide_resnet50_2")]
    [InlineData("wide_resnet101_2")]
    public void DigestOfTheStateDictionaryIsPythons(string name)
    {
        using var network = Build(name);
        var expected = Oracle.GetProperty("digest").GetProperty(name);
        var lines = StateLines(network);
        Assert.Equal(expected.GetProperty("entries").GetInt32(), lines.Length);
        Assert.Equal(expected.GetProperty("parameters").GetInt64(), network.parameters().Sum(parameter => parameter.numel()));
        var digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
        Assert.Equal(expected.GetProperty("sha256").GetString(), digest);
    }

    [Theory]
    [InlineData("resnet18")]
    [InlineData("resnet34")]
    [InlineData("resnet50")]
    [InlineData("resnet50_dilated_zero")]
    [InlineData("resnext50_32x4d")]
    public void SeedGivesPythonsWeightsOutputsAndGradients(string name)
    {
        using var scope = NewDisposeScope();
        var expected = Oracle.GetProperty("seeded").GetProperty(name);
        torch.manual_seed(0);
        using var network = Build(name, 10);
        foreach (var (key, parameter) in network.named_parameters())
        {
            Near(expected.GetProperty("parameters").GetProperty(key).GetDouble(), parameter.to_type(ScalarType.Float64).sum().item<double>(), 1e-9, 1e-5, key);
        }
        torch.manual_seed(1);
        var pictures = torch.randn(2, 3, 64, 64);

        network.eval();
        using (no_grad())
        {
            AllNear(expected.GetProperty("eval"), network.call(pictures), 1e-4);
        }
        network.train();
        var logits = network.call(pictures);
        AllNear(expected.GetProperty("train"), logits, 1e-4);
        var labels = torch.tensor([3L, 7L]);
        Near(expected.GetProperty("loss").GetDouble(), nn.functional.cross_entropy(logits, labels).item<float>(), 1e-4, 0, "loss");
        AllNear(expected.GetProperty("running_mean"), network.get_buffer("bn1.running_mean")!, 1e-4);

        // Two pictures whose last stage is 2 x 2 normalize over 8 values: that magnifies rounding, so gradients are compared in double precision.
        network.to(ScalarType.Float64);
        nn.functional.cross_entropy(network.call(pictures.to_type(ScalarType.Float64)), labels).backward();
        foreach (var (key, parameter) in network.named_parameters())
        {
            Near(expected.GetProperty("gradients").GetProperty(key).GetDouble(), parameter.grad!.norm().item<double>(), 1e-7, 1e-9, "gradient of " + key);
        }
    }

    private static void AllNear(JsonElement expected, Tensor actual, double relative)
    {
        double[] wanted = [.. expected.EnumerateArray().Select(value => value.GetDouble())];
        var got = actual.to_type(ScalarType.Float64).flatten().data<double>().ToArray();
        Assert.Equal(wanted.Length, got.Length);
        var largest = wanted.Max(Math.Abs);
        for (var i = 0; i < wanted.Length; i++)
        {
            Near(wanted[i], got[i], 0, relative * largest, $"value {i}");
        }
    }

    private static void Near(double expected, double actual, double relative, double absolute, string what) =>
        Assert.True(Math.Abs(expected - actual) <= (relative * Math.Abs(expected)) + absolute, $"{what}: {actual} instead of {expected}");
}
