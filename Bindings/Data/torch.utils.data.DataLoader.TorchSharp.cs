using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>A loader of dictionaries of tensors, in a given order (TorchSharp's factory).</summary>
            /// <param name="dataset">The dataset.</param>
            /// <param name="batchSize">Samples in a batch.</param>
            /// <param name="shuffler">The order of the samples; enumerated anew each epoch.</param>
            /// <param name="device">Where batches go; null for the CPU.</param>
            /// <param name="num_worker">How many threads load; 0 for the consumer's own.</param>
            /// <param name="drop_last">Whether a last, smaller batch is left out.</param>
            /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
            /// <param name="disposeDataset">Whether the dataset is disposed with the loader.</param>
            public static DataLoader DataLoader(Dataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1,
                bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset);

            /// <summary>A loader of dictionaries of tensors, in the dataset's order or shuffled (TorchSharp's factory).</summary>
            /// <param name="dataset">The dataset.</param>
            /// <param name="batchSize">Samples in a batch.</param>
            /// <param name="shuffle">Whether each epoch has a new random order.</param>
            /// <param name="device">Where batches go; null for the CPU.</param>
            /// <param name="seed">Seed of the orders; null to draw from the default generator.</param>
            /// <param name="num_worker">How many threads load; 0 for the consumer's own.</param>
            /// <param name="drop_last">Whether a last, smaller batch is left out.</param>
            /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
            /// <param name="disposeDataset">Whether the dataset is disposed with the loader.</param>
            public static DataLoader DataLoader(Dataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null,
                int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset);

            /// <summary>A loader of lists of tensors, in a given order (TorchSharp's factory).</summary>
            /// <param name="dataset">The dataset.</param>
            /// <param name="batchSize">Samples in a batch.</param>
            /// <param name="shuffler">The order of the samples; enumerated anew each epoch.</param>
            /// <param name="device">Where batches go; null for the CPU.</param>
            /// <param name="num_worker">How many threads load; 0 for the consumer's own.</param>
            /// <param name="drop_last">Whether a last, smaller batch is left out.</param>
            /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
            /// <param name="disposeDataset">Whether the dataset is disposed with the loader.</param>
            public static IterableDataLoader DataLoader(IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null,
                int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset);

            /// <summary>A loader of lists of tensors, in the dataset's order or shuffled (TorchSharp's factory).</summary>
            /// <param name="dataset">The dataset.</param>
            /// <param name="batchSize">Samples in a batch.</param>
            /// <param name="shuffle">Whether each epoch has a new random order.</param>
            /// <param name="device">Where batches go; null for the CPU.</param>
            /// <param name="seed">Seed of the orders; null to draw from the default generator.</param>
            /// <param name="num_worker">How many threads load; 0 for the consumer's own.</param>
            /// <param name="drop_last">Whether a last, smaller batch is left out.</param>
            /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
            /// <param name="disposeDataset">Whether the dataset is disposed with the loader.</param>
            public static IterableDataLoader DataLoader(IterableDataset dataset, int batchSize, bool shuffle = false, Device? device = null,
                int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true) =>
                new(dataset, batchSize, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset);
        }
    }
}
