namespace Torchlight.Vision.Interop;

/// <summary>Mirrors <c>tlv_status</c> of torchlight_vision.h.</summary>
internal enum CodecStatus
{
    Ok,
    InvalidArgument,
    UnknownFormat,
    Truncated,
    Corrupt,
    TooLarge,
    Unsupported,
    OutOfMemory,
    Internal,
}
