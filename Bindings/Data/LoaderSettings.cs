using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Modules;

/// <summary>All that a loader was asked for, whichever constructor it came through.</summary>
internal sealed record LoaderSettings<T, S>
{
    /// <summary>The dataset with indices; null for a stream.</summary>
    public Dataset<T>? Dataset { get; init; }

    /// <summary>The stream; null for a dataset with indices.</summary>
    public IterableDataset<T>? Stream { get; init; }

    public required int BatchSize { get; init; }

    public required Func<IEnumerable<T>, Device, S> Collate { get; init; }

    /// <summary>The order of single samples; null for the dataset's own or, with <see cref="Shuffle"/>, a random one.</summary>
    public IEnumerable<long>? Sampler { get; init; }

    /// <summary>The batches' indices; replaces batch size, sampler, shuffling and dropping.</summary>
    public IEnumerable<IReadOnlyList<long>>? BatchSampler { get; init; }

    public bool Shuffle { get; init; }

    public Generator? Generator { get; init; }

    public Device Device { get; init; } = CPU;

    public int Workers { get; init; }

    public int PrefetchFactor { get; init; } = 2;

    public bool PersistentWorkers { get; init; }

    public bool DropLast { get; init; }

    /// <summary>Whether batches go to memory that CUDA devices read directly.</summary>
    public bool PinMemory { get; init; }

    public bool DisposeBatch { get; init; }

    public bool DisposeDataset { get; init; }

    /// <summary>The settings, checked.</summary>
    public LoaderSettings<T, S> Validated()
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(BatchSize, "batch_size");
        ArgumentOutOfRangeException.ThrowIfNegative(Workers, "num_workers");
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(PrefetchFactor, "prefetch_factor");
        ArgumentNullException.ThrowIfNull(Collate, "collate_fn");
        if (Sampler is not null && Shuffle)
        {
            throw new ArgumentException("A sampler gives the order: shuffle has to be false beside it.");
        }
        if (BatchSampler is not null && (Sampler is not null || Shuffle || DropLast || BatchSize != 1))
        {
            throw new ArgumentException("A batch_sampler gives the batches: batch_size, shuffle, sampler and drop_last cannot stand beside it.");
        }
        if (Stream is not null && (Sampler is not null || BatchSampler is not null || Shuffle))
        {
            throw new ArgumentException("A stream has no indices: sampler, batch_sampler and shuffle cannot be used with it.");
        }
        return this;
    }
}
