using TorchSharp;
using static TorchSharp.torch;

namespace Audio.Tests.IO;

/// <summary>Comparing sounds.</summary>
internal static class Sounds
{
    /// <summary>Fails unless two sounds are the same up to a tolerance; what is not a number is so in both.</summary>
    internal static void AssertSame(Tensor expected, Tensor actual, double tolerance, string what)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(expected.dtype, actual.dtype);
        Assert.Equal(expected.shape, actual.shape);
        if (expected.numel() == 0)
        {
            return;
        }

        Tensor there = expected.to_type(ScalarType.Float64), here = actual.to_type(ScalarType.Float64);
        Tensor same = there.eq(here).logical_or(there.isnan().logical_and(here.isnan()));
        Tensor distance = there.sub(here).abs().masked_fill(same, 0);
        double furthest = distance.max().item<double>();
        Assert.True(furthest <= tolerance, $"{what}: a sample is {furthest} away, {tolerance} is allowed.");
    }

    /// <summary>Noise of [channels, frames] in [-1, 1), the same for the same seed.</summary>
    internal static Tensor Noise(int channels, int frames, int seed = 1)
    {
        using var generator = new torch.Generator((ulong)seed);
        return rand([channels, frames], generator: generator).mul_(2).sub_(1);
    }
}
