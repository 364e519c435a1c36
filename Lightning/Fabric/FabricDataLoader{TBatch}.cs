using System.Collections;
using System.Globalization;

namespace Lightning;

/// <summary>A data loader that a <see cref="Fabric"/> has set up: this process's share, on its device. Each enumeration is an epoch of its own order.</summary>
/// <typeparam name="TBatch">A batch.</typeparam>
public sealed class FabricDataLoader<TBatch> : IEnumerable<TBatch>, torch.utils.data.IDataLoader
{
    private const string Epoch = "epoch";
    private const string InProgress = "in_progress";

    private readonly Device? _device;
    private long _next;
    private bool _begun;

    internal FabricDataLoader(IEnumerable<TBatch> dataloader, Device? device) => (this.dataloader, _device) = (dataloader, device);

    /// <summary>The loader of this process's share.</summary>
    public IEnumerable<TBatch> dataloader { get; }

    /// <inheritdoc/>
    public long Count => TryCount ?? throw new InvalidOperationException("The loader does not say how many batches an epoch has.");

    /// <inheritdoc/>
    public long? TryCount => Source is { } source ? source.TryCount : (dataloader as IReadOnlyCollection<TBatch>)?.Count;

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<long>>? batch_sampler => Source?.batch_sampler;

    private torch.utils.data.IDataLoader? Source => dataloader as torch.utils.data.IDataLoader;

    /// <inheritdoc/>
    public IEnumerator<TBatch> GetEnumerator()
    {
        Source?.set_epoch(_next++);
        _begun = true;
        return Batches();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Says which epoch the next enumeration is; it counts on from there.</summary>
    /// <param name="epoch">The epoch, from 0.</param>
    public void set_epoch(long epoch) => _next = epoch;

    /// <inheritdoc/>
    /// <remarks>What is enumerated otherwise than by a data loader keeps its epoch only.</remarks>
    public Dictionary<string, object?> state_dict()
    {
        var state = Source?.state_dict() ?? [];
        var running = _begun && state.GetValueOrDefault(InProgress) is true;
        state[Epoch] = running ? _next - 1 : _next;
        return state;
    }

    /// <inheritdoc/>
    public void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
    {
        ArgumentNullException.ThrowIfNull(state_dict);
        if (!state_dict.TryGetValue(Epoch, out var epoch))
        {
            throw new ArgumentException($"This is no state of a loader that Fabric set up: it needs '{Epoch}'.", nameof(state_dict));
        }

        Source?.load_state_dict(state_dict);
        _next = Convert.ToInt64(epoch, CultureInfo.InvariantCulture);
    }

    /// <summary>Ends the loader's threads, and disposes its dataset if it was asked to.</summary>
    public void Dispose() => Source?.Dispose();

    private IEnumerator<TBatch> Batches()
    {
        foreach (var batch in dataloader)
        {
            yield return _device is null ? batch : BatchTransfer.To(batch, _device);
        }
    }
}
