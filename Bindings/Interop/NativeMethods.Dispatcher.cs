using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors dispatcher.cpp and errors.cpp; contracts in torchlight.h.</summary>
internal static unsafe partial class NativeMethods
{
    internal const string Library = "torchlight";

    [LibraryImport(Library)]
    internal static partial byte* tl_error_message();

    [LibraryImport(Library)]
    internal static partial byte* tl_error_backtrace();

    [LibraryImport(Library)]
    internal static partial byte* tl_libtorch_version();

    [LibraryImport(Library)]
    internal static partial byte* tl_abi();

    [LibraryImport(Library)]
    internal static partial int tl_op_resolve(byte* name, byte* overload, nint* op);

    [LibraryImport(Library)]
    internal static partial int tl_op_call(nint op, Value* arguments, int argumentCount, Value* results, int maxResults, int* resultCount);

    [LibraryImport(Library)]
    internal static partial int tl_op_schema(nint op, byte** text);

    [LibraryImport(Library)]
    internal static partial int tl_schema_dump(byte* nameSpace, byte** text);

    [LibraryImport(Library)]
    internal static partial int tl_load_library(byte* path);

    [LibraryImport(Library)]
    internal static partial void tl_free(void* memory);
}
