namespace Bindings.Tests.Cuda;

/// <summary>A test on a CUDA device; skipped with the reason where it cannot run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CudaFactAttribute : FactAttribute
{
    /// <param name="part">What it needs beyond a device.</param>
    public CudaFactAttribute(CudaPart part = CudaPart.Device) => Skip = CudaDevice.WhyWithoutPart(part);
}
