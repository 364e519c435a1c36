using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors jit_modules.cpp, jit_functions.cpp and jit_types.cpp; contracts in torchlight_jit.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial void tl_jit_release(nint handle);

    [LibraryImport(Library)]
    internal static partial int tl_jit_load(
        byte* path, void* data, long bytes, int deviceType, int deviceIndex, Value* wanted, Value* extra, nint* @object);

    [LibraryImport(Library)]
    internal static partial int tl_jit_save(
        nint @object, Value* extra, delegate* unmanaged<nint, void*, long, nint*, void> writer, nint context,
        delegate* unmanaged<nint, void> release);

    [LibraryImport(Library)]
    internal static partial long tl_jit_identity(nint @object);

    [LibraryImport(Library)]
    internal static partial int tl_jit_type_name(nint @object, byte** name);

    [LibraryImport(Library)]
    internal static partial int tl_jit_members(nint @object, int kind, Value* members);

    [LibraryImport(Library)]
    internal static partial int tl_jit_has(nint @object, byte* name, byte* present);

    [LibraryImport(Library)]
    internal static partial int tl_jit_get(nint @object, byte* name, Value* value);

    [LibraryImport(Library)]
    internal static partial int tl_jit_set(nint @object, byte* name, Value* value);

    [LibraryImport(Library)]
    internal static partial int tl_jit_train(nint @object, byte training);

    [LibraryImport(Library)]
    internal static partial int tl_jit_rebinds(nint @object, byte* rebinds);

    [LibraryImport(Library)]
    internal static partial int tl_jit_copy(nint @object, byte deep, nint* copy);

    [LibraryImport(Library)]
    internal static partial int tl_jit_freeze(nint @object, Value* preserved, byte optimizeNumerics, nint* frozen);

    [LibraryImport(Library)]
    internal static partial int tl_jit_optimize_frozen(nint @object, Value* preservedMethods, byte optimizeNumerics);

    [LibraryImport(Library)]
    internal static partial int tl_jit_optimize_for_inference(nint @object, Value* otherMethods, nint* optimized);

    [LibraryImport(Library)]
    internal static partial int tl_jit_compile(byte* source, nint* unit);

    [LibraryImport(Library)]
    internal static partial int tl_jit_define(nint handle, byte* source);

    [LibraryImport(Library)]
    internal static partial int tl_jit_run(
        nint handle, byte* name, Value* arguments, int count, byte** keywords, int keywordCount, Value* result);

    [LibraryImport(Library)]
    internal static partial int tl_jit_functions(nint handle, Value* names);

    [LibraryImport(Library)]
    internal static partial int tl_jit_text(nint handle, byte* function, int kind, byte** text);

    [LibraryImport(Library)]
    internal static partial int tl_jit_signature(nint handle, byte* function, int* inputs, int* outputs);

    [LibraryImport(Library)]
    internal static partial int tl_jit_type(nint handle, byte* function, int index, nint* type);

    [LibraryImport(Library)]
    internal static partial int tl_jit_type_of_tensor(nint tensor, nint* type);

    [LibraryImport(Library)]
    internal static partial int tl_jit_type_text(nint type, byte** annotation, byte** kind);

    [LibraryImport(Library)]
    internal static partial int tl_jit_tensor_type(nint type, int* dtype, int* deviceType, int* deviceIndex, long* dim, Value* sizes);

    [LibraryImport(Library)]
    internal static partial int tl_jit_fusion_strategy(long* pairs, int count, Value* previous);

    [LibraryImport(Library)]
    internal static partial int tl_jit_optimized_execution(int enabled, byte* previous);
}
