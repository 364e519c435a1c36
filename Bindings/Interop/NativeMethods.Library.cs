using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors library.cpp; contracts in torchlight.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial byte* tl_build_config();

    [LibraryImport(Library)]
    internal static partial int tl_get_num_threads();

    [LibraryImport(Library)]
    internal static partial int tl_set_num_threads(int threads);

    [LibraryImport(Library)]
    internal static partial int tl_get_num_interop_threads();

    [LibraryImport(Library)]
    internal static partial int tl_set_num_interop_threads(int threads);

    [LibraryImport(Library)]
    internal static partial int tl_cuda_device_count(int* count);

    [LibraryImport(Library)]
    internal static partial int tl_cuda_synchronize(long deviceIndex);

    [LibraryImport(Library)]
    internal static partial byte tl_has_cuda();

    [LibraryImport(Library)]
    internal static partial byte tl_has_mps();

    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial int tl_element_types();

    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial int tl_default_dtype();

    [LibraryImport(Library)]
    internal static partial int tl_set_default_dtype(int dtype);

    [LibraryImport(Library)]
    internal static partial int tl_promote_types(int first, int second, int* result);

    [LibraryImport(Library)]
    internal static partial int tl_set_deterministic(byte enabled, byte warnOnly);

    [LibraryImport(Library)]
    internal static partial byte tl_deterministic();

    [LibraryImport(Library)]
    internal static partial byte tl_deterministic_warn_only();

    [LibraryImport(Library)]
    internal static partial byte tl_cxx11_abi();

    [LibraryImport(Library)]
    internal static partial int tl_set_float32_matmul_precision(int precision);

    [LibraryImport(Library)]
    internal static partial int tl_float32_matmul_precision();

    [LibraryImport(Library)]
    internal static partial int tl_set_warn_always(byte enabled);

    [LibraryImport(Library)]
    internal static partial byte tl_warn_always();

    [LibraryImport(Library)]
    internal static partial int tl_set_flush_denormal(byte enabled, byte* done);
}
