using System.Collections;
using System.Globalization;

namespace Lightning;

/// <summary>Gives each process its share of a loader's samples.</summary>
internal static class DataShares
{
    /// <summary>The loader that this process enumerates.</summary>
    /// <param name="loader">The loader as the user made it, for all samples.</param>
    /// <param name="strategy">Who shares.</param>
    /// <param name="training">Whether to train: then shares are made equal, since processes step together, and each epoch has an order of its own.</param>
    internal static IEnumerable Of(IEnumerable loader, Strategy strategy, bool training)
    {
        if (strategy.world_size == 1 || loader is not torch.utils.data.IDataLoader source)
        {
            return loader;
        }

        return source.WithSampler((dataset, order) => Share(dataset, order, strategy, training)) ?? loader;
    }

    private static IEnumerable<long>? Share(torch.utils.data.ISized dataset, IEnumerable<long> order, Strategy strategy, bool training) => order switch
    {
        torch.utils.data.distributed.DistributedSampler or UnrepeatedSampler => null,
        torch.utils.data.SequentialSampler or torch.utils.data.RandomSampler when training => new torch.utils.data.distributed.DistributedSampler(
            dataset, strategy.world_size, strategy.global_rank, shuffle: order is torch.utils.data.RandomSampler, seed: Seed()),
        // An order drawn at random would have to be drawn alike everywhere, and evaluation does not need one.
        torch.utils.data.RandomSampler => new UnrepeatedSampler(new torch.utils.data.SequentialSampler(dataset), strategy.world_size, strategy.global_rank),
        _ when training => new EqualShares(order, strategy.world_size, strategy.global_rank),
        _ => new UnrepeatedSampler(order, strategy.world_size, strategy.global_rank),
    };

    private static long Seed() =>
        long.TryParse(Environment.GetEnvironmentVariable("PL_GLOBAL_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed) ? seed : 0;

    /// <summary>A share of an order of the user's own: as <see cref="UnrepeatedSampler"/>, made up to the same length from the beginning of the order.</summary>
    private sealed class EqualShares(IEnumerable<long> order, int world, int rank) : torch.utils.data.Sampler<long>
    {
        public override long Count => new UnrepeatedSampler(order, world, 0).Count;

        public override IEnumerator<long> GetEnumerator()
        {
            long[] all = [.. order];
            for (long place = rank, end = (all.Length + world - 1) / world * world; place < end; place += world)
            {
                yield return all[place % all.Length];
            }
        }
    }
}
