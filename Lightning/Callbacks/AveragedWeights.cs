using System.Runtime.InteropServices;

namespace Lightning;

/// <summary>The average of a module's weights over training, beside the module itself. It owns its tensors.</summary>
/// <remarks>Names and buffers are those of the module's state dictionary, so that an average can be loaded wherever the module's own weights can.</remarks>
internal sealed class AveragedWeights : IDisposable
{
    private readonly LightningModule _module;
    private readonly List<(string Name, Tensor Average, bool Averaged)> _entries = [];
    private readonly Action<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor> _together;
    private readonly Func<Tensor, Tensor, Tensor, Tensor>? _one;
    private List<(string[] Names, Tensor[] Averages)>? _alike;

    /// <summary>Begins with a copy of the present weights.</summary>
    /// <param name="module">The module.</param>
    /// <param name="device">Where the averages lie; null for the weights' own places.</param>
    /// <param name="buffers">Averages buffers too; else they follow the module's.</param>
    /// <param name="one">The new average of one tensor; null takes <paramref name="together"/>.</param>
    /// <param name="together">The same for lists of tensors of one kind, in place.</param>
    internal AveragedWeights(
        LightningModule module,
        Device? device,
        bool buffers,
        Func<Tensor, Tensor, Tensor, Tensor>? one,
        Action<IReadOnlyList<Tensor>, IReadOnlyList<Tensor>, Tensor> together)
    {
        _module = module;
        _one = one;
        _together = together;
        using var guard = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var parameters = module.named_parameters().Select(entry => entry.name).ToHashSet();
        foreach (var (name, tensor) in module.state_dict())
        {
            var copy = tensor.detach().to(device ?? tensor.device, copy: true).DetachFromDisposeScope();
            _entries.Add((name, copy, buffers || parameters.Contains(name)));
        }
    }

    /// <summary>How many times the average has taken the weights in.</summary>
    internal long Count { get; set; }

    /// <summary>Takes the present weights in; the first time they are the average.</summary>
    internal void Update()
    {
        using var guard = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var current = Current();
        foreach (var (name, average, averaged) in CollectionsMarshal.AsSpan(_entries))
        {
            if (Count == 0 || !averaged)
            {
                average.copy_(current[name]);
            }
        }

        if (Count > 0)
        {
            var count = torch.tensor(Count);
            foreach (var (names, averages) in _alike ??= Alike())
            {
                Average(averages, Array.ConvertAll(names, name => current[name]), count);
            }
        }

        Count++;
    }

    /// <summary>Puts the average into the module, and the module's weights in its place.</summary>
    internal void Swap()
    {
        using var guard = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var current = Current();
        foreach (var (name, average, _) in _entries)
        {
            var weights = current[name].clone();
            current[name].copy_(average);
            average.copy_(weights);
        }
    }

    /// <summary>Copies the average into the module.</summary>
    internal void CopyToModule()
    {
        using var guard = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var current = Current();
        foreach (var (name, average, _) in _entries)
        {
            current[name].copy_(average);
        }
    }

    /// <summary>The average as a state dictionary; the tensors stay this object's.</summary>
    internal Dictionary<string, object?> Save() => _entries.ToDictionary(entry => entry.Name, entry => (object?)entry.Average);

    /// <summary>Takes an average back.</summary>
    /// <exception cref="MisconfigurationException">An entry of the module is missing.</exception>
    internal void Load(IReadOnlyDictionary<string, object?> state, long count)
    {
        using var guard = torch.no_grad();
        foreach (var (name, average, _) in _entries)
        {
            if (state.GetValueOrDefault(name) is not Tensor saved)
            {
                throw new MisconfigurationException($"The checkpoint's average of weights has no \"{name}\", which the module has. Is it a checkpoint of another module?");
            }

            average.copy_(saved);
        }

        Count = count;
    }

    public void Dispose()
    {
        foreach (var (_, average, _) in CollectionsMarshal.AsSpan(_entries))
        {
            average.Dispose();
        }

        _entries.Clear();
    }

    // Operators on lists want tensors of one type on one device; these stay what they are.
    private List<(string[] Names, Tensor[] Averages)> Alike() =>
    [
        .. _entries.Where(entry => entry.Averaged)
            .GroupBy(entry => (entry.Average.dtype, entry.Average.device_type, entry.Average.device_index))
            .Select(group => (group.Select(entry => entry.Name).ToArray(), group.Select(entry => entry.Average).ToArray())),
    ];

    private void Average(Tensor[] averages, Tensor[] currents, Tensor count)
    {
        for (var i = 0; i < currents.Length; i++)
        {
            if (currents[i].device_type != averages[i].device_type || currents[i].device_index != averages[i].device_index)
            {
                currents[i] = currents[i].to(averages[i].device);
            }
        }

        if (_one is null)
        {
            _together(averages, currents, count);
            return;
        }

        for (var i = 0; i < averages.Length; i++)
        {
            averages[i].copy_(_one(averages[i], currents[i], count));
        }
    }

    private Dictionary<string, Tensor> Current() => _module.state_dict();
}
