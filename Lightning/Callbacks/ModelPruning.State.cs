using static TorchSharp.torch.nn.utils.prune;

namespace Lightning;

// The pruning itself, and what checkpoints keep of it.
public sealed partial class ModelPruning
{
    private const string Masks = "masks";
    private const string Originals = "originals";
    private const string Initial = "initial";

    /// <inheritdoc/>
    public override Dictionary<string, object?> state_dict()
    {
        if (_pruned is null)
        {
            return [];
        }

        var pruned = _parameters.Where(IsPruned).ToList();
        return new()
        {
            [Masks] = pruned.ToDictionary(FullName, entry => (object?)Mask(entry)),
            [Originals] = pruned.ToDictionary(FullName, entry => (object?)Original(entry).detach()),
            [Initial] = _initial.ToDictionary(entry => entry.Key, entry => (object?)entry.Value),
        };
    }

    /// <inheritdoc/>
    public override void load_state_dict(IReadOnlyDictionary<string, object?> state_dict) => _restored = state_dict;

    /// <inheritdoc/>
    public override void on_save_checkpoint(Trainer trainer, LightningModule pl_module, Dictionary<string, object?> checkpoint)
    {
        var computed = _parameters.Where(IsPruned).ToDictionary(FullName);
        if (computed.Count == 0)
        {
            return;
        }

        using var guard = torch.no_grad();
        var weights = new Dictionary<string, object?>();
        foreach (var (name, value) in (IReadOnlyDictionary<string, object?>)checkpoint["state_dict"]!)
        {
            if (name.EndsWith("_orig", StringComparison.Ordinal) && computed.TryGetValue(name[..^5], out var entry))
            {
                weights[name[..^5]] = Original(entry).mul(Mask(entry));
            }
            else if (!(name.EndsWith("_mask", StringComparison.Ordinal) && computed.ContainsKey(name[..^5])))
            {
                weights[name] = value;
            }
        }

        checkpoint["state_dict"] = weights;
    }

    private void Prune(int epoch)
    {
        if (!_applies(epoch))
        {
            return;
        }

        var amount = _amount(epoch);
        if (_together)
        {
            global_unstructured(_parameters.Select(entry => (entry.Module, entry.Name)), _method(amount));
        }
        else
        {
            foreach (var (module, name) in _parameters)
            {
                _method(amount).apply(module, name);
            }
        }

        if (_rewinds(epoch))
        {
            using var guard = torch.no_grad();
            foreach (var entry in _parameters)
            {
                Original(entry).copy_(_initial[FullName(entry)]);
            }
        }

        Say();
    }

    // Behind the weights, which the checkpoint holds under their usual names, and before the optimizers' states.
    private void Restore(IReadOnlyDictionary<string, object?> state)
    {
        var masks = (IReadOnlyDictionary<string, object?>)state[Masks]!;
        var originals = (IReadOnlyDictionary<string, object?>)state[Originals]!;
        using var guard = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        foreach (var entry in _parameters)
        {
            var name = FullName(entry);
            if (masks.GetValueOrDefault(name) is Tensor mask)
            {
                var parameter = entry.Module.get_parameter(entry.Name)!;
                custom_from_mask(entry.Module, entry.Name, mask.to(parameter.device));
                Original(entry).copy_((Tensor)originals[name]!);
            }
        }

        foreach (var (name, value) in (IReadOnlyDictionary<string, object?>)state[Initial]!)
        {
            _initial[name] = ((Tensor)value!).clone().DetachFromDisposeScope();
        }
    }

    private void Say()
    {
        if (_verbose == 0)
        {
            return;
        }

        var (zeros, all) = (0L, 0L);
        foreach (var entry in _parameters)
        {
            using var kept = Mask(entry).count_nonzero();
            var (size, out_) = (Mask(entry).numel(), Mask(entry).numel() - kept.ToScalar().ToInt64());
            (zeros, all) = (zeros + out_, all + size);
            if (_verbose > 1)
            {
                L.rank_zero_info($"Pruned of {FullName(entry)}: {out_} of {size} ({100.0 * out_ / size:F2} %)");
            }
        }

        L.rank_zero_info($"Pruned in all: {zeros} of {all} ({100.0 * zeros / all:F2} %)");
    }

    private void Forget()
    {
        foreach (var tensor in _initial.Values)
        {
            tensor.Dispose();
        }

        _initial.Clear();
        _restored = null;
        _pruned = null;
    }

    private string FullName((torch.nn.Module Module, string Name) entry)
    {
        var path = _pruned!.named_modules().First(own => ReferenceEquals(own.module, entry.Module)).name;
        return path.Length == 0 ? entry.Name : $"{path}.{entry.Name}";
    }

    private static bool IsPruned((torch.nn.Module Module, string Name) entry) => entry.Module.get_buffer($"{entry.Name}_mask") is not null;

    private static Tensor Mask((torch.nn.Module Module, string Name) entry) => entry.Module.get_buffer($"{entry.Name}_mask")!;

    private static TorchSharp.Modules.Parameter Original((torch.nn.Module Module, string Name) entry) =>
        entry.Module.get_parameter($"{entry.Name}_orig")!;
}
