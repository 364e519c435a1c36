using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Modules;

/// <summary>A loader of batches that have the samples' own type, each tensor in them stacked.</summary>
/// <typeparam name="T">A sample: a tensor, a tuple of tensors, a list or dictionary of tensors, or a type given to
/// <see cref="register_collate"/>.</typeparam>
public class DataLoader<T> : DataLoader<T, T>
{
    /// <summary>Creates the loader, with Python's arguments.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="batch_size">Samples in a batch.</param>
    /// <param name="shuffle">Whether each epoch has a new random order.</param>
    /// <param name="sampler">The order of the samples, enumerated anew each epoch; shuffle has to be false then.</param>
    /// <param name="batch_sampler">The indices of each batch; replaces batch_size, shuffle, sampler and drop_last.</param>
    /// <param name="num_workers">How many threads load batches ahead; 0 for the consumer's own.</param>
    /// <param name="collate_fn">Puts samples together into a batch; may run on several threads at once.</param>
    /// <param name="drop_last">Whether a last, smaller batch is left out.</param>
    /// <param name="generator">What orders and seeds are drawn from; null for the default generator.</param>
    /// <param name="prefetch_factor">How many batches each worker may be ahead.</param>
    /// <param name="persistent_workers">Whether the threads live on between epochs.</param>
    /// <param name="device">Where batches go; null for where the samples are.</param>
    /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
    /// <param name="pin_memory">Whether batches go to memory that CUDA devices read directly; without CUDA it is ignored.</param>
    /// <exception cref="ArgumentException">The arguments contradict each other.</exception>
    /// <exception cref="NotSupportedException">There is no <paramref name="collate_fn"/> and the type is not known.</exception>
    public DataLoader(Dataset<T> dataset, int batch_size = 1, bool shuffle = false, IEnumerable<long>? sampler = null,
        IEnumerable<IReadOnlyList<long>>? batch_sampler = null, int num_workers = 0, Func<IReadOnlyList<T>, T>? collate_fn = null,
            bool drop_last = false,
        Generator? generator = null, int prefetch_factor = 2, bool persistent_workers = false, Device? device = null, bool disposeBatch = false,
        bool pin_memory = false)
        : base(new LoaderSettings<T, T>
        {
            Dataset = dataset, BatchSize = batch_size, Collate = CollateOrDefault(collate_fn, device), Shuffle = shuffle, Sampler = sampler,
            BatchSampler = batch_sampler, Device = device ?? CPU, Workers = num_workers, DropLast = drop_last, Generator = generator,
            PrefetchFactor = prefetch_factor, PersistentWorkers = persistent_workers, DisposeBatch = disposeBatch, PinMemory = pin_memory,
        })
    {
    }

    /// <summary>The given function, or the default collation, which alone knows how to move a batch to a device.</summary>
    internal static Func<IEnumerable<T>, Device, T> CollateOrDefault(Func<IReadOnlyList<T>, T>? collate, Device? device)
    {
        if (collate is null)
        {
            var stack = Collation.Of<T>();
            return (samples, _) => stack((IReadOnlyList<T>)samples, device);
        }
        return device is null
            ? (samples, _) => collate((IReadOnlyList<T>)samples)
            : throw new ArgumentException("With a collate_fn of one's own, the function itself has to put the batch on its device.", nameof(device));
    }
}
