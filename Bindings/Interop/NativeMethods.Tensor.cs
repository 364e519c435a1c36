using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors tensor.cpp; contracts in torchlight.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void tl_tensor_release(nint tensor);

    [LibraryImport(Library)]
    internal static partial void tl_tensors_release(nint* tensors, int count);

    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial int tl_tensor_is_light(nint tensor);

    [LibraryImport(Library)]
    internal static partial nint tl_tensor_retain(nint tensor);

    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial long tl_tensor_dim(nint tensor);

    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial long tl_tensor_numel(nint tensor);

    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial int tl_tensor_dtype(nint tensor);

    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial int tl_tensor_device_type(nint tensor);

    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial int tl_tensor_device_index(nint tensor);

    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial int tl_tensor_layout(nint tensor);

    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial long tl_tensor_sizes(nint tensor, long** sizes);

    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial long tl_tensor_strides(nint tensor, long** strides);

    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial int tl_tensor_requires_grad(nint tensor);

    [LibraryImport(Library)]
    internal static partial long tl_tensor_use_count(nint tensor);

    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial long tl_tensor_storage_offset(nint tensor);

    [LibraryImport(Library)]
    internal static partial int tl_tensor_is_leaf(nint tensor);

    [LibraryImport(Library)]
    internal static partial long tl_tensor_owned_bytes(nint tensor);

    [LibraryImport(Library)]
    internal static partial int tl_tensor_is_contiguous(nint tensor, int memoryFormat, byte* result);

    [LibraryImport(Library)]
    internal static partial int tl_tensor_data(nint tensor, nint* data);

    [LibraryImport(Library)]
    internal static partial int tl_tensor_storage_data(nint tensor, nint* data, long* bytes);

    [LibraryImport(Library)]
    internal static partial int tl_tensor_set_requires_grad(nint tensor, byte requiresGrad);

    [LibraryImport(Library)]
    internal static partial int tl_tensor_grad(nint tensor, nint* grad);

    [LibraryImport(Library)]
    internal static partial int tl_tensor_set_grad(nint tensor, nint grad);

    [LibraryImport(Library)]
    internal static partial int tl_tensor_retain_grad(nint tensor);

    [LibraryImport(Library)]
    internal static partial int tl_tensor_version(nint tensor, long* version);

    [SuppressGCTransition]
    [LibraryImport(Library)]
    internal static partial int tl_tensor_is_lazy(nint tensor);

    [LibraryImport(Library)]
    internal static partial int tl_tensor_names(nint tensor, byte** names);

    [LibraryImport(Library)]
    internal static partial int tl_tensor_from_blob(
        void* data, long* sizes, int dim, int dtype, delegate* unmanaged<nint, void> deleter, nint context, nint* result);

    [LibraryImport(Library)]
    internal static partial int tl_tensor_copy_from(void* data, long bytes, long* sizes, int dim, int dtype, nint* result);

    [LibraryImport(Library)]
    internal static partial int tl_tensor_item(nint tensor, Value* value, double* complex);
}
