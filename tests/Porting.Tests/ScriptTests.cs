using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TorchSharp;

namespace Porting.Tests;

/// <summary>Each script of the pages runs, and what it comes to is what only a training that worked comes to.</summary>
public class ScriptTests
{
    [Fact]
    public void First_script()
    {
        using var script = Script.Run(Page.Of("01-first-script").CSharp[0]);

        Assert.InRange(script.Number("val_loss"), 0, 0.01);
    }

    [Fact]
    public void Image_classifier()
    {
        using var script = Script.Run(Page.Of("02-image-classifier").CSharp[0]);

        Assert.InRange(script.Number("test_acc"), 0.8, 1);
        Assert.Equal(script.Folder.File("checkpoints/best.ckpt"), script.Printed("best"));
        var checkpoint = (Dictionary<string, object?>)torch.serialization.load(script.Printed("best"))!;
        Assert.Contains("net.0.weight", (IDictionary<string, object?>)checkpoint["state_dict"]!);
    }

    [Fact]
    public void Transfer_learning()
    {
        using var script = Script.Run(Page.Of("03-transfer-learning").CSharp[0]);

        Assert.InRange(script.Number("train_acc"), 0.8, 1);
        Assert.Equal("2", script.Printed("groups"));
        Assert.Equal("True", script.Printed("backbone moved"));
    }

    [Fact]
    public void GAN()
    {
        using var script = Script.Run(Page.Of("04-gan").CSharp[0]);
        var center = script.Printed("center").Split(' ').Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)).ToArray();

        Assert.InRange(center[0], 1.5, 2.5);
        Assert.InRange(center[1], -1.5, -0.5);
        Assert.Equal(20 * 16 * 2, script.Number("steps"));
    }

    [Fact]
    public void Schedulers()
    {
        using var script = Script.Run(Page.Of("05-schedulers").CSharp[0]);

        foreach (var name in (string[])["OneCycle", "TwoOptimizers"])
        {
            Assert.InRange(script.Number($"{name} loss"), 0, 0.02);
            var columns = Rows(script.Folder.File($"logs/{name}/version_0/metrics.csv"));
            var rates = columns.Single(column => column.Key.StartsWith(name == "OneCycle" ? "rate/pg1" : "lr-AdamW", StringComparison.Ordinal)).Value;
            Assert.InRange(Array.IndexOf(rates, rates.Max()), 30, 60);
            Assert.Equal(160, rates.Length);
        }

        // Python's, which takes one step beyond the cycle's last as the beginning of a rise.
        Assert.Equal("2.0E-006, 6.0E-006", script.Printed("OneCycle rates"));
        Assert.Equal("2.0E-006, 1.3E-002", script.Printed("TwoOptimizers rates"));
    }

    [Fact]
    public void Autoencoder()
    {
        using var script = Script.Run(Page.Of("06-autoencoder").CSharp[0]);

        Assert.InRange(script.Number("of the plane"), 0, 0.1 * script.Number("of noise"));
        using var errors = (torch.Tensor)torch.serialization.load(script.Folder.File("predictions/errors.pt"))!;
        Assert.Equal([450L], errors.shape);
    }

    [Fact]
    public void Text_classifier()
    {
        using var script = Script.Run(Page.Of("07-text-classifier").CSharp[0]);

        Assert.InRange(script.Number("val_acc"), 0.95, 1);
        Assert.InRange(script.Number("val_f1"), 0.95, 1);
    }

    [Fact]
    public void Tabular_regression()
    {
        using var script = Script.Run(Page.Of("08-tabular-regression").CSharp[0]);

        Assert.InRange(script.Number("val_r2"), 0.9, 1);
        Assert.Equal(25 * 15, script.Number("steps"));
        var losses = Rows(script.Folder.File("logs/csv/version_0/metrics.csv"))["train_loss_epoch"];
        Assert.InRange(losses[^1], 0, 0.2 * losses[0]);
        Assert.Single(Directory.GetFiles(script.Folder.File("logs/tensorboard/version_0"), "events.out.tfevents.*"));
    }

    [Fact]
    public void Checkpoints_and_export()
    {
        using var script = Script.Run(Page.Of("09-checkpoints-and-export").CSharp[0]);

        Assert.InRange(script.Number("loss after 12 epochs"), 0, 0.7 * script.Number("loss after 3 epochs"));
        Assert.Equal("32", script.Printed("hidden"));
        Assert.Equal("True", script.Printed("same"));

        using var torchScript = torch.jit.load<torch.Tensor, torch.Tensor>(script.Folder.File("net.pt"));
        using var onnx = new InferenceSession(script.Folder.File("net.onnx"));
        using var x = torch.randn(7, 4);
        using var results = onnx.Run([NamedOnnxValue.CreateFromTensor("x", new DenseTensor<float>(x.data<float>().ToArray(), [7, 4]))], ["y"]);
        using var expected = torchScript.call(x);
        using var actual = torch.tensor(results[0].AsTensor<float>().ToArray()).reshape(7, 1);
        Assert.True(torch.allclose(expected, actual, 1e-5, 1e-6));
    }

    [Fact]
    public void Callbacks_and_tuning()
    {
        using var script = Script.Run(Page.Of("10-callbacks-and-tuning").CSharp[0]);

        Assert.InRange(script.Number("learning rate"), 1e-4, 1e-1);
        Assert.InRange(script.Number("val_acc"), 0.9, 1);
        var losses = script.Printed("losses").Split(' ');
        Assert.True(Parse(losses[2]) < 0.5 * Parse(losses[0]), script.Printed("losses"));
        Assert.Equal("20", losses[4]);
    }

    [Fact]
    public void Two_processes()
    {
        using var script = Script.Run(Page.Of("11-two-processes").CSharp[0]);

        Assert.InRange(script.Number("val_acc"), 0.9, 1);
        Assert.Single(script.Lines, line => line.StartsWith("val_acc", StringComparison.Ordinal));
        Assert.Equal(script.Printed("rank 0 of 2"), script.Printed("rank 1 of 2"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Rules(int piece)
    {
        using var script = Script.Run(Page.Rules.CSharp[piece], folder => Sound(folder.File("speech.flac")));
        Assert.Equal(5, Page.Rules.CSharp.Count);
    }

    private static double Parse(string text) => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    // One second at 48 kHz, which the page's third piece loads.
    private static void Sound(string path)
    {
        using var waveform = torch.sin(torch.arange(48000, torch.float32) * 0.05).unsqueeze(0);
        torchaudio.save(path, waveform, 48000);
    }

    private static Dictionary<string, double[]> Rows(string csv)
    {
        string[][] rows = [.. File.ReadAllLines(csv).Select(line => line.Split(','))];
        return rows[0].Index().ToDictionary(
            column => column.Item,
            column => rows[1..].Select(row => row[column.Index]).Where(cell => cell.Length > 0).Select(Parse).ToArray());
    }
}
