using System.Globalization;

namespace Lightning.Metrics;

// What a Trainer asks of a metric that is logged or checkpointed.
public abstract partial class Metric
{
    private const string Count = "_update_count";

    /// <inheritdoc/>
    Tensor? ILoggableMetric.StepValue => _forwardValue.Count == 0 ? null : _forwardValue[0];

    /// <inheritdoc/>
    Tensor ILoggableMetric.EpochValue(string name)
    {
        using var scope = torch.NewDisposeScope();
        return ComputeAny() is Tensor tensor && tensor.numel() == 1
            ? tensor.reshape([]).MoveToOuterDisposeScope()
            : throw new MisconfigurationException(
                $"log(\"{name}\") got a {GetType().Name} whose value is not one number. Log its parts: compute it in an epoch hook and log each element, "
                + "or choose an average.");
    }

    /// <inheritdoc/>
    Dictionary<string, object?> ILoggableMetric.Save()
    {
        using var guard = torch.no_grad();
        var state = new Dictionary<string, object?> { [Count] = update_count };
        foreach (var (name, tensor) in metric_state)
        {
            state[name] = tensor.DetachFromDisposeScope();
        }

        foreach (var (name, inner) in Inner)
        {
            foreach (var (key, value) in ((ILoggableMetric)inner).Save())
            {
                state[$"{name}.{key}"] = value;
            }
        }

        return state;
    }

    /// <inheritdoc/>
    void ILoggableMetric.Load(IReadOnlyDictionary<string, object?> state)
    {
        ArgumentNullException.ThrowIfNull(state);
        using var guard = torch.no_grad();
        reset();
        var owner = Owner;
        foreach (var description in _descriptions)
        {
            var tensor = state.GetValueOrDefault(description.Name) as Tensor
                ?? throw new InvalidDataException($"The checkpoint has no state \"{description.Name}\" for {GetType().Name}; it was written by another version of it.");
            if (!description.IsList)
            {
                owner.ReplaceState(description.Name, tensor.to(description.Type, owner._device, copy: true), description.Persistent);
            }
            else if (tensor.numel() > 0)
            {
                using var placed = tensor.to(tensor.dtype, owner._device, copy: true);
                owner.Append(description.Name, placed);
            }
        }

        owner._updates = Convert.ToInt64(state[Count], CultureInfo.InvariantCulture);
        foreach (var (name, inner) in Inner)
        {
            var before = name + ".";
            ((ILoggableMetric)inner).Load(state.Where(entry => entry.Key.StartsWith(before, StringComparison.Ordinal))
                .ToDictionary(entry => entry.Key[before.Length..], entry => entry.Value));
        }
    }

    /// <inheritdoc/>
    public override Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
    {
        destination = base.state_dict(destination, prefix);
        var before = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
        foreach (var state in _descriptions.Where(state => state.Persistent))
        {
            if (!state.IsList)
            {
                destination[before + state.Name] = Get(state.Name);
            }
            else if (Owner.Parts(state.Name).Count > 0)
            {
                destination[before + state.Name] = Owner.Joined(state.Name);
            }
        }

        return destination;
    }

    /// <summary>Whether the states belong in the state dictionary, all of them. Python: <c>Metric.persistent</c>.</summary>
    public void persistent(bool mode = false)
    {
        // A new list: copies of this metric share the old one.
        _descriptions = _descriptions.ConvertAll(state => state with { Persistent = mode });
        foreach (var state in _descriptions)
        {
            if (!state.IsList && _internal_buffers.TryGetValue(state.Name, out var entry))
            {
                _internal_buffers[state.Name] = (entry.buffer, mode);
            }
        }

        foreach (var (_, inner) in Inner)
        {
            inner.persistent(mode);
        }
    }

    private protected abstract object? ComputeAny();

    /// <summary>The list as one part, which the metric keeps.</summary>
    private Tensor Joined(string name)
    {
        var parts = Parts(name);
        if (parts.Count > 1)
        {
            var all = torch.cat(parts, 0).DetachFromDisposeScope();
            DropList(name);
            _internal_buffers[Part(name, 0)] = (all, false);
        }

        return _internal_buffers[Part(name, 0)].buffer;
    }

    /// <summary>Lists take the length that the dictionary to be loaded has.</summary>
    private static void MakeRoom(torch.nn.Module module, Dictionary<string, Tensor> source, string prefix)
    {
        var metric = (Metric)module;
        var owner = metric.Owner;
        foreach (var state in metric._descriptions.Where(state => state.Persistent))
        {
            if (state.IsList)
            {
                owner.DropList(state.Name);
            }

            if (!source.TryGetValue(prefix + state.Name, out var tensor))
            {
                continue;
            }

            // What comes from a file counts as an update: what follows is added to it.
            owner._updates = Math.Max(owner._updates, 1);
            if (state.IsList)
            {
                owner._internal_buffers[Part(state.Name, 0)] = (torch.empty_like(tensor, device: owner._device).DetachFromDisposeScope(), false);
            }
        }
    }
}
