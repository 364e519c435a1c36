namespace Lightning;

/// <summary>The state of torch's random generators: the processor's, and those of the accelerator's devices.</summary>
internal sealed class RandomState : IDisposable
{
    private readonly Tensor _cpu;
    private readonly List<object?> _devices;

    private RandomState(Tensor cpu, List<object?> devices) => (_cpu, _devices) = (cpu, devices);

    internal static RandomState Capture(Accelerator accelerator) =>
        new(torch.get_rng_state().DetachFromDisposeScope(), accelerator.SaveRandomState());

    internal static RandomState? Load(object? saved) =>
        saved is IReadOnlyDictionary<string, object?> state && state.GetValueOrDefault("cpu") is Tensor cpu
            ? new RandomState(cpu.DetachFromDisposeScope(), state.GetValueOrDefault("devices") as List<object?> ?? [])
            : null;

    internal Dictionary<string, object?> Save() => new() { ["cpu"] = _cpu, ["devices"] = _devices };

    internal void Restore(Accelerator accelerator)
    {
        torch.set_rng_state(_cpu);
        accelerator.LoadRandomState(_devices);
    }

    public void Dispose() => _cpu.Dispose();
}
