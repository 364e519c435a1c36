using System.Collections;

namespace Lightning;

/// <summary>
/// One process's share of an order of samples, each of which exactly one process gets: what evaluation needs, where a sample that is seen twice would
/// count twice. Shares differ by one sample at most.
/// </summary>
/// <remarks>Python: <c>UnrepeatedDistributedSampler</c>, which Lightning uses for prediction only.</remarks>
internal sealed class UnrepeatedSampler(IEnumerable<long> order, int world, int rank) : torch.utils.data.Sampler<long>
{
    /// <summary>The order that is shared.</summary>
    internal IEnumerable<long> Order => order;

    /// <inheritdoc/>
    public override long Count => (Whole() + world - 1 - rank) / world;

    /// <inheritdoc/>
    public override IEnumerator<long> GetEnumerator()
    {
        var place = 0L;
        foreach (var index in order)
        {
            if (place++ % world == rank)
            {
                yield return index;
            }
        }
    }

    private long Whole() => order switch
    {
        torch.utils.data.ISized sized => sized.Count,
        ICollection<long> collection => collection.Count,
        _ => order.LongCount(),
    };
}
