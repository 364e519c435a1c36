namespace Lightning;

// Batches: each process gets its share, on its device.
public sealed partial class Fabric
{
    /// <summary>Sets up a data loader: under several processes each gets its share of the samples, and batches come on this process's device.</summary>
    /// <remarks>
    /// Shares are of the same length, with samples given twice where that needs it; a loader that shuffles is given an order of its own for each epoch,
    /// the same in every process, by <c>seed_everything</c>'s seed. Loaders of streams, and of batches made elsewhere, are every process's whole.
    /// </remarks>
    /// <param name="dataloader">A data loader, or anything that gives batches.</param>
    /// <param name="use_distributed_sampler">Whether the processes share the samples; default true. A sampler that shares already stays.</param>
    /// <param name="move_to_device">Whether batches are moved; default true.</param>
    /// <exception cref="InvalidOperationException">It was set up before, or the processes have not met.</exception>
    public FabricDataLoader<TBatch> setup_dataloaders<TBatch>(
        IEnumerable<TBatch> dataloader, bool use_distributed_sampler = true, bool move_to_device = true)
    {
        ArgumentNullException.ThrowIfNull(dataloader);
        RequireLaunched();
        if (dataloader is FabricDataLoader<TBatch>)
        {
            throw new InvalidOperationException("The data loader has been set up already. Call fabric.setup_dataloaders once for each and keep what it returns.");
        }

        var own = use_distributed_sampler ? (IEnumerable<TBatch>)DataShares.Of(dataloader, strategy, training: true) : dataloader;
        return new FabricDataLoader<TBatch>(own, move_to_device ? device : null);
    }

    /// <summary>Sets up two data loaders.</summary>
    /// <inheritdoc cref="setup_dataloaders{TBatch}(IEnumerable{TBatch}, bool, bool)"/>
    public (FabricDataLoader<T1> first, FabricDataLoader<T2> second) setup_dataloaders<T1, T2>(
        IEnumerable<T1> first, IEnumerable<T2> second, bool use_distributed_sampler = true, bool move_to_device = true) => (
            setup_dataloaders(first, use_distributed_sampler, move_to_device),
            setup_dataloaders(second, use_distributed_sampler, move_to_device));

    /// <summary>Sets up three data loaders.</summary>
    /// <inheritdoc cref="setup_dataloaders{TBatch}(IEnumerable{TBatch}, bool, bool)"/>
    public (FabricDataLoader<T1> first, FabricDataLoader<T2> second, FabricDataLoader<T3> third) setup_dataloaders<T1, T2, T3>(
        IEnumerable<T1> first, IEnumerable<T2> second, IEnumerable<T3> third, bool use_distributed_sampler = true, bool move_to_device = true) => (
            setup_dataloaders(first, use_distributed_sampler, move_to_device),
            setup_dataloaders(second, use_distributed_sampler, move_to_device),
            setup_dataloaders(third, use_distributed_sampler, move_to_device));

    /// <summary>Moves a module, a tensor, or tuples, arrays, lists and dictionaries of tensors to this process's device. What is there already stays the same object.</summary>
    /// <param name="obj">What to move; a module is moved in place.</param>
    /// <exception cref="MisconfigurationException">It holds tensors to move inside a type that cannot be rebuilt.</exception>
    public T to_device<T>(T obj)
    {
        if (obj is torch.nn.Module module)
        {
            module.to(device);
            return obj;
        }

        return BatchTransfer.To(obj, device);
    }
}
