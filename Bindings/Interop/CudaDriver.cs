using System.Runtime.InteropServices;
using System.Text;

namespace TorchSharp.Interop;

/// <summary>
/// NVIDIA's driver library, whose C interface is the same under every CUDA: the properties of devices, which libtorch keeps to programs built with
/// CUDA's headers. Devices are numbered as libtorch numbers them, both by CUDA_VISIBLE_DEVICES.
/// </summary>
internal sealed unsafe class CudaDriver
{
    private static readonly Lazy<CudaDriver> Shared = new(Open);

    private readonly delegate* unmanaged<int*, int, int> deviceGet;
    private readonly delegate* unmanaged<byte*, int, int, int> getName;
    private readonly delegate* unmanaged<nuint*, int, int> totalMemory;
    private readonly delegate* unmanaged<int*, int, int, int> getAttribute;
    private readonly delegate* unmanaged<int*, int, int, int> canAccessPeer;
    private readonly delegate* unmanaged<nint*, int, int> retainContext;
    private readonly delegate* unmanaged<int, int> releaseContext;
    private readonly delegate* unmanaged<nint, int> pushContext;
    private readonly delegate* unmanaged<nint*, int> popContext;
    private readonly delegate* unmanaged<nuint*, nuint*, int> memoryInfo;

    /// <param name="symbol">Finds the driver's functions by their names.</param>
    internal CudaDriver(Func<string, nint> symbol)
    {
        deviceGet = (delegate* unmanaged<int*, int, int>)symbol("cuDeviceGet");
        getName = (delegate* unmanaged<byte*, int, int, int>)symbol("cuDeviceGetName");
        totalMemory = (delegate* unmanaged<nuint*, int, int>)symbol("cuDeviceTotalMem_v2");
        getAttribute = (delegate* unmanaged<int*, int, int, int>)symbol("cuDeviceGetAttribute");
        canAccessPeer = (delegate* unmanaged<int*, int, int, int>)symbol("cuDeviceCanAccessPeer");
        retainContext = (delegate* unmanaged<nint*, int, int>)symbol("cuDevicePrimaryCtxRetain");
        releaseContext = (delegate* unmanaged<int, int>)symbol("cuDevicePrimaryCtxRelease_v2");
        pushContext = (delegate* unmanaged<nint, int>)symbol("cuCtxPushCurrent_v2");
        popContext = (delegate* unmanaged<nint*, int>)symbol("cuCtxPopCurrent_v2");
        memoryInfo = (delegate* unmanaged<nuint*, nuint*, int>)symbol("cuMemGetInfo_v2");
        Check(((delegate* unmanaged<uint, int>)symbol("cuInit"))(0), "cuInit");
    }

    /// <summary>The driver of this machine.</summary>
    /// <exception cref="TorchException">There is none, or it does not start.</exception>
    internal static CudaDriver Instance => Shared.Value;

    /// <summary>The device's name, as its maker gives it.</summary>
    internal string Name(int index)
    {
        const int Capacity = 256;
        byte* text = stackalloc byte[Capacity];
        Check(getName(text, Capacity, Device(index)), "cuDeviceGetName");
        return Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(text));
    }

    internal long TotalMemory(int index)
    {
        nuint bytes;
        Check(totalMemory(&bytes, Device(index)), "cuDeviceTotalMem");
        return checked((long)bytes);
    }

    /// <param name="attribute">The number of a <c>CU_DEVICE_ATTRIBUTE</c>.</param>
    /// <param name="index">The device.</param>
    internal int Attribute(int attribute, int index)
    {
        int value;
        Check(getAttribute(&value, attribute, Device(index)), "cuDeviceGetAttribute");
        return value;
    }

    internal bool CanAccessPeer(int index, int peer)
    {
        int can;
        Check(canAccessPeer(&can, Device(index), Device(peer)), "cuDeviceCanAccessPeer");
        return can != 0;
    }

    /// <summary>Bytes free and bytes in all.</summary>
    internal (long Free, long Total) Memory(int index)
    {
        int device = Device(index);
        nint context, popped;
        Check(retainContext(&context, device), "cuDevicePrimaryCtxRetain");
        try
        {
            Check(pushContext(context), "cuCtxPushCurrent");
            nuint free, total;
            int status = memoryInfo(&free, &total);
            Check(popContext(&popped), "cuCtxPopCurrent");
            Check(status, "cuMemGetInfo");
            return checked(((long)free, (long)total));
        }
        finally
        {
            // The status says nothing that could be acted upon: libtorch holds the context as well.
            _ = releaseContext(device);
        }
    }

    private int Device(int index)
    {
        int device;
        Check(deviceGet(&device, index), "cuDeviceGet");
        return device;
    }

    private static CudaDriver Open()
    {
        string name = OperatingSystem.IsWindows() ? "nvcuda.dll" : "libcuda.so.1";
        return NativeLibrary.TryLoad(name, out nint library)
            ? new CudaDriver(function => NativeLibrary.GetExport(library, function))
            : throw new TorchException($"torch.cuda: NVIDIA's driver library {name} is not on this machine; it comes with the driver that nvidia-smi tells of");
    }

    private static void Check(int status, string function)
    {
        if (status != 0)
        {
            throw new TorchException($"torch.cuda: the driver's {function} failed with CUresult {status}");
        }
    }
}
