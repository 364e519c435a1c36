namespace Lightning;

/// <summary>The processor.</summary>
public sealed class CpuAccelerator : Accelerator
{
    /// <inheritdoc/>
    public override string name => "cpu";

    /// <inheritdoc/>
    public override bool is_available() => true;

    /// <inheritdoc/>
    public override int auto_device_count() => 1;

    /// <inheritdoc/>
    public override Device get_device(int index) => torch.CPU;
}
