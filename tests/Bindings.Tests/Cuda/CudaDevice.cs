using TorchSharp;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace Bindings.Tests.Cuda;

/// <summary>What the tests marked Cuda share: whether they can run, and comparisons with the processor.</summary>
internal static class CudaDevice
{
    /// <summary>Why tests on a device cannot run here; null where they can.</summary>
    public static string? WhyWithout { get; } = cuda.is_available()
        ? null
        : backends.cuda.is_built()
            ? $"libtorch {NativeLibraries.LibtorchVersion} has CUDA, but no device answers."
            : $"libtorch {NativeLibraries.LibtorchVersion} was built without CUDA.";

    /// <summary>Why a part of CUDA cannot be tried here; null where it can.</summary>
    public static string? WhyWithoutPart(CudaPart part) => WhyWithout ?? part switch
    {
        CudaPart.Allocator => Refuses(() => cuda.memory_stats()),
        CudaPart.Graphs => Refuses(() => new cuda.CUDAGraph().Dispose()),
        CudaPart.Bfloat16 => cuda.is_bf16_supported() ? null : "This device does not compute with bfloat16.",
        CudaPart.CuDnn => cuda.is_cudnn_available() ? null : "libtorch was built without cuDNN.",
        CudaPart.Nccl => distributed.is_nccl_available() ? null : "The native library was built without NCCL's headers.",
        CudaPart.EventTimes => VersionAtLeast(2, 4) ? null : "libtorch tells the time between events from 2.4 on.",
        CudaPart.SeveralDevices => cuda.device_count() > 1 ? null : "There is one device only.",
        _ => null,
    };

    /// <summary>Whether libtorch is of this version or later.</summary>
    public static bool VersionAtLeast(int major, int minor) => Version.Parse(NativeLibraries.LibtorchVersion) >= new Version(major, minor);

    /// <summary>Fails unless both tensors agree in type, shape and, within the tolerance of their type, values.</summary>
    public static void AssertAgrees(Tensor expected, Tensor actual, double? tolerance = null)
    {
        using var scope = NewDisposeScope();
        Assert.Equal(expected.dtype, actual.dtype);
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(DeviceType.CUDA, actual.device_type);
        var host = actual.detach().cpu();
        var limit = tolerance ?? Tolerance(expected.dtype);
        var (left, right) = (Wide(expected.detach()), Wide(host));
        Assert.True(allclose(left, right, limit, limit, equal_nan: true), $"largest difference {Farthest(left, right)}, allowed {limit}");
    }

    /// <summary>A leaf of one's own on the device with the same values.</summary>
    public static Tensor Twin(this Tensor tensor) => tensor.detach().to(CUDA).requires_grad_(tensor.requires_grad);

    private static double Tolerance(ScalarType type) => type switch
    {
        ScalarType.Float16 => 4e-3,
        ScalarType.BFloat16 => 3e-2,
        ScalarType.Float32 or ScalarType.ComplexFloat32 => 1e-4,
        ScalarType.Float64 or ScalarType.ComplexFloat64 => 1e-9,
        _ => 0,
    };

    private static Tensor Wide(Tensor tensor) => tensor.to_type(tensor.is_complex() ? ScalarType.ComplexFloat64 : ScalarType.Float64);

    private static double Farthest(Tensor left, Tensor right) => left.numel() == 0 ? 0 : (left - right).abs().max().item<double>();

    private static string? Refuses(Action ask)
    {
        try
        {
            ask();
            return null;
        }
        catch (TorchNotImplementedException refusal)
        {
            return refusal.Message;
        }
    }
}
