using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Settings of the process. Those that return an object are put back when it is disposed.</summary>
public static partial class torch
{
    /// <summary>Makes a tensor's element type, which must be a floating-point one, that of new tensors (torch.set_default_tensor_type).</summary>
    /// <param name="t">The tensor.</param>
    /// <exception cref="TorchTypeException">Its elements are no floating-point numbers.</exception>
    public static void set_default_tensor_type(Tensor t) => set_default_dtype(NotNull(t).dtype);

    /// <summary>Whether libtorch was built with C++11's strings (torch.compiled_with_cxx11_abi).</summary>
    public static bool compiled_with_cxx11_abi() => NativeMethods.tl_cxx11_abi() != 0;

    /// <summary>Whether operators without a deterministic algorithm warn instead of failing (torch.is_deterministic_algorithms_warn_only_enabled).</summary>
    public static bool is_deterministic_algorithms_warn_only_enabled() => NativeMethods.tl_deterministic_warn_only() != 0;

    /// <summary>Sets what operators without a deterministic algorithm do (torch.set_deterministic_debug_mode).</summary>
    /// <param name="mode">What.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such mode.</exception>
    public static IDisposable set_deterministic_debug_mode(DebugMode mode) => mode switch
    {
        DebugMode.@default => use_deterministic_algorithms(false),
        DebugMode.warn => use_deterministic_algorithms(true, warn_only: true),
        DebugMode.error => use_deterministic_algorithms(true),
        _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, "the mode is one of default, warn and error"),
    };

    /// <summary>What operators without a deterministic algorithm do (torch.get_deterministic_debug_mode).</summary>
    public static DebugMode get_deterministic_debug_mode() =>
        !are_deterministic_algorithms_enabled() ? DebugMode.@default
        : is_deterministic_algorithms_warn_only_enabled() ? DebugMode.warn
        : DebugMode.error;

    /// <summary>Sets how exactly products of float32 matrices are computed (torch.set_float32_matmul_precision).</summary>
    /// <param name="precision">How exactly; the highest unless set.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such precision.</exception>
    public static IDisposable set_float32_matmul_precision(Float32MatmulPrecision precision)
    {
        if (!Enum.IsDefined(precision))
        {
            throw new ArgumentOutOfRangeException(nameof(precision), precision, "the precision is one of highest, high and medium");
        }

        var setting = new RestoredSetting<Float32MatmulPrecision>(get_float32_matmul_precision(), SetPrecision);
        SetPrecision(precision);
        return setting;
    }

    /// <summary>How exactly products of float32 matrices are computed (torch.get_float32_matmul_precision).</summary>
    public static Float32MatmulPrecision get_float32_matmul_precision() => (Float32MatmulPrecision)NativeMethods.tl_float32_matmul_precision();

    /// <summary>Sets whether libtorch gives a warning each time, and not only the first (torch.set_warn_always).</summary>
    /// <param name="mode">Whether to.</param>
    public static IDisposable set_warn_always(bool mode = true)
    {
        var setting = new RestoredSetting<bool>(is_warn_always_enabled(), SetWarnAlways);
        SetWarnAlways(mode);
        return setting;
    }

    /// <summary>Whether libtorch gives a warning each time (torch.is_warn_always_enabled).</summary>
    public static bool is_warn_always_enabled() => NativeMethods.tl_warn_always() != 0;

    /// <summary>Sets whether numbers too small to be normal are taken as zero on this thread (torch.set_flush_denormal).</summary>
    /// <param name="mode">Whether to.</param>
    /// <returns>Whether the processor can.</returns>
    public static unsafe bool set_flush_denormal(bool mode)
    {
        byte done;
        NativeError.Check(NativeMethods.tl_set_flush_denormal(mode ? (byte)1 : (byte)0, &done), "torch.set_flush_denormal");
        return done != 0;
    }

    private static void SetPrecision(Float32MatmulPrecision precision) =>
        NativeError.Check(NativeMethods.tl_set_float32_matmul_precision((int)precision), "torch.set_float32_matmul_precision");

    private static void SetWarnAlways(bool mode) => NativeError.Check(NativeMethods.tl_set_warn_always(mode ? (byte)1 : (byte)0), "torch.set_warn_always");
}
