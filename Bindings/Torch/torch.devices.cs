namespace TorchSharp;

public static partial class torch
{
    /// <summary>The host.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>Tensors with a shape and a type but no data.</summary>
    public static readonly Device META = new(DeviceType.META);

    private static readonly Device CurrentCuda = new(DeviceType.CUDA);
    private static readonly Device CurrentMps = new(DeviceType.MPS);

    [ThreadStatic]
    private static Device? defaultDevice;

    /// <summary>The current CUDA device.</summary>
    public static Device CUDA => CurrentCuda;

    /// <summary>Apple's Metal device.</summary>
    public static Device MPS => CurrentMps;

    /// <summary>Makes a device from a description such as <c>cuda:1</c> (torch.device).</summary>
    /// <param name="description">Kind, and index after a colon.</param>
    public static Device device(string description) => new(description);

    /// <summary>Makes a device (torch.device).</summary>
    /// <param name="deviceType">Name of its kind.</param>
    /// <param name="index">Index, -1 for the current one.</param>
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    /// <summary>Makes a device (torch.device).</summary>
    /// <param name="deviceType">Kind.</param>
    /// <param name="index">Index, -1 for the current one.</param>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);

    /// <summary>The CUDA device of this index (torch.device).</summary>
    /// <param name="index">Index, from 0.</param>
    public static Device device(int index) => new(index);

    /// <summary>Where factories on this thread put tensors when no device is given (torch.get_default_device).</summary>
    public static Device get_default_device() => defaultDevice ?? CPU;

    /// <summary>Sets where factories on this thread put tensors when no device is given (torch.set_default_device).</summary>
    /// <param name="device">The device.</param>
    public static void set_default_device(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        defaultDevice = device;
    }

    /// <summary>Sets where factories on this thread put tensors when no device is given (torch.set_default_device).</summary>
    /// <param name="device">A description such as <c>cuda:0</c>.</param>
    public static void set_default_device(string device) => set_default_device(new Device(device));

    /// <summary>Whether libtorch has CUDA and a driver and device are there (torch.cuda.is_available).</summary>
    public static bool cuda_is_available() => cuda.is_available();

    /// <summary>Checks that a kind of device can be used.</summary>
    /// <param name="deviceType">The kind.</param>
    /// <returns>Whether it can.</returns>
    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CPU or DeviceType.META => true,
        DeviceType.CUDA => cuda.is_available(),
        DeviceType.MPS => mps_is_available(),
        _ => false,
    };

    /// <summary>Checks that a kind of device can be used.</summary>
    /// <param name="deviceType">The kind.</param>
    /// <exception cref="InvalidOperationException">It cannot.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
        {
            throw new InvalidOperationException($"this libtorch ({__version__}) has no {deviceType} device here: torch.cuda.is_available() tells");
        }
    }

    /// <summary>Checks that a device can be used; null stands for the default device.</summary>
    /// <param name="device">The device.</param>
    /// <returns>The device to use.</returns>
    public static Device InitializeDevice(Device? device)
    {
        Device chosen = device ?? get_default_device();
        InitializeDeviceType(chosen.type);
        return chosen;
    }
}
