namespace Lightning.Tests;

/// <summary>Batches of one shape, drawn from a seed of their own so that the default generator stays where it is.</summary>
internal static class Samples
{
    internal static List<Tensor> Batches(int count, int size = 1, int seed = 1)
    {
        using var generator = new Generator((ulong)seed, torch.CPU);
        var batches = new List<Tensor>(count);
        for (var i = 0; i < count; i++)
        {
            batches.Add(torch.randn([size, 32], generator: generator));
        }

        return batches;
    }
}
