using static TorchSharp.torch;
using static TorchSharp.torchvision;

namespace TorchSharp.Transforms.Tests;

/// <summary>Drawn parameters: Python's numbers from the same seed, and their laws.</summary>
public class DrawTests
{
    // T.RandomResizedCrop.get_params of torchvision 0.14.1 on a 3 x 120 x 90 image, scale (0.2, 0.9), ratio (0.5, 2), seeds 0 to 7.
    private static readonly (int, int, int, int)[] PythonsCrops = [(51, 29, 69, 41), (0, 8, 103, 76), (22, 9, 90, 76), (25, 47, 62, 36), (19, 5, 77, 83), (1, 5, 119, 71), (28, 4, 78, 84), (1, 11, 97, 64)];

    // T.RandomAffine.get_params((-20, 30), (0.1, 0.3), (0.7, 1.4), (-5, 5, -9, 9), (90, 120)) of torchvision 0.14.1, seed 3.
    private static readonly double[] PythonsAffine = [-19.786823272705078, -7, -15, 0.7188683748245239, -0.2838563919067383, -7.917906761169434];

    [Fact]
    public void CropsArePythons()
    {
        using var image = torch.zeros(3, 120, 90);
        for (var seed = 0; seed < PythonsCrops.Length; seed++)
        {
            torch.manual_seed(seed);
            Assert.Equal(PythonsCrops[seed], RandomResizedCrop.get_params(image, (0.2, 0.9), (0.5, 2)));
        }
    }

    [Fact]
    public void AffineParametersArePythons()
    {
        torch.manual_seed(3);
        var (angle, (x, y), scale, shear) = RandomAffine.get_params((-20, 30), (0.1, 0.3), (0.7, 1.4), [-5, 5, -9, 9], (90, 120));
        Assert.Equal(PythonsAffine, new[] { angle, x, y, scale, shear.x, shear.y });
    }

    [Fact]
    public void ColourStepsAreAPermutationAndFactorsLieInTheirRanges()
    {
        var orders = new HashSet<string>();
        for (var i = 0; i < 200; i++)
        {
            var (order, brightness, contrast, saturation, hue) = ColorJitter.get_params((0.5, 1.5), null, (0.9, 1.1), (-0.1, 0.2));
            Assert.Equal([0L, 1L, 2L, 3L], order.Order());
            Assert.InRange(brightness!.Value, 0.5, 1.5);
            Assert.Null(contrast);
            Assert.InRange(saturation!.Value, 0.9, 1.1);
            Assert.InRange(hue!.Value, -0.1, 0.2);
            orders.Add(string.Join("", order));
        }
        Assert.True(orders.Count >= 20, $"only {orders.Count} of 24 orders in 200 draws");
    }

    [Fact]
    public void ChoiceFollowsItsWeights()
    {
        torch.manual_seed(0);
        var counts = new int[3];
        ITransform Counting(int which) => transforms.Lambda(x =>
        {
            counts[which]++;
            return x.alias();
        });
        var choice = transforms.RandomChoice([Counting(0), Counting(1), Counting(2)], [1, 3, 0]);
        using var image = torch.zeros(1, 2, 2);
        for (var i = 0; i < 400; i++)
        {
            choice.call(image).Dispose();
        }
        Assert.Equal(0, counts[2]);
        Assert.InRange(counts[1], 270, 330);
    }

    [Fact]
    public void RandomOrderAppliesEach()
    {
        var seen = new HashSet<string>();
        using var image = torch.zeros(1, 2, 2);
        for (var i = 0; i < 60; i++)
        {
            var order = "";
            ITransform Noting(string name) => transforms.Lambda(x =>
            {
                order += name;
                return x.alias();
            });
            transforms.RandomOrder(Noting("a"), Noting("b"), Noting("c")).call(image).Dispose();
            Assert.Equal("abc", string.Concat(order.Order()));
            seen.Add(order);
        }
        Assert.Equal(6, seen.Count);
    }

    [Fact]
    public void ErasingGivesUpWhereNothingFits()
    {
        using var image = torch.zeros(3, 10, 10);
        Assert.Null(RandomErasing.get_params(image, (5, 6), (1, 1), [0]));
        using var result = transforms.RandomErasing(1, scale: (5, 6), value: 1.0).call(image);
        Assert.Equal(0f, result.sum().item<float>());
    }
}
