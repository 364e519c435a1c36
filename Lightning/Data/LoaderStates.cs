using System.Collections;

namespace Lightning;

/// <summary>What torch's own loaders know of themselves: their size and their position.</summary>
internal static class LoaderStates
{
    private const string Delivered = "batches_delivered";

    internal static long? SizeOf(IEnumerable loader) => (loader as torch.utils.data.IDataLoader)?.TryCount;

    /// <summary>Tells a loader, or each of several, which epoch comes next.</summary>
    internal static void SetEpoch(IEnumerable loader, long epoch)
    {
        (loader as torch.utils.data.IDataLoader)?.set_epoch(epoch);
        foreach (var part in (loader as CombinedLoader)?.loaders ?? [])
        {
            SetEpoch(part, epoch);
        }
    }

    /// <summary>The loader's position after so many batches, or null when it keeps none. A batch fetched ahead does not count.</summary>
    internal static object? Save(IEnumerable loader, long taken)
    {
        if (loader is not torch.utils.data.IDataLoader source)
        {
            return null;
        }

        var state = source.state_dict();
        state[Delivered] = taken;
        return state;
    }

    /// <summary>Makes the next pass go on from a saved position; false when the loader cannot.</summary>
    internal static bool Load(IEnumerable loader, object state)
    {
        if (loader is not torch.utils.data.IDataLoader source || state is not IReadOnlyDictionary<string, object?> saved)
        {
            return false;
        }

        source.load_state_dict(saved);
        return true;
    }
}
