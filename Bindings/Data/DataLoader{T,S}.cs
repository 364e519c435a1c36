using System.Collections;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Modules;

/// <summary>Delivers a dataset in batches: each enumeration is one epoch (Python's <c>torch.utils.data.DataLoader</c>).</summary>
/// <remarks>
/// With workers, batches are loaded ahead by threads and delivered in order. What random transforms draw depends on the seed alone, not on the number
/// of
/// workers: see <see cref="random.Current"/>. A delivered batch's tensors belong to the consumer's dispose scope, if one is open at the time.
/// </remarks>
/// <typeparam name="T">A sample.</typeparam>
/// <typeparam name="S">A batch.</typeparam>
public partial class DataLoader<T, S> : IEnumerable<S>, IDataLoader
{
    private readonly LoaderSettings<T, S> _settings;
    private readonly IEnumerable<IReadOnlyList<long>>? _batches;
    private WorkerThreads? _persistent;

    /// <summary>Creates a loader that takes samples in a given order (TorchSharp's constructor).</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="batchSize">Samples in a batch.</param>
    /// <param name="collate_fn">Puts samples together into a batch on a device; may run on several threads at once.</param>
    /// <param name="shuffler">The order of the samples; enumerated anew each epoch.</param>
    /// <param name="device">Where batches go; null for the CPU.</param>
    /// <param name="num_worker">How many threads load; 0 for the consumer's own.</param>
    /// <param name="drop_last">Whether a last, smaller batch is left out.</param>
    /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
    /// <param name="disposeDataset">Whether the dataset is disposed with the loader.</param>
    public DataLoader(Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler,
        Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(new LoaderSettings<T, S>
        {
            Dataset = dataset, BatchSize = batchSize, Collate = collate_fn, Sampler = shuffler, Device = device ?? CPU, Workers = num_worker,
            DropLast = drop_last, DisposeBatch = disposeBatch, DisposeDataset = disposeDataset,
        })
    {
    }

    /// <summary>Creates a loader that takes samples in the dataset's order or shuffled (TorchSharp's constructor).</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="batchSize">Samples in a batch.</param>
    /// <param name="collate_fn">Puts samples together into a batch on a device; may run on several threads at once.</param>
    /// <param name="shuffle">Whether each epoch has a new random order.</param>
    /// <param name="device">Where batches go; null for the CPU.</param>
    /// <param name="seed">Seed of the orders; null to draw from the default generator.</param>
    /// <param name="num_worker">How many threads load; 0 for the consumer's own.</param>
    /// <param name="drop_last">Whether a last, smaller batch is left out.</param>
    /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
    /// <param name="disposeDataset">Whether the dataset is disposed with the loader.</param>
    public DataLoader(Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false, Device? device = null,
        int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : this(new LoaderSettings<T, S>
        {
            Dataset = dataset, BatchSize = batchSize, Collate = collate_fn, Shuffle = shuffle, Device = device ?? CPU,
            Generator = seed is { } value ? new Generator(unchecked((ulong)value), CPU) : null, Workers = num_worker, DropLast = drop_last,
            DisposeBatch = disposeBatch, DisposeDataset = disposeDataset,
        })
    {
    }

    internal DataLoader(LoaderSettings<T, S> settings)
    {
        if (settings.Dataset is null && settings.Stream is null)
        {
            throw new ArgumentNullException(nameof(dataset));
        }
        _settings = settings.Validated();
        if (settings.Dataset is { } indexed)
        {
            sampler = settings.Sampler ?? (settings.Shuffle ? new RandomSampler(indexed, generator: settings.Generator)
                : new SequentialSampler(indexed));
            _batches = settings.BatchSampler ?? new BatchSampler(sampler, settings.BatchSize, settings.DropLast);
        }
    }

    /// <summary>The dataset.</summary>
    /// <exception cref="InvalidOperationException">The loader reads a stream.</exception>
    public Dataset<T> dataset => _settings.Dataset
        ?? throw new InvalidOperationException("The loader reads a stream, which is no dataset with indices.");

    /// <summary>Samples in a batch.</summary>
    public int batch_size => _settings.BatchSize;

    /// <summary>Whether a last, smaller batch is left out.</summary>
    public bool drop_last => _settings.DropLast;

    /// <summary>The order of the samples; empty for a stream.</summary>
    public IEnumerable<long> sampler { get; } = [];

    /// <summary>The batches' indices; null for a stream.</summary>
    public IEnumerable<IReadOnlyList<long>>? batch_sampler => _batches;

    /// <summary>How many threads load.</summary>
    public int num_workers => _settings.Workers;

    /// <summary>Puts samples together into a batch.</summary>
    public Func<IEnumerable<T>, Device, S> collate_fn => _settings.Collate;

    /// <summary>Where batches go.</summary>
    public Device Device => _settings.Device;

    /// <summary>Whether a batch is disposed when the next one is asked for.</summary>
    public bool DisposeBatch => _settings.DisposeBatch;

    /// <summary>Whether the dataset is disposed with the loader.</summary>
    public bool DisposeDataset => _settings.DisposeDataset;

    /// <inheritdoc/>
    public long Count => _batches is { } batches
        ? Sizes.Of(batches)
        : TryCount ?? throw new InvalidOperationException("The stream does not say how many samples it has (Length is null).");

    /// <inheritdoc/>
    public long? TryCount => _batches switch
    {
        BatchSampler own when Sizes.TryOf(own.sampler) is null => null,
        { } batches => Sizes.TryOf(batches),
        null => _settings.DropLast ? _settings.Stream!.Length / batch_size : (_settings.Stream!.Length + batch_size - 1) / batch_size,
    };

    /// <summary>Starts an epoch, or goes on with the one that a loaded state is in the middle of.</summary>
    /// <exception cref="DataLoaderException">From the enumerator: a sample could not be loaded; the message names it.</exception>
    public IEnumerator<S> GetEnumerator()
    {
        var source = StartEpoch(out var seed);
        var workers = num_workers == 0 ? null : _persistent ?? new WorkerThreads(num_workers, lanes: _settings.Stream is not null, seed);
        var keep = _settings.PersistentWorkers && _settings.Stream is null;
        if (keep)
        {
            _persistent = workers;
        }
        return new BatchEnumerator<S>(source, workers, ownsWorkers: !keep, num_workers * _settings.PrefetchFactor, DisposeBatch, Moved);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public IDataLoader? WithSampler(Func<ISized, IEnumerable<long>, IEnumerable<long>?> choose)
    {
        ArgumentNullException.ThrowIfNull(choose);
        return _settings.Dataset is { } indexed && _settings.BatchSampler is null && choose(indexed, sampler) is { } chosen
            ? new DataLoader<T, S>(_settings with { Sampler = chosen, Shuffle = false })
            : null;
    }

    /// <inheritdoc/>
    public void set_epoch(long epoch) => (sampler as utils.data.distributed.DistributedSampler)?.set_epoch(epoch);

    /// <summary>Ends threads that were kept for the next epoch, and disposes the dataset if the loader was asked to.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Ends threads that were kept for the next epoch, and disposes the dataset if the loader was asked to.</summary>
    /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
        {
            return;
        }
        _persistent?.Dispose();
        _persistent = null;
        _generatorState?.Dispose();
        _samplerState?.Dispose();
        if (DisposeDataset)
        {
            _settings.Dataset?.Dispose();
            _settings.Stream?.Dispose();
        }
    }
}
