using System.Text.Json;
using Bindings.Tests.Goldens;
using Lightning.Metrics;
using Picture = System.Collections.Generic.Dictionary<string, TorchSharp.torch.Tensor>;

namespace Lightning.Tests.Metrics;

/// <summary>Boxes against COCO's definition, written out in tests/golden/metrics/detection.py, to 1e-9; and small pictures that can be worked out by hand.</summary>
public sealed class MeanAveragePrecisionTests
{
    private static readonly Lazy<Dictionary<string, JsonElement>> Cases = new(() =>
        OracleFile.Read("metrics", "detection.json.gz").EnumerateArray().ToDictionary(entry => entry.GetProperty("name").GetString()!));

    public static TheoryData<string> Names() => [.. Cases.Value.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void In_one_pass(string name) => Check(name, (metric, preds, target) => metric.update(preds, target));

    [Theory]
    [MemberData(nameof(Names))]
    public void Picture_by_picture_and_by_forward(string name) => Check(name, (metric, preds, target) =>
    {
        for (var i = 0; i < preds.Count; i++)
        {
            if (i % 2 == 0)
            {
                metric.update([preds[i]], [target[i]]);
            }
            else
            {
                metric.forward([preds[i]], [target[i]]);
            }
        }
    });

    [Theory]
    [MemberData(nameof(Names))]
    public void Merged_from_two(string name) => Check(name, (metric, preds, target) =>
    {
        using var second = (MeanAveragePrecision)metric.clone();
        var half = preds.Count / 2;
        metric.update(preds[..half], target[..half]);
        second.update(preds[half..], target[half..]);
        metric.merge_state(second);
    });

    [Fact]
    public void An_overlap_counts_up_to_its_threshold()
    {
        // 62 of 100 pixels: right at 0.5, 0.55 and 0.6, wrong at the seven thresholds above. The object is small; others there are none.
        var value = Value([Found([0, 0, 6.2f, 10], 0.9f)], [Truth([0, 0, 10, 10])]);

        Assert.Equal(0.3, value["map"], 1e-6);
        Assert.Equal(1, value["map_50"], 1e-6);
        Assert.Equal(0, value["map_75"], 1e-6);
        Assert.Equal((0.3, -1, -1), (Math.Round(value["map_small"], 6), value["map_medium"], value["map_large"]));
        Assert.Equal(0.3, value["mar_1"], 1e-6);
        Assert.Equal(-1, value["map_per_class"]);
    }

    [Fact]
    public void A_wrong_box_before_the_right_one_halves_precision()
    {
        // Ranked: wrong, right. Recall 0, then 1 of 2 objects; precision 0, then 1 of 2. The 51 levels to 0.5 have precision 0.5, the 50 beyond have 0.
        var value = Value(
            [Found([0, 0, 10, 10], 0.5f, [200, 200, 220, 220], 0.9f)],
            [Truth([0, 0, 10, 10], [100, 100, 120, 120])]);

        Assert.Equal(51 * 0.5 / 101, value["map"], 1e-6);
        Assert.Equal(0.5, value["mar_100"], 1e-6);
        Assert.Equal(0, value["mar_1"], 1e-6);
    }

    [Fact]
    public void What_lies_in_a_crowd_does_not_count()
    {
        var target = Truth([0, 0, 10, 10], [50, 50, 150, 150]);
        target["iscrowd"] = torch.tensor(new[] { 0L, 1L });
        var value = Value([Found([0, 0, 10, 10], 0.7f, [60, 60, 80, 80], 0.9f, [90, 90, 120, 120], 0.8f)], [target]);

        Assert.Equal(1, value["map"], 1e-6);
        Assert.Equal(-1, value["map_large"]);
    }

    [Fact]
    public void Extended_summaries_have_the_curves()
    {
        using var metric = new MeanAveragePrecision(extended_summary: true);
        metric.update([Found([0, 0, 10, 10], 0.75f)], [Truth([0, 0, 10, 10], [100, 100, 120, 120])]);
        var value = metric.compute();

        Assert.Equal([10, 101, 1, 4, 3], value["precision"].shape.ToArray());
        Assert.Equal([10, 1, 4, 3], value["recall"].shape.ToArray());
        Assert.Equal(0.5f, value["recall"][9, 0, 0, 2].item<float>());
        Assert.Equal(1f, value["precision"][9, 50, 0, 0, 2].item<float>(), 1e-6f);
        Assert.Equal(0f, value["precision"][9, 51, 0, 0, 2].item<float>());
        Assert.Equal(0.75f, value["scores"][9, 50, 0, 0, 2].item<float>());
    }

    [Fact]
    public void Mistakes_say_where_they_are_and_leave_what_was_collected()
    {
        using var metric = new MeanAveragePrecision();
        var (found, truth) = (Found([0, 0, 10, 10], 0.9f), Truth([0, 0, 10, 10]));
        metric.update([found], [truth]);
        var wrong = new Picture(found) { ["scores"] = torch.ones(2) };
        var error = Assert.Throws<ArgumentException>(() => metric.update([found, wrong], [truth, truth]));
        Assert.Contains("\"scores\" of preds[1]", error.Message, StringComparison.Ordinal);
        Assert.Contains("target[0] has no \"labels\"", Assert.Throws<ArgumentException>(() => metric.update([found], [new Picture { ["boxes"] = truth["boxes"] }])).Message, StringComparison.Ordinal);
        Assert.Contains("(N, 4)", Assert.Throws<ArgumentException>(() => metric.update([new Picture(found) { ["boxes"] = torch.ones(1, 5) }], [truth])).Message, StringComparison.Ordinal);
        Assert.Contains("whole numbers", Assert.Throws<ArgumentException>(() => metric.update([new Picture(found) { ["labels"] = torch.ones(1) }], [truth])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => metric.update([found], []));
        Assert.Equal(1f, metric.compute()["map"].item<float>(), 1e-6f);
        Assert.Equal(1, metric.update_count);

        Assert.Throws<ArgumentException>(() => new MeanAveragePrecision("corners"));
        Assert.Throws<ArgumentException>(() => new MeanAveragePrecision(iou_type: "segm"));
        Assert.Throws<ArgumentException>(() => new MeanAveragePrecision(iou_thresholds: [1.5]));
        Assert.Throws<ArgumentException>(() => new MeanAveragePrecision(max_detection_thresholds: [0]));
    }

    private static void Check(string name, Action<MeanAveragePrecision, List<Picture>, List<Picture>> feed)
    {
        using var scope = torch.NewDisposeScope();
        var entry = Cases.Value[name];
        var a = entry.GetProperty("arguments");
        using var metric = new MeanAveragePrecision(
            a.TryGetProperty("box_format", out var format) ? format.GetString()! : "xyxy",
            iou_thresholds: Numbers(a, "iou_thresholds"),
            rec_thresholds: Numbers(a, "rec_thresholds"),
            max_detection_thresholds: Numbers(a, "max_detection_thresholds")?.Select(number => (int)number).ToArray(),
            class_metrics: a.TryGetProperty("class_metrics", out _));
        metric.set_dtype(ScalarType.Float64);
        feed(metric, Pictures(entry.GetProperty("preds")), Pictures(entry.GetProperty("target")));
        var value = metric.compute();
        var expected = entry.GetProperty("values").EnumerateObject().ToDictionary(part => part.Name, part => part.Value);

        Assert.Equal(expected.Keys.Order(), value.Keys.Order());
        foreach (var (key, part) in expected)
        {
            double[] numbers = part.ValueKind == JsonValueKind.Array ? [.. part.EnumerateArray().Select(number => number.GetDouble())] : [part.GetDouble()];
            var actual = value[key].to(ScalarType.Float64).flatten().data<double>().ToArray();
            Assert.True(numbers.Length == actual.Length, $"{name}, {key}: {actual.Length} values");
            for (var i = 0; i < numbers.Length; i++)
            {
                Assert.True(Math.Abs(numbers[i] - actual[i]) < 1e-9, $"{name}, {key}[{i}]: {actual[i]:R}, the definition has {numbers[i]:R}");
            }
        }
    }

    private static double[]? Numbers(JsonElement arguments, string name) =>
        arguments.TryGetProperty(name, out var values) ? [.. values.EnumerateArray().Select(value => value.GetDouble())] : null;

    private static List<Picture> Pictures(JsonElement pictures) => [.. pictures.EnumerateArray().Select(picture => picture.EnumerateObject().ToDictionary(
        part => part.Name,
        part => part.Name switch
        {
            "boxes" => torch.tensor(part.Value.EnumerateArray().SelectMany(box => box.EnumerateArray()).Select(edge => edge.GetDouble()).ToArray(), dtype: ScalarType.Float64).reshape(-1, 4),
            "labels" or "iscrowd" => torch.tensor(part.Value.EnumerateArray().Select(label => label.GetInt64()).ToArray(), dtype: ScalarType.Int64),
            _ => torch.tensor(part.Value.EnumerateArray().Select(number => number.GetDouble()).ToArray(), dtype: ScalarType.Float64),
        }))];

    private static Dictionary<string, double> Value(List<Picture> preds, List<Picture> target)
    {
        using var scope = torch.NewDisposeScope();
        using var metric = new MeanAveragePrecision();
        metric.update(preds, target);
        return metric.compute().Where(entry => entry.Value.numel() == 1).ToDictionary(entry => entry.Key, entry => entry.Value.to(ScalarType.Float64).reshape([]).item<double>());
    }

    private static Picture Found(params (float[] Box, float Score)[] boxes) => new()
    {
        ["boxes"] = torch.tensor(boxes.SelectMany(entry => entry.Box).ToArray()).reshape(-1, 4),
        ["scores"] = torch.tensor(boxes.Select(entry => entry.Score).ToArray()),
        ["labels"] = torch.ones(boxes.Length, dtype: ScalarType.Int64),
    };

    private static Picture Found(float[] box, float score) => Found((box, score));

    private static Picture Found(float[] first, float score, float[] second, float other) => Found((first, score), (second, other));

    private static Picture Found(float[] first, float score, float[] second, float other, float[] third, float last) => Found((first, score), (second, other), (third, last));

    private static Picture Truth(params float[][] boxes) => new()
    {
        ["boxes"] = torch.tensor(boxes.SelectMany(box => box).ToArray()).reshape(-1, 4),
        ["labels"] = torch.ones(boxes.Length, dtype: ScalarType.Int64),
    };
}
