using System.Text.Json;
using Bindings.Tests.Goldens;
using Lightning.Metrics;

namespace Lightning.Tests.Metrics;

/// <summary>Metrics of texts against their definitions, written out in tests/golden/metrics; in one pass and text by text.</summary>
public sealed class TextMetricTests
{
    private static readonly JsonElement Goldens = OracleFile.Read("metrics", "texts.json");

    private static readonly string[] Preds = [.. Goldens.GetProperty("preds").EnumerateArray().Select(text => text.GetString()!)];

    private static readonly IReadOnlyList<string>[] Target =
        [.. Goldens.GetProperty("target").EnumerateArray().Select(texts => (IReadOnlyList<string>)[.. texts.EnumerateArray().Select(text => text.GetString()!)])];

    [Theory]
    [InlineData("WordErrorRate")]
    [InlineData("CharErrorRate")]
    public void Error_rates(string name)
    {
        string[] first = [.. Target.Select(texts => texts[0])];
        ErrorRateMetric Made() => name == "WordErrorRate" ? new WordErrorRate() : new CharErrorRate();
        using var whole = Made();
        using var parts = Made();
        whole.update(Preds, first);
        for (var i = 0; i < Preds.Length; i++)
        {
            parts.update(Preds[i], first[i]);
        }

        Assert.Equal(Value(name).GetDouble(), whole.compute().item<float>(), 1e-6);
        Assert.Equal(Value(name).GetDouble(), parts.compute().item<float>(), 1e-6);
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(4, true)]
    [InlineData(2, false)]
    public void Bleu(int n, bool smooth)
    {
        using var whole = new BLEUScore(n, smooth);
        using var parts = new BLEUScore(n, smooth);
        whole.update(Preds, Target);
        for (var i = 0; i < Preds.Length; i++)
        {
            parts.forward([Preds[i]], [Target[i]]);
        }

        var expected = Value($"BLEUScore {n} {smooth}").GetDouble();
        Assert.Equal(expected, whole.compute().item<float>(), 1e-6);
        Assert.Equal(expected, parts.compute().item<float>(), 1e-6);
    }

    [Fact]
    public void Bleu_of_nothing_in_common_is_zero()
    {
        using var bleu = new BLEUScore(smooth: true);

        bleu.update(["a b c d"], [["e f g h"]]);

        Assert.Equal(0, bleu.compute().item<float>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rouge(bool best)
    {
        using var whole = new ROUGEScore(accumulate: best ? "best" : "avg");
        using var parts = new ROUGEScore(accumulate: best ? "best" : "avg");
        whole.update(Preds, Target);
        for (var i = 0; i < Preds.Length; i++)
        {
            parts.update([Preds[i]], [Target[i]]);
        }

        var expected = Value($"ROUGEScore {best}").EnumerateArray().ToArray();
        foreach (var scores in (IReadOnlyDictionary<string, RougeValues>[])[whole.compute(), parts.compute()])
        {
            foreach (var (key, row) in ((string[])["rouge1", "rouge2", "rougeL"]).Zip(expected))
            {
                Assert.Equal(row.EnumerateArray().Select(number => number.GetDouble()), scores[key].Tensors.Select(value => (double)value.item<float>()), (a, b) => Math.Abs(a - b) < 1e-6);
            }
        }
    }

    [Fact]
    public void Counts_that_differ_are_an_error()
    {
        using var rate = new WordErrorRate();

        Assert.Throws<ArgumentException>(() => rate.update(["one"], ["one", "two"]));
    }

    private static JsonElement Value(string name) => Goldens.GetProperty("values").GetProperty(name);
}
