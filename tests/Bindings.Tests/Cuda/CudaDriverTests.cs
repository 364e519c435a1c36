using System.Runtime.InteropServices;
using System.Text;
using TorchSharp;
using TorchSharp.Interop;

namespace Bindings.Tests.Cuda;

/// <summary>NVIDIA's driver played by functions of this file: what is asked of it, and what is made of its answers.</summary>
public sealed unsafe class CudaDriverTests
{
    private static readonly List<string> Asked = [];
    private static int contexts;

    [Fact]
    public void Properties_are_what_the_driver_says_of_that_device()
    {
        var driver = new CudaDriver(Pretended);

        var properties = new torch.cuda.DeviceProperties(driver, 1);

        Assert.Equal("Pretended GPU 101", properties.name);
        Assert.Equal(85_899_345_920, properties.total_memory);
        Assert.Equal((75, 76), (properties.major, properties.minor));
        Assert.Equal(16, properties.multi_processor_count);
        Assert.Equal(10, properties.warp_size);
        Assert.Equal((39, 82, 8, 81, 38), (properties.max_threads_per_multi_processor, properties.regs_per_multiprocessor,
            properties.shared_memory_per_block, properties.shared_memory_per_multiprocessor, properties.L2_cache_size));
        Assert.True(properties.is_integrated && properties.is_multi_gpu_board);
        Assert.Contains("cuInit", Asked);
    }

    [Fact]
    public void Free_memory_is_asked_within_the_device_s_context_which_is_given_back()
    {
        var driver = new CudaDriver(Pretended);

        Assert.Equal((1L << 33, 1L << 34), driver.Memory(0));
        Assert.Equal(0, contexts);
        Assert.True(driver.CanAccessPeer(0, 1));
    }

    [Fact]
    public void What_the_driver_refuses_is_named_with_its_code()
    {
        var driver = new CudaDriver(Pretended);

        string message = Assert.Throws<TorchException>(() => driver.Name(9)).Message;

        Assert.Contains("cuDeviceGet", message);
        Assert.Contains("101", message);
    }

    private static nint Pretended(string function)
    {
        Asked.Add(function);
        return function switch
        {
            "cuInit" => (nint)(delegate* unmanaged<uint, int>)&Init,
            "cuDeviceGet" => (nint)(delegate* unmanaged<int*, int, int>)&DeviceGet,
            "cuDeviceGetName" => (nint)(delegate* unmanaged<byte*, int, int, int>)&GetName,
            "cuDeviceTotalMem_v2" => (nint)(delegate* unmanaged<nuint*, int, int>)&TotalMemory,
            "cuDeviceGetAttribute" => (nint)(delegate* unmanaged<int*, int, int, int>)&GetAttribute,
            "cuDeviceCanAccessPeer" => (nint)(delegate* unmanaged<int*, int, int, int>)&CanAccessPeer,
            "cuDevicePrimaryCtxRetain" => (nint)(delegate* unmanaged<nint*, int, int>)&Retain,
            "cuDevicePrimaryCtxRelease_v2" => (nint)(delegate* unmanaged<int, int>)&ReleaseContext,
            "cuCtxPushCurrent_v2" => (nint)(delegate* unmanaged<nint, int>)&Push,
            "cuCtxPopCurrent_v2" => (nint)(delegate* unmanaged<nint*, int>)&Pop,
            "cuMemGetInfo_v2" => (nint)(delegate* unmanaged<nuint*, nuint*, int>)&MemoryInfo,
            _ => throw new EntryPointNotFoundException(function),
        };
    }

    [UnmanagedCallersOnly]
    private static int Init(uint flags) => (int)flags;

    // Two devices, whose handles are 100 and 101; 101 is also the driver's code for a device that is not there.
    [UnmanagedCallersOnly]
    private static int DeviceGet(int* device, int index)
    {
        *device = 100 + index;
        return index < 2 ? 0 : 101;
    }

    [UnmanagedCallersOnly]
    private static int GetName(byte* text, int capacity, int device)
    {
        byte[] name = Encoding.UTF8.GetBytes($"Pretended GPU {device}\0");
        name.CopyTo(new Span<byte>(text, capacity));
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int TotalMemory(nuint* bytes, int device)
    {
        *bytes = (nuint)80 << 30;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int GetAttribute(int* value, int attribute, int device)
    {
        *value = attribute;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int CanAccessPeer(int* can, int device, int peer)
    {
        *can = device != peer ? 1 : 0;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int Retain(nint* context, int device)
    {
        contexts++;
        *context = 7;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int ReleaseContext(int device)
    {
        contexts--;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int Push(nint context) => context == 7 ? 0 : 1;

    [UnmanagedCallersOnly]
    private static int Pop(nint* context)
    {
        *context = 7;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static int MemoryInfo(nuint* free, nuint* total)
    {
        *free = (nuint)1 << 33;
        *total = (nuint)1 << 34;
        return 0;
    }
}
