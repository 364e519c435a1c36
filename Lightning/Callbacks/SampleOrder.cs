using System.Collections;

namespace Lightning;

/// <summary>Which samples each batch of a loader holds, for orders that are the same whenever they are asked for.</summary>
internal sealed class SampleOrder
{
    private readonly IEnumerator<IReadOnlyList<long>> _batches;
    private long _next;

    private SampleOrder(IEnumerable<IReadOnlyList<long>> batches) => _batches = batches.GetEnumerator();

    /// <summary>The order of a loader; null where it is drawn at random or nobody knows it.</summary>
    internal static SampleOrder? Of(IEnumerable loader) =>
        loader is torch.utils.data.IDataLoader { batch_sampler: torch.utils.data.BatchSampler batches } && IsFixed(batches.sampler) ? new SampleOrder(batches) : null;

    /// <summary>The samples of a batch; batches are asked for in their order.</summary>
    internal IReadOnlyList<long>? Batch(int index)
    {
        var found = false;
        while (_next <= index && (found = _batches.MoveNext()))
        {
            _next++;
        }

        return found ? [.. _batches.Current] : null;
    }

    private static bool IsFixed(IEnumerable<long> order) => order switch
    {
        torch.utils.data.SequentialSampler or IReadOnlyList<long> => true,
        UnrepeatedSampler shared => IsFixed(shared.Order),
        _ => false,
    };
}
