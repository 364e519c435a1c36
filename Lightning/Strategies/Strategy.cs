namespace Lightning;

/// <summary>How many processes run and who talks to whom. A name converts: "auto" or "single_device".</summary>
/// <remarks>Python: <c>lightning.pytorch.strategies.Strategy</c>. Six abstract members; <see cref="SingleDeviceStrategy"/> is the template for another one.</remarks>
public abstract class Strategy
{
    /// <summary>The device of this process.</summary>
    public abstract Device root_device { get; }

    /// <summary>The rank of this process among all.</summary>
    public abstract int global_rank { get; }

    /// <summary>How many processes run.</summary>
    public abstract int world_size { get; }

    /// <summary>Learns which devices the run uses, before anything is moved.</summary>
    public abstract void setup_environment(Accelerator accelerator, IReadOnlyList<int> devices);

    /// <summary>Waits until every process is here.</summary>
    public abstract void barrier();

    /// <summary>Reduces a tensor over the processes.</summary>
    public abstract Tensor reduce(Tensor tensor, Reduce op);

    /// <summary>Moves the module to this process's device.</summary>
    public virtual void model_to_device(LightningModule module) => module.to(root_device);

    /// <summary>Called when a run is over, whether or not it went well.</summary>
    public virtual void teardown()
    {
    }

    /// <summary>Finds a strategy by its name.</summary>
    /// <exception cref="MisconfigurationException">The name is unknown.</exception>
    public static implicit operator Strategy(string name) => name switch
    {
        "auto" or "single_device" => new SingleDeviceStrategy(),
        _ => throw new MisconfigurationException($"strategy: \"{name}\" is unknown; use one of auto, single_device."),
    };
}
