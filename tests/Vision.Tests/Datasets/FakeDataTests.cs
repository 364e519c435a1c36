using static TorchSharp.torch;
using static TorchSharp.torchvision;

namespace TorchSharp.Datasets.Tests;

/// <summary>Random pictures.</summary>
public class FakeDataTests
{
    // Labels of torchvision 0.14.1's FakeData(size=8, image_size=(3, 4, 5), num_classes=10).
    private static readonly long[] PythonsLabels = [9, 5, 3, 3, 5, 9, 8, 5];

    [Fact]
    public void LabelsArePythons()
    {
        using var scope = NewDisposeScope();
        using var data = datasets.FakeData(8, (3, 4, 5), 10);
        Assert.Equal(PythonsLabels, Enumerable.Range(0, 8).Select(index => data.GetTensor(index).label.item<long>()));
    }

    [Fact]
    public void SampleIsTheSameEachTimeAndDrawsNothingFromTheDefaultGenerator()
    {
        using var scope = NewDisposeScope();
        using var data = datasets.FakeData(4, (3, 6, 7), 3, target_transform: label => label + 100);
        var before = torch.get_rng_state();
        var (first, label) = data.GetTensor(2);
        var (again, _) = data.GetTensor(2);
        var (other, _) = data.GetTensor(3);

        Assert.Equal([3L, 6L, 7L], first.shape);
        Assert.True(label.item<long>() is >= 100 and < 103);
        Assert.True(torch.ops.aten.equal(first, again));
        Assert.False(torch.ops.aten.equal(first, other));
        Assert.True(torch.ops.aten.equal(before, torch.get_rng_state()));
        Assert.Throws<ArgumentOutOfRangeException>(() => data.GetTensor(4));
    }
}
