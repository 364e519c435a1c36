using TorchSharp.Interop;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Runs operators in mixed precision on this thread until the result is disposed (torch.autocast).</summary>
    /// <param name="device_type">The kind of device: <c>cpu</c> or <c>cuda</c>, and what else the libtorch at hand casts for.</param>
    /// <param name="dtype">The smaller type; by default bfloat16 on the CPU and float16 on CUDA.</param>
    /// <param name="enabled">False turns a mode around it off.</param>
    /// <param name="cache_enabled">Whether weights are cast once for all their uses; as it is when null.</param>
    /// <returns>The mode; not enabled for <c>cuda</c> where there is no CUDA, as in Python.</returns>
    /// <exception cref="ArgumentException">The device or libtorch cannot cast to this type.</exception>
    /// <remarks>Forward and loss belong inside, backward outside: it runs each operator in the type that forward chose.</remarks>
    public static Autocast autocast(string device_type, ScalarType? dtype = null, bool enabled = true, bool? cache_enabled = null)
    {
        ArgumentNullException.ThrowIfNull(device_type);
        return autocast(new Device(device_type).type, dtype, enabled, cache_enabled);
    }

    /// <inheritdoc cref="autocast(string, ScalarType?, bool, bool?)"/>
    public static Autocast autocast(DeviceType device_type, ScalarType? dtype = null, bool enabled = true, bool? cache_enabled = null)
    {
        ScalarType fast = dtype ?? Autocast.Read(device_type).dtype;
        bool halfOnCpu = Version.Parse(__version__.Split('+', 'a')[0]) >= new Version(2, 3);
        if (enabled && device_type == DeviceType.CPU && fast != ScalarType.BFloat16 && !(fast == ScalarType.Float16 && halfOnCpu))
        {
            throw new ArgumentException(
                $"autocast on the CPU casts to bfloat16{(halfOnCpu ? " or float16" : " (float16 needs libtorch 2.3)")}, not to {fast}", nameof(dtype));
        }

        if (enabled && device_type == DeviceType.CUDA && fast is not (ScalarType.Float16 or ScalarType.BFloat16))
        {
            throw new ArgumentException($"autocast on CUDA casts to float16 or bfloat16, not to {fast}", nameof(dtype));
        }

        return new Autocast(device_type, fast, enabled && (device_type != DeviceType.CUDA || cuda.is_available()), cache_enabled);
    }

    /// <summary>Whether this thread casts for a kind of device (torch.is_autocast_enabled).</summary>
    /// <param name="device_type">The kind of device.</param>
    public static bool is_autocast_enabled(string device_type = "cuda") => Autocast.Read(new Device(device_type).type).enabled;

    /// <summary>Whether this thread casts on the CPU (torch.is_autocast_cpu_enabled).</summary>
    public static bool is_autocast_cpu_enabled() => is_autocast_enabled("cpu");

    /// <summary>Whether cast weights are remembered (torch.is_autocast_cache_enabled).</summary>
    public static bool is_autocast_cache_enabled() => Autocast.CacheEnabled;

    /// <summary>The type that this thread casts to for a kind of device (torch.get_autocast_dtype).</summary>
    /// <param name="device_type">The kind of device.</param>
    public static ScalarType get_autocast_dtype(string device_type) => Autocast.Read(new Device(device_type).type).dtype;

    /// <summary>The type that this thread casts to on the CPU (torch.get_autocast_cpu_dtype).</summary>
    public static ScalarType get_autocast_cpu_dtype() => get_autocast_dtype("cpu");

    /// <summary>The type that this thread casts to on CUDA (torch.get_autocast_gpu_dtype).</summary>
    public static ScalarType get_autocast_gpu_dtype() => get_autocast_dtype("cuda");

    /// <summary>Sets the type that this thread casts to for a kind of device (torch.set_autocast_dtype).</summary>
    /// <param name="device_type">The kind of device.</param>
    /// <param name="dtype">The type.</param>
    public static void set_autocast_dtype(string device_type, ScalarType dtype)
    {
        DeviceType device = new Device(device_type).type;
        Autocast.Write(device, Autocast.Read(device).enabled, dtype);
    }

    /// <summary>Sets whether this thread casts on CUDA (torch.set_autocast_enabled), without a mode that ends.</summary>
    /// <param name="enabled">Whether it casts.</param>
    public static void set_autocast_enabled(bool enabled) => set_autocast_enabled("cuda", enabled);

    /// <summary>Sets whether this thread casts for a kind of device (torch.set_autocast_enabled), without a mode that ends.</summary>
    /// <param name="device_type">The kind of device.</param>
    /// <param name="enabled">Whether it casts.</param>
    public static void set_autocast_enabled(string device_type, bool enabled)
    {
        ArgumentNullException.ThrowIfNull(device_type);
        DeviceType device = new Device(device_type).type;
        Autocast.Write(device, enabled, Autocast.Read(device).dtype);
    }

    /// <summary>Forgets the weights that were cast (torch.clear_autocast_cache).</summary>
    public static void clear_autocast_cache() => NativeError.Check(NativeMethods.tl_autocast_clear_cache(), "torch.clear_autocast_cache");
}
