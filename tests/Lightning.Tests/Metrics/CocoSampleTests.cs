using Lightning.Metrics;
using Picture = System.Collections.Generic.Dictionary<string, TorchSharp.torch.Tensor>;

namespace Lightning.Tests.Metrics;

/// <summary>
/// Four pictures of COCO's own sample results (instances_val2014_fakebbox100: 42, 73, 74 and 133) and what pycocotools prints for them, to its three digits.
/// </summary>
public sealed class CocoSampleTests
{
    [Fact]
    public void Values_are_those_of_pycocotools()
    {
        using var scope = torch.NewDisposeScope();
        using var metric = new MeanAveragePrecision(class_metrics: true);
        metric.update(
            [
                Found(new float[,] { { 258.15f, 41.29f, 606.41f, 285.07f } }, [0.236f], [4]),
                Found(new float[,] { { 61, 22.75f, 565, 632.42f }, { 12.66f, 3.32f, 281.26f, 275.23f } }, [0.318f, 0.726f], [3, 2]),
                Found(
                    new float[,]
                    {
                        { 87.87f, 276.25f, 384.29f, 379.43f }, { 0, 3.66f, 142.15f, 316.06f }, { 296.55f, 93.96f, 314.97f, 152.79f }, { 328.94f, 97.05f, 342.49f, 122.98f },
                        { 356.62f, 95.47f, 372.33f, 147.55f }, { 464.08f, 105.09f, 495.74f, 146.99f }, { 276.11f, 103.84f, 291.44f, 150.72f },
                    },
                    [0.546f, 0.3f, 0.407f, 0.611f, 0.335f, 0.805f, 0.953f],
                    [4, 1, 0, 0, 0, 0, 0]),
                Found(new float[,] { { 0, 2.87f, 601, 421.52f } }, [0.699f], [5]),
            ],
            [
                Truth(new float[,] { { 214.15f, 41.29f, 562.41f, 285.07f } }, [4]),
                Truth(new float[,] { { 13, 22.75f, 548.98f, 632.42f }, { 1.66f, 3.32f, 270.26f, 275.23f } }, [2, 2]),
                Truth(
                    new float[,]
                    {
                        { 61.87f, 276.25f, 358.29f, 379.43f }, { 2.75f, 3.66f, 162.15f, 316.06f }, { 295.55f, 93.96f, 313.97f, 152.79f }, { 326.94f, 97.05f, 340.49f, 122.98f },
                        { 356.62f, 95.47f, 372.33f, 147.55f }, { 462.08f, 105.09f, 493.74f, 146.99f }, { 277.11f, 103.84f, 292.44f, 150.72f },
                    },
                    [4, 1, 0, 0, 0, 0, 0]),
                Truth(new float[,] { { 13.99f, 2.87f, 640, 421.52f } }, [5]),
            ]);
        var value = metric.compute();

        foreach (var (name, expected) in ((string, double)[])[
            ("map", 0.706), ("map_50", 0.901), ("map_75", 0.846), ("map_small", 0.689), ("map_medium", 0.800), ("map_large", 0.701), ("mar_1", 0.592),
            ("mar_10", 0.716), ("mar_100", 0.716), ("mar_small", 0.767), ("mar_medium", 0.800), ("mar_large", 0.700)])
        {
            Assert.True(Math.Abs(expected - value[name].item<float>()) < 0.00051, $"{name}: {value[name].item<float>()}, pycocotools has {expected}");
        }

        Assert.Equal([0L, 1, 2, 3, 4, 5], value["classes"].data<long>().ToArray());
        AssertNear([0.725, 0.800, 0.454, -1, 0.650, 0.900], value["map_per_class"]);
        AssertNear([0.780, 0.800, 0.450, -1, 0.650, 0.900], value["mar_100_per_class"]);
    }

    private static void AssertNear(double[] expected, Tensor actual) =>
        Assert.Equal(expected, actual.data<float>().ToArray().Select(number => (double)number), (a, b) => Math.Abs(a - b) < 0.00051);

    private static Picture Found(float[,] boxes, float[] scores, long[] labels) =>
        new(Truth(boxes, labels)) { ["scores"] = torch.tensor(scores) };

    private static Picture Truth(float[,] boxes, long[] labels) => new() { ["boxes"] = torch.tensor(boxes), ["labels"] = torch.tensor(labels) };
}
