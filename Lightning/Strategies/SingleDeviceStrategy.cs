namespace Lightning;

/// <summary>One process on one device.</summary>
public sealed class SingleDeviceStrategy : Strategy
{
    private Device _device = torch.CPU;

    /// <summary>Nobody asked for it: the Trainer takes another one where several processes are wanted.</summary>
    internal bool ChosenByDefault { get; init; }

    /// <inheritdoc/>
    public override Device root_device => _device;

    /// <inheritdoc/>
    public override int global_rank => 0;

    /// <inheritdoc/>
    public override int world_size => 1;

    /// <inheritdoc/>
    public override void setup_environment(Accelerator accelerator, IReadOnlyList<int> devices)
    {
        if (devices.Count != 1)
        {
            throw new MisconfigurationException(
                $"devices: {devices.Count} devices need a strategy over several processes, and single_device has one. Pass devices: 1, or strategy: \"ddp\".");
        }

        _device = accelerator.get_device(devices[0]);
    }

    /// <inheritdoc/>
    public override void barrier()
    {
    }

    /// <inheritdoc/>
    public override Tensor reduce(Tensor tensor, Reduce op) => tensor;
}
