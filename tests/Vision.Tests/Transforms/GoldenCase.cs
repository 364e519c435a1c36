using System.Text.Json;
using static TorchSharp.torch;

namespace TorchSharp.Transforms.Tests;

/// <summary>One output of the oracle and how closely it must be met.</summary>
/// <param name="Name">The case's name.</param>
/// <param name="Input">The name of its input.</param>
/// <param name="Seed">The seed set before it, or null.</param>
/// <param name="Tolerance">No value may be further away.</param>
/// <param name="Differ">The share of values that may differ at all.</param>
/// <param name="Output">Where the output lies.</param>
internal sealed record GoldenCase(string Name, string Input, long? Seed, double Tolerance, double Differ, JsonElement Output)
{
    /// <summary>Fails unless the tensor is the oracle's within the case's tolerance.</summary>
    public void Meets(Tensor actual)
    {
        using var scope = NewDisposeScope();
        var expected = Golden.Transforms.Read(Output);
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.dtype, actual.dtype);
        var distance = actual.to_type(ScalarType.Float64).sub(expected.to_type(ScalarType.Float64)).abs();
        var furthest = distance.max().item<double>();
        var differing = distance.ne(0).to_type(ScalarType.Float64).mean().item<double>();
        Assert.True(furthest <= Tolerance, $"{Name}: a value is {furthest} away, {Tolerance} is allowed ({differing:P3} differ).");
        Assert.True(differing <= Differ, $"{Name}: {differing:P3} of the values differ, {Differ:P3} may (at most {furthest} away).");
    }
}
