using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Mirrors generator.cpp; contracts in torchlight.h.</summary>
internal static unsafe partial class NativeMethods
{
    [LibraryImport(Library)]
    internal static partial int tl_generator_new(int deviceType, int deviceIndex, ulong seed, nint* generator);

    [LibraryImport(Library)]
    internal static partial int tl_generator_default(int deviceType, int deviceIndex, nint* generator);

    [LibraryImport(Library)]
    internal static partial void tl_generator_release(nint generator);

    [LibraryImport(Library)]
    internal static partial int tl_generator_set_seed(nint generator, ulong seed);

    [LibraryImport(Library)]
    internal static partial int tl_generator_seed(nint generator, ulong* seed);

    [LibraryImport(Library)]
    internal static partial int tl_generator_initial_seed(nint generator, ulong* seed);

    [LibraryImport(Library)]
    internal static partial int tl_generator_get_state(nint generator, nint* state);

    [LibraryImport(Library)]
    internal static partial int tl_generator_set_state(nint generator, nint state);

    [LibraryImport(Library)]
    internal static partial int tl_manual_seed(ulong seed);
}
