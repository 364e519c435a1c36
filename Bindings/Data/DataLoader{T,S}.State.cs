using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <content>The epoch's seed and place, saved and resumed.</content>
public partial class DataLoader<T, S>
{
    private const string Delivered = "batches_delivered";
    private const string InProgress = "in_progress";
    private const string GeneratorState = "generator_state";
    private const long RankStride = 0x5851F42D4C957F2D;
    private const string SamplerState = "sampler_generator_state";

    // The generators' states at the start of the epoch: everything random in it follows from them.
    private Tensor? _generatorState;
    private Tensor? _samplerState;
    private IReadOnlyDictionary<string, object?>? _resume;
    private long _delivered;
    private bool _inProgress;

    private Generator? SamplerGenerator => (_batches as utils.data.Sampler<IReadOnlyList<long>>)?.generator is { } own
        && !ReferenceEquals(own, _settings.Generator)
        ? own
        : null;

    /// <inheritdoc/>
    /// <remarks>Plain values and tensors of bytes, fit for <see cref="serialization"/>.</remarks>
    public Dictionary<string, object?> state_dict() => new()
    {
        [Delivered] = _inProgress ? _delivered : 0L,
        [InProgress] = _inProgress,
        [GeneratorState] = _inProgress ? Copy(_generatorState) : null,
        [SamplerState] = _inProgress ? Copy(_samplerState) : null,
    };

    /// <inheritdoc/>
    /// <exception cref="ArgumentException">The dictionary is not a loader's.</exception>
    public void load_state_dict(IReadOnlyDictionary<string, object?> state_dict)
    {
        ArgumentNullException.ThrowIfNull(state_dict);
        if (!state_dict.ContainsKey(Delivered) || state_dict.GetValueOrDefault(InProgress) is not bool inProgress)
        {
            throw new ArgumentException($"This is no data loader's state: it needs '{Delivered}' and '{InProgress}'.", nameof(state_dict));
        }
        if (inProgress && state_dict.GetValueOrDefault(GeneratorState) is not Tensor)
        {
            throw new ArgumentException($"The state was taken during an epoch and has no '{GeneratorState}'.", nameof(state_dict));
        }
        _resume = inProgress ? new Dictionary<string, object?>(state_dict) : null;
    }

    private static Tensor? Copy(Tensor? state) => state is null ? null : ops.aten.clone(state).DetachFromDisposeScope();

    // Draws the epoch's seed, then has the sampler make its draws: the order in which Python draws both.
    private IBatchSource<S> StartEpoch(out long seed)
    {
        var resume = Interlocked.Exchange(ref _resume, null);
        using var fallback = _settings.Generator is null ? Generator.Default : null;
        var generator = _settings.Generator ?? fallback!;
        // The default generator is everybody's: after a replay it goes on from where it was.
        using var before = resume is not null && fallback is not null ? generator.get_state().DetachFromDisposeScope() : null;
        if (resume is not null)
        {
            generator.set_state((Tensor)resume[GeneratorState]!);
            if (SamplerGenerator is { } own && resume.GetValueOrDefault(SamplerState) is Tensor saved)
            {
                own.set_state(saved);
            }
        }
        try
        {
            RememberStart(generator);
            // Processes that share a dataset are mostly seeded alike: each draws its own from there on.
            seed = unchecked(RandomIndices.Seed(generator) + (((sampler as utils.data.distributed.DistributedSampler)?.rank ?? 0) * RankStride));
            _delivered = resume is null ? 0 : Convert.ToInt64(resume[Delivered], CultureInfo.InvariantCulture);
            return OpenSource(seed, _delivered);
        }
        finally
        {
            if (before is not null)
            {
                generator.set_state(before);
            }
        }
    }

    private void RememberStart(Generator generator)
    {
        _generatorState?.Dispose();
        _samplerState?.Dispose();
        _generatorState = generator.get_state().DetachFromDisposeScope();
        _samplerState = SamplerGenerator?.get_state().DetachFromDisposeScope();
        _inProgress = true;
    }

    private IBatchSource<S> OpenSource(long seed, long skip)
    {
        var assembly = new BatchAssembly<T, S>(
            _settings.PinMemory && PinnedMemory.IsUseful() ? PinnedMemory.Behind(_settings.Collate) : _settings.Collate, Device);
        if (_settings.Dataset is { } indexed)
        {
            var source = new IndexedBatchSource<T, S>(indexed, _batches!.GetEnumerator(), assembly, seed);
            source.Peek();
            source.Skip(skip);
            return source;
        }
        return new StreamedBatchSource<T, S>(_settings.Stream!, Math.Max(1, num_workers), batch_size, drop_last, assembly, seed, skip);
    }

    private void Moved(bool delivered)
    {
        if (delivered)
        {
            _delivered++;
        }
        else
        {
            _inProgress = false;
        }
    }
}
