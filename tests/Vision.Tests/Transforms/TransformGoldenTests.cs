using static TorchSharp.torch;

namespace TorchSharp.Transforms.Tests;

/// <summary>Every transform against the oracle's outputs (tests/golden/vision/transforms.py).</summary>
public class TransformGoldenTests
{
    /// <summary>The names of the cases.</summary>
    public static TheoryData<string> Names => new(Golden.Transforms.Cases.Select(entry => entry.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void MeetsTheOracle(string name)
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Transforms.Cases.Single(entry => entry.Name == name);
        var input = Golden.Transforms.Input(golden.Input);
        if (golden.Seed is long seed)
        {
            torch.manual_seed(seed);
        }
        golden.Meets(TransformCases.All[name](input));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void LeavesItsInputAloneAndOwnsItsOutput(string name)
    {
        using var scope = NewDisposeScope();
        var golden = Golden.Transforms.Cases.Single(entry => entry.Name == name);
        var input = Golden.Transforms.Input(golden.Input);
        var before = input.clone();

        var output = TransformCases.All[name](input);
        Assert.NotSame(input, output);
        output.Dispose();

        Assert.True(torch.ops.aten.equal(before, input));
    }

    [Fact]
    public void EveryCaseHasItsTwin() =>
        Assert.Equal(Golden.Transforms.Cases.Select(entry => entry.Name).Order(), TransformCases.All.Keys.Order());
}
