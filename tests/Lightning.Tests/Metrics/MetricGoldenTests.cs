using System.Text.Json;
using Bindings.Tests.Goldens;
using Lightning.Metrics;

namespace Lightning.Tests.Metrics;

/// <summary>
/// Every metric against scikit-learn, SciPy and definitions written out (tests/golden/metrics): in one pass, in batches of unequal size, by forward, and merged. The
/// tolerance is 1e-9 in double precision; 2e-6 where scores are singles.
/// </summary>
public sealed class MetricGoldenTests
{
    private static readonly Lazy<Dictionary<string, JsonElement>> Cases = new(() =>
        OracleFile.Read("metrics", "metrics.json.gz").EnumerateArray().ToDictionary(entry => entry.GetProperty("name").GetString()!));

    public static TheoryData<string> Metrics() => [.. Cases.Value.Values.Select(entry => entry.GetProperty("metric").GetString()!).Distinct()];

    [Theory]
    [MemberData(nameof(Metrics))]
    public void In_one_pass(string metric) => All(metric, (made, preds, target) => made.Update(preds, target));

    [Theory]
    [MemberData(nameof(Metrics))]
    public void In_batches_of_unequal_size(string metric) => All(metric, (made, preds, target) =>
    {
        // The first batch is empty, then 1, 2, 3 and so on.
        for (long start = 0, size = 0; start < target.size(0); start += size, size++)
        {
            var end = Math.Min(start + size, target.size(0));
            made.Update(preds[TensorIndex.Slice(start, end)], target[TensorIndex.Slice(start, end)]);
        }
    });

    [Theory]
    [MemberData(nameof(Metrics))]
    public void By_forward(string metric) => All(metric, (made, preds, target) =>
    {
        var half = target.size(0) / 3;
        made.Forward(preds[TensorIndex.Slice(0, half)], target[TensorIndex.Slice(0, half)]);
        made.Forward(preds[TensorIndex.Slice(half)], target[TensorIndex.Slice(half)]);
    });

    [Theory]
    [MemberData(nameof(Metrics))]
    public void Merged_from_two(string metric) => All(metric, (made, preds, target) =>
    {
        var half = target.size(0) / 2;
        using var second = made.Metric.clone();
        made.Update(preds[TensorIndex.Slice(0, half)], target[TensorIndex.Slice(0, half)]);
        made.Over(second).Update(preds[TensorIndex.Slice(half)], target[TensorIndex.Slice(half)]);
        made.Metric.merge_state(second);
    });

    private static void All(string metric, Action<MadeMetric, Tensor, Tensor> feed)
    {
        var count = 0;
        foreach (var (name, entry) in Cases.Value.Where(entry => entry.Value.GetProperty("metric").GetString() == metric))
        {
            using var scope = torch.NewDisposeScope();
            var made = MadeMetric.From(entry);
            using var owner = made.Metric;
            made.Metric.set_dtype(ScalarType.Float64);
            feed(made, Golden.Read(entry.GetProperty("preds")), Golden.Read(entry.GetProperty("target")));
            var tolerance = entry.GetProperty("preds").GetProperty("dtype").GetString() == "float32" ? 2e-6 : 1e-9;
            var values = made.Compute();
            var expected = entry.GetProperty("values").EnumerateArray().ToArray();
            Assert.Equal(expected.Length, values.Length);
            for (var i = 0; i < values.Length; i++)
            {
                Golden.AssertEqual(expected[i], values[i].to(ScalarType.Float64), tolerance, tolerance, $"{name}, value {i}");
            }

            count++;
        }

        Assert.True(count > 0);
    }
}
