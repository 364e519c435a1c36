namespace Lightning;

/// <summary>
/// Looks for values that are no numbers while <c>detect_anomaly</c> is on: in each loss, which is read to the host for it, and in what each module returns,
/// so that the error can say where the first one came from.
/// </summary>
internal sealed class AnomalyWatch : IDisposable
{
    private readonly AnomalyMode _autograd = torch.autograd.detect_anomaly();
    private readonly Dictionary<torch.nn.Module, string> _names = new(ReferenceEqualityComparer.Instance);
    private readonly torch.utils.hooks.RemovableHandle _hook;
    private string? _first;

    internal AnomalyWatch(LightningModule module)
    {
        foreach (var (name, child) in module.named_modules())
        {
            _names.TryAdd(child, $"{name} ({child.GetType().Name})");
        }

        _hook = torch.nn.modules.module.register_module_forward_hook(Look);
    }

    /// <summary>Forgets what earlier steps have shown.</summary>
    internal void Begin() => _first = null;

    /// <summary>Fails where the loss is no number, naming the module whose output was the first that held one.</summary>
    internal void CheckLoss(Tensor loss, int index)
    {
        if (double.IsNaN(loss.ToScalar().ToDouble()))
        {
            throw new MisconfigurationException(
                $"detect_anomaly: the loss of batch {index} is not a number. " + (_first is { } name
                    ? $"The first module that returned such values is {name}: look at its inputs and parameters, lower the learning rate, or clip gradients."
                    : "All modules returned numbers, so it comes from what training_step does with their outputs: look for log(0), 0/0 or an empty mean."));
        }
    }

    public void Dispose()
    {
        _hook.remove();
        _autograd.Dispose();
    }

    private object? Look(torch.nn.Module module, object?[] inputs, object? output)
    {
        if (_first is null && _names.TryGetValue(module, out var name) && BatchTransfer.Any(output, HoldsNaN))
        {
            _first = name;
        }

        return null;
    }

    private static bool HoldsNaN(Tensor tensor)
    {
        if (!tensor.is_floating_point())
        {
            return false;
        }

        using var scope = torch.NewDisposeScope();
        using var guard = torch.no_grad();
        return tensor.isnan().any().item<bool>();
    }
}
