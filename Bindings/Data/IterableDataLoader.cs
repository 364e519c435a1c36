using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TorchSharp.Modules;

/// <summary>A loader of lists of tensors.</summary>
public class IterableDataLoader : DataLoader<IList<Tensor>, IList<Tensor>>
{
    /// <summary>Creates a loader that takes samples in a given order.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="batchSize">Samples in a batch.</param>
    /// <param name="shuffler">The order of the samples; enumerated anew each epoch.</param>
    /// <param name="device">Where batches go; null for the CPU.</param>
    /// <param name="num_worker">How many threads load; 0 for the consumer's own.</param>
    /// <param name="drop_last">Whether a last, smaller batch is left out.</param>
    /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
    /// <param name="disposeDataset">Whether the dataset is disposed with the loader.</param>
    public IterableDataLoader(IterableDataset dataset, int batchSize, IEnumerable<long> shuffler, Device? device = null, int num_worker = 1,
        bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate, shuffler, device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    /// <summary>Creates a loader that takes samples in the dataset's order or shuffled.</summary>
    /// <param name="dataset">The dataset.</param>
    /// <param name="batchSize">Samples in a batch.</param>
    /// <param name="shuffle">Whether each epoch has a new random order.</param>
    /// <param name="device">Where batches go; null for the CPU.</param>
    /// <param name="seed">Seed of the orders; null to draw from the default generator.</param>
    /// <param name="num_worker">How many threads load; 0 for the consumer's own.</param>
    /// <param name="drop_last">Whether a last, smaller batch is left out.</param>
    /// <param name="disposeBatch">Whether a batch is disposed when the next one is asked for.</param>
    /// <param name="disposeDataset">Whether the dataset is disposed with the loader.</param>
    public IterableDataLoader(IterableDataset dataset, int batchSize, bool shuffle = false, Device? device = null, int? seed = null,
        int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
        : base(dataset, batchSize, Collate, shuffle, device, seed, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    private static IList<Tensor> Collate(IEnumerable<IList<Tensor>> samples, Device device) =>
        Collation.Of<IList<Tensor>>()([.. samples], device);
}
