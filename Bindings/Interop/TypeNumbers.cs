using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>Which element types the libtorch at hand has: its own lookups of others go past the end of a table.</summary>
internal static class TypeNumbers
{
    private static readonly int s_count = NativeMethods.tl_element_types();

    /// <summary>The number of a type.</summary>
    /// <exception cref="ArgumentOutOfRangeException">This libtorch has no such type.</exception>
    internal static int Of(ScalarType type) => (uint)type < (uint)s_count ? (int)type : throw Unknown(type);

    private static ArgumentOutOfRangeException Unknown(ScalarType type) => new(
        nameof(type), type, $"Element type {(int)type} is unknown to libtorch {NativeLibraries.LibtorchVersion}, which has those from 0 to {s_count - 1}.");
}
