namespace Lightning;

/// <summary>A kind of device. A name converts: "cpu", "cuda" (or "gpu"), "auto" for the best present.</summary>
/// <remarks>Python: <c>lightning.pytorch.accelerators.Accelerator</c>.</remarks>
public abstract class Accelerator
{
    private const string Names = "auto, cpu, cuda, gpu";

    /// <summary>The accelerator's name.</summary>
    public abstract string name { get; }

    /// <summary>Whether this machine and this libtorch have it.</summary>
    public abstract bool is_available();

    /// <summary>How many devices of the kind there are.</summary>
    public abstract int auto_device_count();

    /// <summary>The device of one index.</summary>
    public abstract Device get_device(int index);

    /// <summary>The random states of the devices, for a checkpoint; empty when the kind has none of its own.</summary>
    internal virtual List<object?> SaveRandomState() => [];

    /// <summary>Takes back what <see cref="SaveRandomState"/> saved.</summary>
    internal virtual void LoadRandomState(IReadOnlyList<object?> state)
    {
    }

    /// <summary>Finds an accelerator by its name.</summary>
    /// <exception cref="MisconfigurationException">The name is unknown.</exception>
    public static implicit operator Accelerator(string name) => name switch
    {
        "cpu" => new CpuAccelerator(),
        "cuda" or "gpu" => new CudaAccelerator(),
        "auto" => new CudaAccelerator() is var cuda && cuda.is_available() ? cuda : new CpuAccelerator(),
        _ => throw new MisconfigurationException($"accelerator: \"{name}\" is unknown; use one of {Names}."),
    };
}
