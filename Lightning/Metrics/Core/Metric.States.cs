using System.Globalization;

namespace Lightning.Metrics;

// The states are buffers of the module: they move, are copied and disposed with it. The parts of a list are buffers "name.0", "name.1" and so on; neighbours of
// like size are joined as they come, so that an epoch of n batches leaves some log(n) tensors.
public abstract partial class Metric
{
    /// <summary>Adds a state that each update replaces by <see cref="Set"/>. Call it in the constructor.</summary>
    /// <param name="name">Its name, without dots.</param>
    /// <param name="default">What it starts from; of any shape and type.</param>
    /// <param name="dist_reduce_fx">How the parts of batches and processes become one: "sum", "mean", "max" or "min".</param>
    /// <param name="persistent">Whether it belongs in the state dictionary. Default false.</param>
    /// <exception cref="ArgumentException">The name is taken or has a dot, or the reduction is "cat".</exception>
    protected void add_state(string name, Tensor @default, StateReduction dist_reduce_fx, bool persistent = false)
    {
        ArgumentNullException.ThrowIfNull(@default);
        if (dist_reduce_fx == StateReduction.Cat)
        {
            throw new ArgumentException($"The state \"{name}\" is to be concatenated: add it with add_list_state, without a default.", nameof(dist_reduce_fx));
        }

        using var wide = @default.detach().to(CPU).to(ScalarType.Float64, copy: true).flatten();
        Describe(new StateDescription(name, dist_reduce_fx, persistent, wide.data<double>().ToArray(), @default.shape, @default.dtype));
        ReplaceState(name, _descriptions[^1].Make(_device), persistent);
    }

    /// <summary>Adds a state of one number, in the type at hand.</summary>
    /// <param name="name">Its name, without dots.</param>
    /// <param name="start">What it starts from.</param>
    /// <param name="dist_reduce_fx">How the parts of batches and processes become one.</param>
    /// <param name="shape">Its shape; default without dimensions.</param>
    /// <param name="dtype">Its type; default Float64, so that long epochs do not lose digits.</param>
    /// <param name="persistent">Whether it belongs in the state dictionary. Default false.</param>
    protected void add_state(
        string name, double start, StateReduction dist_reduce_fx, long[]? shape = null, ScalarType dtype = ScalarType.Float64, bool persistent = false)
    {
        using var value = torch.full(shape ?? [], start, dtype: dtype);
        add_state(name, value, dist_reduce_fx, persistent);
    }

    /// <summary>Adds a state that is a list of tensors, which start empty and grow along the first dimension. Python: <c>add_state(name, [], "cat")</c>.</summary>
    /// <param name="name">Its name, without dots.</param>
    /// <param name="persistent">Whether it belongs in the state dictionary, as one tensor. Default false.</param>
    protected void add_list_state(string name, bool persistent = false) =>
        Describe(new StateDescription(name, StateReduction.Cat, persistent, [], [], ScalarType.Float32));

    /// <summary>What a state holds now; the metric owns it.</summary>
    protected Tensor Get(string name) => Owner._internal_buffers[name].buffer;

    /// <summary>Puts a new tensor in a state's place; the metric owns it from now on, and the old one is disposed.</summary>
    protected void Set(string name, Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        ReplaceState(name, value.detach(), Described(name).Persistent);
    }

    /// <summary>Adds a tensor to a state: <c>Set(name, Get(name) + value)</c>.</summary>
    protected void Add(string name, Tensor value) => Set(name, Get(name).add(value).to(Described(name).Type));

    /// <summary>Puts a tensor of at least one dimension behind those of a list.</summary>
    protected void Append(string name, Tensor value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var count = Parts(name).Count;
        var part = value.detach().clone().DetachFromDisposeScope();
        while (count > 0 && _internal_buffers[Part(name, count - 1)].buffer is var last && last.size(0) <= part.size(0))
        {
            var joined = torch.cat([last, part], 0).DetachFromDisposeScope();
            last.Dispose();
            part.Dispose();
            part = joined;
            _internal_buffers.Remove(Part(name, --count));
        }

        _internal_buffers[Part(name, count)] = (part, false);
    }

    /// <summary>All of a list as one tensor, which the caller owns; null when nothing was added.</summary>
    protected Tensor? Concatenated(string name)
    {
        var parts = Owner.Parts(name);
        return parts.Count == 0 ? null : torch.cat(parts, 0);
    }

    /// <summary>All of a list as one tensor, which the caller owns; an empty one of this type when nothing was added.</summary>
    protected Tensor Concatenated(string name, ScalarType type, params long[] shape) =>
        Concatenated(name) ?? torch.empty(shape.Length == 0 ? [0] : shape, dtype: type, device: device);

