namespace Lightning;

/// <summary>NVIDIA's graphics processors.</summary>
public sealed class CudaAccelerator : Accelerator
{
    /// <inheritdoc/>
    public override string name => "cuda";

    /// <inheritdoc/>
    public override bool is_available() => torch.cuda.is_available();

    /// <inheritdoc/>
    public override int auto_device_count() => torch.cuda.device_count();

    /// <inheritdoc/>
    public override Device get_device(int index) => new(DeviceType.CUDA, index);
}
