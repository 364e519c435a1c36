using System.Globalization;

namespace Lightning.Metrics;

// Over processes. Every process of the group calls sync, unsync and compute at the same points, whether or not it has seen data.
public abstract partial class Metric
{
    // The states of this process while those of all are in place. A metric cannot be copied meanwhile.
    private StateSet? _unsynced;

    /// <summary>Whether the states at hand are those of all processes.</summary>
    public bool is_synced => Owner._unsynced is not null;

    /// <summary>Puts the states of all processes in the place of this one's, until <see cref="unsync"/>. Nothing happens where one process runs alone.</summary>
    /// <exception cref="InvalidOperationException">The metric is synced already.</exception>
    public void sync()
    {
        if (is_synced)
        {
            throw new InvalidOperationException($"{GetType().Name} is synced already; call unsync() first.");
        }

        if (!Distributed)
        {
            return;
        }

        using var guard = torch.no_grad();
        Owner.SyncStates();
        foreach (var (_, inner) in Inner)
        {
            inner.process_group ??= process_group;
            inner.sync();
        }
    }

    /// <summary>Puts this process's own states back after <see cref="sync"/>.</summary>
    public void unsync()
    {
        var owner = Owner;
        if (owner._unsynced is { } own)
        {
            owner._unsynced = null;
            owner.PutStates(own);
        }

        foreach (var (_, inner) in Inner)
        {
            inner.unsync();
        }
    }

    /// <summary>Runs a computation over the states of all processes, if that is wanted and they are not in place yet.</summary>
    private protected TResult OverAllProcesses<TResult>(bool wanted, Func<TResult> compute)
    {
        var together = wanted && !_held && !is_synced && Distributed;
        if (together)
        {
            sync();
        }

        Hold(true);
        try
        {
            return compute();
        }
        finally
        {
            Hold(false);
            if (together)
            {
                unsync();
            }
        }
    }

    private bool Distributed =>
        torch.distributed.is_available() && torch.distributed.is_initialized() && torch.distributed.get_world_size(process_group) > 1;

    private void SyncStates()
    {
        using var scope = torch.NewDisposeScope();
        var counts = GatherPlain(_updates).Select(count => Convert.ToInt64(count, CultureInfo.InvariantCulture)).ToArray();
        StateSet joint;
        if (MergesByItself)
        {
            joint = Fold(counts);
        }
        else
        {
            joint = new StateSet { UpdateCount = counts.Sum() };
            foreach (var state in _descriptions)
            {
                Reduce(state, joint);
            }
        }

        var own = TakeStates();
        StartStates();
        PutStates(joint);
        _unsynced = own;
    }

    private void Reduce(StateDescription state, StateSet joint)
    {
        if (state.IsList)
        {
            foreach (var part in GatherList(state.Name))
            {
                joint.Add(state.Name, part.DetachFromDisposeScope());
            }

            return;
        }

        var own = Get(state.Name);
        if (state.Reduction == StateReduction.Mean)
        {
            // A process without data has nothing to say about a mean.
            var sums = torch.cat([own.to(ScalarType.Float64).flatten().mul((double)_updates), torch.full([1], (double)_updates, dtype: ScalarType.Float64, device: own.device)]);
            torch.distributed.all_reduce(sums, torch.distributed.ReduceOp.SUM, process_group);
            var mean = sums[..^1].div(sums[^1..].clamp(min: 1)).reshape(own.shape).to(state.Type);
            joint.Add(state.Name, mean.DetachFromDisposeScope());
            return;
        }

        var value = own.contiguous().clone();
        torch.distributed.all_reduce(value, state.Reduction.Value switch
        {
            StateReduction.Kind.Max => torch.distributed.ReduceOp.MAX,
            StateReduction.Kind.Min => torch.distributed.ReduceOp.MIN,
            _ => torch.distributed.ReduceOp.SUM,
        }, process_group);
        joint.Add(state.Name, value.DetachFromDisposeScope());
    }

    /// <summary>Every process's states, merged in the order of the ranks: the same sums everywhere, to the last bit.</summary>
    private StateSet Fold(long[] counts)
    {
        var sets = counts.Select(count => new StateSet { UpdateCount = count }).ToArray();
        foreach (var state in _descriptions)
        {
            var parts = state.IsList ? GatherList(state.Name, keepEmpty: true) : Gather(Get(state.Name), Get(state.Name).shape.ToArray());
            for (var rank = 0; rank < sets.Length; rank++)
            {
                sets[rank].Add(state.Name, parts[rank].DetachFromDisposeScope());
            }
        }

        var own = TakeStates();
        StartStates();
        _updates = 0;
        foreach (var set in sets)
        {
            Absorb(set);
            set.Dispose();
        }

        var joint = TakeStates();
        StartStates();
        PutStates(own);
        return joint;
    }

    /// <summary>The lists of all processes, one tensor for each that has anything, or for each.</summary>
    private List<Tensor> GatherList(string name, bool keepEmpty = false)
    {
        var own = Parts(name).Count == 0 ? null : Joined(name);
        List<object?>? described = own is null ? null : [own.dtype.ToString(), .. own.shape.Select(size => (object?)size)];
        var all = GatherPlain(described).Select(entry => entry as IReadOnlyList<object?>).ToArray();
        if (all.FirstOrDefault(entry => entry is not null) is not { } known)
        {
            return keepEmpty ? [.. all.Select(_ => torch.empty([0], device: _device))] : [];
        }

        // Tensors of one size travel: the longest list's, flat, since the lists' lengths differ.
        var type = Enum.Parse<ScalarType>((string)known[0]!);
        var shapes = all.Select(entry => entry?.Skip(1).Select(size => Convert.ToInt64(size, CultureInfo.InvariantCulture)).ToArray()
            ?? [0, .. known.Skip(2).Select(size => Convert.ToInt64(size, CultureInfo.InvariantCulture))]).ToArray();
        var longest = shapes.Max(shape => shape.Aggregate(1L, (product, size) => product * size));
        var padded = torch.zeros([longest], dtype: type, device: _device);
        if (own is not null)
        {
            padded[..(int)own.numel()].copy_(own.flatten());
        }

        var gathered = Gather(padded, [longest]);
        var lists = new List<Tensor>();
        for (var rank = 0; rank < gathered.Count; rank++)
        {
            var count = shapes[rank].Aggregate(1L, (product, size) => product * size);
            if (keepEmpty || shapes[rank][0] > 0)
            {
                lists.Add(gathered[rank].narrow(0, 0, count).reshape(shapes[rank]).clone());
            }
        }

        return lists;
    }

    private List<Tensor> Gather(Tensor tensor, long[] shape)
    {
        // Backends know no truth values.
        var sent = tensor.dtype == ScalarType.Bool ? tensor.to(ScalarType.Byte) : tensor.contiguous();
        var ranks = torch.distributed.get_world_size(process_group);
        List<Tensor> received = [.. Enumerable.Range(0, ranks).Select(_ => torch.empty(shape, dtype: sent.dtype, device: sent.device))];
        torch.distributed.all_gather(received, sent, process_group);
        return tensor.dtype == ScalarType.Bool ? received.ConvertAll(part => part.to(ScalarType.Bool)) : received;
    }

    private object?[] GatherPlain(object? value)
    {
        var all = new object?[torch.distributed.get_world_size(process_group)];
        torch.distributed.all_gather_object(all, value, process_group);
        return all;
    }
}
