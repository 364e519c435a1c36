namespace Bindings.Tests.Cuda;

/// <summary>A theory on a CUDA device; skipped with the reason where it cannot run.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class CudaTheoryAttribute : TheoryAttribute
{
    /// <param name="part">What it needs beyond a device.</param>
    public CudaTheoryAttribute(CudaPart part = CudaPart.Device) => Skip = CudaDevice.WhyWithoutPart(part);
}
