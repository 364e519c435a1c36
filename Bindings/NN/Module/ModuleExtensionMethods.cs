using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Moves and conversions of modules that return the module under its own type, so that they chain.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>A copy of a module and of all below it, with parameters and buffers of its own (Python's <c>copy.deepcopy</c>).</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <returns>
    /// The copy; nothing is drawn and no constructor runs. Gradients are not copied; hooks are, and so is what the module's fields, arrays and lists
    /// hold of modules and tensors. Other objects are shared.
    /// </returns>
    /// <exception cref="NotSupportedException">
    /// A field holds modules or tensors in a collection of its own kind, or a function of the module itself; or a parameter is computed from others.
    /// </exception>
    /// <exception cref="InvalidOperationException">A parameter has no shape yet.</exception>
    public static T deepcopy<T>(this T module)
        where T : nn.Module => ModuleCopies.Of(module);

    /// <summary>Converts the floating-point and complex parameters and buffers of a module, in place. They stay the same objects.</summary>
    /// <typeparam name="T">The module's type.</typeparam>
    /// <param name="module">The module.</param>
    /// <param name="type">A floating-point or complex type.</param>
    /// <param name="non_blocking">Whether a copy from pinned memory may run behind; default false.</param>
    /// <returns>The module.</returns>
    /// <exception cref="ArgumentException">The type is neither floating-point nor complex.</exception>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false)
        where T : nn.Module => (T)module._to(type, non_blocking);

    /// <summary>Moves a module to a device and converts it, in place.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false)
        where T : nn.Module => (T)module._to(device, type, non_blocking);

    /// <summary>Moves a module to a device, in place.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : nn.Module => (T)module._to(deviceType, deviceIndex, non_blocking);

    /// <summary>Moves a module to a device, in place.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T to<T>(this T module, Device device, bool non_blocking = false)
        where T : nn.Module
    {
        ArgumentNullException.ThrowIfNull(device);
        return (T)module._to(device.type, device.index, non_blocking);
    }

    /// <summary>Moves a module to a device named as <c>cpu</c> or <c>cuda:0</c>, in place.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T to<T>(this T module, string device, bool non_blocking = false)
        where T : nn.Module => module.to(new Device(device), non_blocking);

    /// <summary>Moves and converts a module to the device and type of a tensor, in place.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T to<T>(this T module, Tensor other, bool non_blocking = false)
        where T : nn.Module => (T)module._to(other, non_blocking);

    /// <summary>Moves a module to the processor's memory.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T cpu<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module.to(DeviceType.CPU, -1, non_blocking);

    /// <summary>Moves a module to a CUDA device; -1 is the current one.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false)
        where T : nn.Module => module.to(DeviceType.CUDA, deviceIndex, non_blocking);

    /// <summary>Converts a module to 16-bit floats, in place.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T @half<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module.to(ScalarType.Float16, non_blocking);

    /// <summary>Converts a module to bfloat16, in place.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T @bfloat16<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module.to(ScalarType.BFloat16, non_blocking);

    /// <summary>Converts a module to 32-bit floats, in place.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T @float<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module.to(ScalarType.Float32, non_blocking);

    /// <summary>Converts a module to 64-bit floats, in place.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T @double<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module.to(ScalarType.Float64, non_blocking);

    /// <summary>Converts a module to complex numbers of 32-bit floats, in place.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T @cfloat<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module.to(ScalarType.ComplexFloat32, non_blocking);

    /// <summary>Converts a module to complex numbers of 64-bit floats, in place.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T @cdouble<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module.to(ScalarType.ComplexFloat64, non_blocking);

    /// <summary>Would convert a module to booleans, which no module supports: always an error, as in Python.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T @bool<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module.to(ScalarType.Bool, non_blocking);

    /// <summary>Would convert a module to bytes, which no module supports: always an error, as in Python.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T @byte<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module.to(ScalarType.Byte, non_blocking);

    /// <summary>Would convert a module to signed bytes, which no module supports: always an error, as in Python.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T @char<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module.to(ScalarType.Int8, non_blocking);

    /// <summary>Would convert a module to 16-bit integers, which no module supports: always an error, as in Python.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T @short<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module.to(ScalarType.Int16, non_blocking);

    /// <summary>Would convert a module to 32-bit integers, which no module supports: always an error, as in Python.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T @int<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module.to(ScalarType.Int32, non_blocking);

    /// <summary>Would convert a module to 64-bit integers, which no module supports: always an error, as in Python.</summary>
    /// <inheritdoc cref="to{T}(T, ScalarType, bool)"/>
    public static T @long<T>(this T module, bool non_blocking = false)
        where T : nn.Module => module.to(ScalarType.Int64, non_blocking);
}
