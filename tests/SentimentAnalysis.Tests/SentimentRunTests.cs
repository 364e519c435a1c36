using System.Globalization;
using SentimentAnalysis.Sentences;
using SentimentAnalysis.Training;
using TorchSharp;
using static TorchSharp.torch;

namespace SentimentAnalysis.Tests;

/// <summary>The whole program on sentences that it makes: it learns, and the folder that it leaves is right.</summary>
public sealed class SentimentRunTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_short_run_beats_chance_clearly_and_reports_what_it_did()
    {
        var (code, output, errors) = Captured.Program("--epochs", "4", "--learning-rate", "0.003", "--batch-size", "32", "--seed", "5", "--output", folder.Path);
        Assert.True(code == 0, string.Join('\n', errors));

        Assert.StartsWith("accuracy 0.", output[^2]);
        var accuracy = double.Parse(output[^2]["accuracy ".Length..], CultureInfo.InvariantCulture);
        Assert.True(accuracy > 0.85, output[^2]);
        Assert.StartsWith("report ", output[^1]);
        var report = output[^1]["report ".Length..];

        foreach (var picture in new[] { "loss.png", "accuracy.png", "confusion.png" })
        {
            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], File.ReadAllBytes(Path.Combine(report, picture))[..4]);
        }
        Assert.True(File.Exists(Path.Combine(report, "best.ckpt")));
        var metrics = File.ReadAllLines(Path.Combine(report, "metrics.csv"));
        Assert.All(["train_loss", "train_acc", "val_loss", "val_acc", "test_acc"], name => Assert.Contains(name, metrics[0].Split(',')));

        var summary = File.ReadAllText(Path.Combine(report, "summary.md"));
        Assert.Contains("3200 texts to train, 400 to validate, 400 to test", summary);
        Assert.Contains($"| {Again(report).ToString("0.000", CultureInfo.InvariantCulture)} |", summary);
        var examples = File.ReadAllText(Path.Combine(report, "examples.md"));
        Assert.Contains("## Most telling n-grams", examples);
        Assert.Contains("| positive |", examples);
        Assert.DoesNotContain("<", examples.Replace("\\<", ""));
    }

    // The accuracy of what the folder holds, on the texts that the seed keeps back.
    private static double Again(string report)
    {
        using var scope = NewDisposeScope();
        using var dice = new Generator(5UL, CPU);
        var parts = torch.utils.data.random_split(MadeSentences.Make(4000, 5), new[] { 0.8, 0.1, 0.1 }, dice);
        var (words, ngrams) = (torchtext.vocab.Vocab.load(Path.Combine(report, "words.pt")), torchtext.vocab.Vocab.load(Path.Combine(report, "ngrams.pt")));
        var state = ((Dictionary<string, object?>)torch.serialization.load(Path.Combine(report, "model.pth"))!)
            .ToDictionary(entry => entry.Key, entry => (Tensor)entry.Value!);
        using var net = new TextNetwork(zeros(words.Count, 100), zeros(ngrams.Count, 2), 2);
        net.load_state_dict(state);
        net.eval();

        var tokenize = torchtext.data.utils.get_tokenizer("basic_english");
        var right = Enumerable.Range(0, (int)parts[2].Count).Count(i =>
        {
            using var inner = NewDisposeScope();
            var (label, text) = parts[2].GetTensor(i);
            var tokens = tokenize(text);
            var runs = ngrams.call([.. torchtext.data.utils.ngrams_iterator(tokens, 2).Distinct()]);
            return net.call(tensor(words.call(tokens)).unsqueeze(0), tensor(runs).unsqueeze(0)).argmax().item<long>() == label;
        });
        return right / (double)parts[2].Count;
    }
}