    /// <summary>The states by name, lists as one tensor; the caller owns the tensors, which are copies. Python: <c>Metric.metric_state</c>.</summary>
    public IReadOnlyDictionary<string, Tensor> metric_state
    {
        get
        {
            using var guard = torch.no_grad();
            var states = new Dictionary<string, Tensor>();
            foreach (var state in _descriptions)
            {
                if (state.IsList)
                {
                    states[state.Name] = Concatenated(state.Name, state.Type);
                }
                else
                {
                    states[state.Name] = Get(state.Name).clone();
                }
            }

            return states;
        }
    }

    private StateDescription Described(string name) => _descriptions.Find(state => state.Name == name)
        ?? throw new ArgumentException($"{GetType().Name} has no state \"{name}\"; add it in the constructor with add_state.", nameof(name));

    private void Describe(StateDescription state)
    {
        if (string.IsNullOrEmpty(state.Name) || state.Name.Contains('.'))
        {
            throw new ArgumentException($"\"{state.Name}\" cannot name a state of {GetType().Name}: names are not empty and have no dots.", nameof(state));
        }

        if (_descriptions.Exists(other => other.Name == state.Name))
        {
            throw new ArgumentException($"{GetType().Name} has a state \"{state.Name}\" already.", nameof(state));
        }

        _descriptions.Add(state);
    }

    private static string Part(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}.{index}");

    private List<Tensor> Parts(string name)
    {
        var parts = new List<Tensor>();
        while (_internal_buffers.TryGetValue(Part(name, parts.Count), out var entry))
        {
            parts.Add(entry.buffer);
        }

        return parts;
    }

    private protected void ReplaceState(string name, Tensor value, bool persistent)
    {
        value.DetachFromDisposeScope();
        if (_internal_buffers.TryGetValue(name, out var old) && !ReferenceEquals(old.buffer, value))
        {
            old.buffer.Dispose();
        }

        _internal_buffers[name] = (value, persistent);
    }

    private void StartStates()
    {
        foreach (var state in _descriptions)
        {
            if (state.IsList)
            {
                DropList(state.Name);
            }
            else
            {
                ReplaceState(state.Name, state.Make(_device), state.Persistent);
            }
        }
    }

    private void DropList(string name)
    {
        for (var i = 0; _internal_buffers.TryGetValue(Part(name, i), out var entry); i++)
        {
            entry.buffer.Dispose();
            _internal_buffers.Remove(Part(name, i));
        }
    }

    private void MoveStates(Device target, bool non_blocking)
    {
        foreach (var name in _internal_buffers.Keys.ToList())
        {
            var (buffer, persistent) = _internal_buffers[name];
            if (!buffer.device.Equals(target))
            {
                ReplaceState(name, buffer.to(buffer.dtype, target, false, false, non_blocking), persistent);
            }
        }

        _device = target;
    }

    /// <summary>Takes the states out; the metric has none until <see cref="PutStates"/> or a start.</summary>
    private StateSet TakeStates()
    {
        var set = new StateSet { UpdateCount = _updates };
        foreach (var state in _descriptions)
        {
            foreach (var (key, buffer) in Entries(state))
            {
                set.Add(state.Name, buffer);
                _internal_buffers.Remove(key);
            }
        }

        return set;
    }

    private StateSet CopyStates(Device target)
    {
        var set = new StateSet { UpdateCount = update_count };
        foreach (var state in _descriptions)
        {
            foreach (var (_, buffer) in Owner.Entries(state))
            {
                set.Add(state.Name, buffer.to(buffer.dtype, target, copy: true).DetachFromDisposeScope());
            }
        }

        return set;
    }

    private List<(string Key, Tensor Buffer)> Entries(StateDescription state) => state.IsList
        ? [.. Parts(state.Name).Select((part, i) => (Part(state.Name, i), part))]
        : [(state.Name, _internal_buffers[state.Name].buffer)];

    /// <summary>Puts states in the place of those at hand, and takes their tensors over.</summary>
    private void PutStates(StateSet set)
    {
        foreach (var state in _descriptions)
        {
            var parts = set.Take(state.Name);
            if (state.IsList)
            {
                DropList(state.Name);
                for (var i = 0; i < parts.Count; i++)
                {
                    _internal_buffers[Part(state.Name, i)] = (parts[i].DetachFromDisposeScope(), false);
                }
            }
            else
            {
                ReplaceState(state.Name, parts[0], state.Persistent);
            }
        }

        _updates = set.UpdateCount;
    }
}
