using System.Runtime.InteropServices;

namespace Torchlight.Vision.Interop;

/// <summary>Imports of torchlight_vision; contracts in Native/include/torchlight_vision.h.</summary>
internal static unsafe partial class CodecMethods
{
    internal const string Library = "torchlight_vision";

    /// <summary>Mirrors <c>TLV_ABI_VERSION</c>.</summary>
    internal const int AbiVersion = 1;

    [LibraryImport(Library)]
    internal static partial int tlv_abi_version();

    [LibraryImport(Library)]
    internal static partial CodecStatus tlv_probe(
        byte* data, long size, CodecDecodeOptions* options, CodecImage* image, byte* message, int messageCapacity);

    [LibraryImport(Library)]
    internal static partial CodecStatus tlv_decode(
        byte* data, long size, CodecDecodeOptions* options, byte* planes, long planesSize, byte* message, int messageCapacity);

    [LibraryImport(Library)]
    internal static partial CodecStatus tlv_encode(
        byte* planes, int channels, int height, int width, CodecEncodeOptions* options, byte** encoded, long* encodedSize, byte* message, int messageCapacity);

    [LibraryImport(Library)]
    internal static partial void tlv_free(void* encoded);
}
