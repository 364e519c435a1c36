using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors hot.cpp; contracts in torchlight.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tl_add(nint self, nint other, Value* result);

    [LibraryImport(Library)]
    internal static partial int tl_sub(nint self, nint other, Value* result);

    [LibraryImport(Library)]
    internal static partial int tl_mul(nint self, nint other, Value* result);

    [LibraryImport(Library)]
    internal static partial int tl_div(nint self, nint other, Value* result);

    [LibraryImport(Library)]
    internal static partial int tl_add_scalar(nint self, Value* other, Value* result);

    [LibraryImport(Library)]
    internal static partial int tl_sub_scalar(nint self, Value* other, Value* result);

    [LibraryImport(Library)]
    internal static partial int tl_mul_scalar(nint self, Value* other, Value* result);

    [LibraryImport(Library)]
    internal static partial int tl_div_scalar(nint self, Value* other, Value* result);

    [LibraryImport(Library)]
    internal static partial int tl_matmul(nint self, nint other, Value* result);

    [LibraryImport(Library)]
    internal static partial int tl_linear(nint input, nint weight, nint bias, Value* result);

    [LibraryImport(Library)]
    internal static partial int tl_relu(nint self, Value* result);

    [LibraryImport(Library)]
    internal static partial int tl_select(nint self, long dim, long index, Value* result);

    [LibraryImport(Library)]
    internal static partial int tl_empty(
        long* sizes, int dim, int dtype, int deviceType, int deviceIndex, byte zero, byte requiresGrad, Value* result);
}
