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
    private string _step = "";

    internal AnomalyWatch(LightningModule module)
    {
        foreach (var (name, child) in module.named_modules())
        {
            _names.TryAdd(child, $"{name} ({child.GetType().Name})");
        }

        _hook = torch.nn.modules.module.register_module_forward_hook(Look);
    }

    /// <summary>Begins a step and forgets what earlier ones have shown.</summary>
    /// <param name="step">Which one, for the message: "batch 3".</param>
    internal void Begin(string step) => (_first, _step) = (null, step);

    /// <summary>Fails where the loss of the step is no number, naming the module whose output was the first that held one.</summary>
    internal void CheckLoss(Tensor loss)
    {
        if (HoldsNaN(loss))
        {
            throw Found("the loss", _first ?? "All modules returned numbers, so it comes from what the step does with their outputs: look for log(0), 0/0 or an empty mean.");
        }
    }

    /// <summary>Fails where the loss that a step of validation returned, or a value that it logged, is no number because of a module.</summary>
    internal void CheckValidation(string what, Tensor? value)
    {
        // A metric may have no value for a batch; only what a module made is a fault.
        if (_first is { } first && value is not null && HoldsNaN(value))
        {
            throw Found(what, first);
        }
    }

    public void Dispose()
    {
        _hook.remove();
        _autograd.Dispose();
    }

    private MisconfigurationException Found(string what, string reason) => new($"detect_anomaly: {what} of {_step} is not a number. {reason}");

    private object? Look(torch.nn.Module module, object?[] inputs, object? output)
    {
        if (_first is null && _names.TryGetValue(module, out var name) && BatchTransfer.Any(output, HoldsNaN))
        {
            _first = $"The first module that returned such values is {name}: " + (BatchTransfer.Any(inputs, HoldsNaN)
                ? "its input held them already, so look at the data and at what is done with them before."
                : "look at its inputs and parameters, lower the learning rate, or clip gradients.");
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
