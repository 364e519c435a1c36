namespace Lightning.Metrics;

/// <summary>The states of a metric at one moment, taken out of it: tensors by name, lists as their parts in order.</summary>
/// <remarks>What is in the set belongs to it and is disposed with it, unless a metric has taken it over.</remarks>
public sealed class StateSet : IDisposable
{
    private readonly Dictionary<string, List<Tensor>> _parts = [];

    /// <summary>How many updates these states come from.</summary>
    public long UpdateCount { get; internal set; }

    /// <summary>The tensor of a state that is not a list.</summary>
    public Tensor this[string name] => _parts[name][0];

    /// <summary>The parts of a list, in order; empty when nothing was added.</summary>
    public IReadOnlyList<Tensor> List(string name) => _parts.TryGetValue(name, out var parts) ? parts : [];

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var part in _parts.Values.SelectMany(parts => parts))
        {
            part.Dispose();
        }

        _parts.Clear();
    }

    internal void Add(string name, Tensor tensor)
    {
        if (!_parts.TryGetValue(name, out var parts))
        {
            _parts.Add(name, parts = []);
        }

        parts.Add(tensor);
    }

    /// <summary>Hands the tensors of one state over to the caller.</summary>
    internal List<Tensor> Take(string name) => _parts.Remove(name, out var parts) ? parts : [];
}
