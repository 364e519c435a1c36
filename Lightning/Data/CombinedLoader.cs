using System.Collections;

namespace Lightning;

/// <summary>Several loaders as one.</summary>
/// <remarks>
/// Evaluation and prediction run them one after the other, each with its own index (mode "sequential"). Training takes a batch of each at a time, as
/// <c>object?[]</c> in the loaders' order, until the longest is through, and begins the shorter ones anew (mode "max_size_cycle").
/// Python: <c>lightning.pytorch.utilities.CombinedLoader</c>.
/// </remarks>
public sealed class CombinedLoader : IEnumerable
{
    private static readonly string[] Modes = ["sequential", "min_size", "max_size", "max_size_cycle"];

    /// <summary>Combines loaders in the mode of the stage that they are passed to.</summary>
    public CombinedLoader(params IEnumerable[] loaders)
        : this(loaders, null)
    {
    }

    /// <summary>Combines loaders.</summary>
    /// <param name="loaders">The loaders, in their order.</param>
    /// <param name="mode">
    /// "sequential"; or a batch of each at a time: "min_size" ends with the shortest, "max_size" with the longest and gives null for those that are through,
    /// "max_size_cycle" begins those anew. Null takes that of the stage.
    /// </param>
    /// <exception cref="MisconfigurationException">The mode is unknown, or there is no loader.</exception>
    public CombinedLoader(IEnumerable<IEnumerable> loaders, string? mode)
    {
        if (mode is not null && !Modes.Contains(mode))
        {
            throw new MisconfigurationException($"CombinedLoader(mode: \"{mode}\") is unknown; use one of {string.Join(", ", Modes)}.");
        }

        this.loaders = [.. loaders];
        this.mode = mode;
        if (this.loaders.Count == 0)
        {
            throw new MisconfigurationException("CombinedLoader has no loaders. Pass one at least.");
        }
    }

    /// <summary>The loaders, in their order.</summary>
    public IReadOnlyList<IEnumerable> loaders { get; }

    /// <summary>How they are combined; null where the stage decides.</summary>
    public string? mode { get; }

    internal bool IsSequential => mode is null or "sequential";

    /// <summary>All loaders are torch's own, which hand their batches over.</summary>
    internal bool OwnsBatches => loaders.All(loader => loader is torch.utils.data.IDataLoader);

    /// <summary>All batches, in the mode; without one, one loader after the other.</summary>
    public IEnumerator GetEnumerator() => IsSequential ? Sequential() : Together();

    internal CombinedLoader With(Func<IEnumerable, IEnumerable> change, string? otherwise) => new(loaders.Select(change), mode ?? otherwise);

    /// <summary>How many batches a pass gives, or null when nobody knows.</summary>
    internal long? Size(Func<IEnumerable, long?> sizeOf)
    {
        var sizes = loaders.Select(sizeOf).ToList();
        return sizes.Contains(null) ? null : mode switch
        {
            "min_size" => sizes.Min(),
            null or "sequential" => sizes.Sum(),
            _ => sizes.Contains(0) && mode == "max_size_cycle" ? throw Empty() : sizes.Max(),
        };
    }

    private static MisconfigurationException Empty() =>
        new("CombinedLoader(mode: \"max_size_cycle\") has a loader without batches, which cannot be begun anew. Leave it out, or use another mode.");

    private IEnumerator<object?> Sequential()
    {
        foreach (var loader in loaders)
        {
            foreach (var batch in loader)
            {
                yield return batch;
            }
        }
    }

    private IEnumerator<object?> Together()
    {
        var items = loaders.Select(loader => loader.GetEnumerator()).ToArray();
        var through = new bool[items.Length];
        try
        {
            while (true)
            {
                var batch = new object?[items.Length];
                for (var i = 0; i < items.Length; i++)
                {
                    if (!through[i] || mode == "max_size_cycle")
                    {
                        batch[i] = Next(items, through, i);
                    }
                }

                if (mode == "min_size" ? through.Contains(true) : !through.Contains(false))
                {
                    yield break;
                }

                yield return batch;
            }
        }
        finally
        {
            foreach (var item in items)
            {
                (item as IDisposable)?.Dispose();
            }
        }
    }

    private object? Next(IEnumerator[] items, bool[] through, int i)
    {
        if (items[i].MoveNext())
        {
            return items[i].Current;
        }

        through[i] = true;
        if (mode != "max_size_cycle" || !through.Contains(false))
        {
            return null;
        }

        (items[i] as IDisposable)?.Dispose();
        items[i] = loaders[i].GetEnumerator();
        return items[i].MoveNext() ? items[i].Current : throw Empty();
    }
}
