using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>A loader of batches that have the samples' own type, each tensor in them stacked (Python's <c>DataLoader</c>).</summary>
            /// <typeparam name="T">A sample: a tensor, a tuple of tensors, a list or dictionary of tensors, or a type given to
            /// <see cref="register_collate"/>.</typeparam>
            /// <param name="dataset">The dataset.</param>
            /// <param name="batch_size">Samples in a batch.</param>
            /// <param name="shuffle">Whether each epoch has a new random order.</param>
            /// <param name="sampler">The order of the samples, enumerated anew each epoch; shuffle has to be false then.</param>
            /// <param name="batch_sampler">The indices of each batch; replaces batch_size, shuffle, sampler and drop_last.</param>
            /// <param name="num_workers">How many threads load batches ahead; 0 for the consumer's own.</param>
            /// <param name="drop_last">Whether a last, smaller batch is left out.</param>
            /// <param name="generator">What orders and seeds are drawn from; null for the default generator.</param>
            /// <param name="prefetch_factor">How many batches each worker may be ahead.</param>
            /// <param name="persistent_workers">Whether the threads live on between epochs.</param>
            /// <param name="device">Where batches go; null for where the samples are.</param>
            /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
            /// <param name="pin_memory">Whether batches go to memory that CUDA devices read directly; without CUDA it is ignored.</param>
            /// <exception cref="ArgumentException">The arguments contradict each other.</exception>
            /// <exception cref="NotSupportedException">The type is not known: pass a <c>collate_fn</c>.</exception>
            public static DataLoader<T> DataLoader<T>(Dataset<T> dataset, int batch_size = 1, bool shuffle = false, IEnumerable<long>? sampler = null,
                IEnumerable<IReadOnlyList<long>>? batch_sampler = null, int num_workers = 0, bool drop_last = false, Generator? generator = null,
                int prefetch_factor = 2, bool persistent_workers = false, Device? device = null, bool disposeBatch = false,
                bool pin_memory = false) =>
                new(dataset, batch_size, shuffle, sampler, batch_sampler, num_workers, null, drop_last, generator, prefetch_factor,
                    persistent_workers, device,
                    disposeBatch, pin_memory);

            /// <summary>A loader of batches that have a type of their own (Python's <c>DataLoader</c> with a <c>collate_fn</c>).</summary>
            /// <typeparam name="T">A sample.</typeparam>
            /// <typeparam name="S">A batch.</typeparam>
            /// <param name="dataset">The dataset.</param>
            /// <param name="collate_fn">Puts samples together into a batch; may run on several threads at once.</param>
            /// <param name="batch_size">Samples in a batch.</param>
            /// <param name="shuffle">Whether each epoch has a new random order.</param>
            /// <param name="sampler">The order of the samples, enumerated anew each epoch; shuffle has to be false then.</param>
            /// <param name="batch_sampler">The indices of each batch; replaces batch_size, shuffle, sampler and drop_last.</param>
            /// <param name="num_workers">How many threads load batches ahead; 0 for the consumer's own.</param>
            /// <param name="drop_last">Whether a last, smaller batch is left out.</param>
            /// <param name="generator">What orders and seeds are drawn from; null for the default generator.</param>
            /// <param name="prefetch_factor">How many batches each worker may be ahead.</param>
            /// <param name="persistent_workers">Whether the threads live on between epochs.</param>
            /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
            /// <param name="pin_memory">Whether batches go to memory that CUDA devices read directly; without CUDA it is ignored.</param>
            /// <exception cref="ArgumentException">The arguments contradict each other.</exception>
            public static DataLoader<T, S> DataLoader<T, S>(Dataset<T> dataset, Func<IReadOnlyList<T>, S> collate_fn, int batch_size = 1,
                bool shuffle = false, IEnumerable<long>? sampler = null, IEnumerable<IReadOnlyList<long>>? batch_sampler = null, int num_workers = 0,
                    bool drop_last = false,
                Generator? generator = null, int prefetch_factor = 2, bool persistent_workers = false, bool disposeBatch = false,
                bool pin_memory = false)
            {
                ArgumentNullException.ThrowIfNull(collate_fn);
                return new(new LoaderSettings<T, S>
                {
                    Dataset = dataset, BatchSize = batch_size, Collate = (samples, _) => collate_fn((IReadOnlyList<T>)samples), Shuffle = shuffle,
                        Sampler = sampler,
                    BatchSampler = batch_sampler, Workers = num_workers, DropLast = drop_last, Generator = generator,
                        PrefetchFactor = prefetch_factor,
                    PersistentWorkers = persistent_workers, DisposeBatch = disposeBatch, PinMemory = pin_memory,
                });
            }

            /// <summary>A loader of a stream, in batches that have the samples' own type.</summary>
            /// <remarks>Each worker enumerates the stream on its own: see <see cref="IterableDataset{T}"/>.</remarks>
            /// <typeparam name="T">A sample.</typeparam>
            /// <param name="stream">The stream.</param>
            /// <param name="batch_size">Samples in a batch.</param>
            /// <param name="num_workers">How many threads load batches ahead; 0 for the consumer's own.</param>
            /// <param name="collate_fn">Puts samples together into a batch; may run on several threads at once.</param>
            /// <param name="drop_last">Whether a last, smaller batch is left out.</param>
            /// <param name="generator">What orders and seeds are drawn from; null for the default generator.</param>
            /// <param name="prefetch_factor">How many batches each worker may be ahead.</param>
            /// <param name="device">Where batches go; null for where the samples are.</param>
            /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
            /// <param name="pin_memory">Whether batches go to memory that CUDA devices read directly; without CUDA it is ignored.</param>
            public static DataLoader<T, T> DataLoader<T>(IterableDataset<T> stream, int batch_size = 1, int num_workers = 0,
                Func<IReadOnlyList<T>, T>? collate_fn = null,
                bool drop_last = false, Generator? generator = null, int prefetch_factor = 2, Device? device = null, bool disposeBatch = false,
                bool pin_memory = false)
            {
                ArgumentNullException.ThrowIfNull(stream);
                return new(new LoaderSettings<T, T>
                {
                    Stream = stream, BatchSize = batch_size, Collate = Modules.DataLoader<T>.CollateOrDefault(collate_fn, device),
                    Device = device ?? CPU,
                    Workers = num_workers,
                    DropLast = drop_last, Generator = generator, PrefetchFactor = prefetch_factor, DisposeBatch = disposeBatch, PinMemory = pin_memory,
                });
            }
        }
    }
}
