using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The draws that samplers, splits and loaders make: the same calls of libtorch's generators as Python's, so the same seed gives the same
/// numbers.</summary>
internal static class RandomIndices
{
    /// <summary>A seed below 2^63, as Python draws one for an epoch.</summary>
    public static long Seed(Generator? generator)
    {
        using var drawn = ops.aten.empty_memory_format([], dtype: ScalarType.Int64, device: CPU);
        ops.aten.random_(drawn, generator);
        return drawn.item<long>();
    }

    public static long[] Permutation(long count, Generator? generator)
    {
        using var drawn = ops.aten.randperm_generator(count, generator, device: CPU);
        return drawn.data<long>().ToArray();
    }

    public static long[] Integers(long high, long count, Generator? generator)
    {
        using var drawn = ops.aten.randint_generator(high, [count], generator, device: CPU);
        return drawn.data<long>().ToArray();
    }

    public static long[] Weighted(double[] weights, long count, bool replacement, Generator? generator)
    {
        using var tensor = torch.tensor(weights);
        using var drawn = ops.aten.multinomial(tensor, count, replacement, generator);
        return drawn.data<long>().ToArray();
    }
}
