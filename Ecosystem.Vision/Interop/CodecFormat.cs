namespace Torchlight.Vision.Interop;

/// <summary>Mirrors <c>tlv_format</c> of torchlight_vision.h.</summary>
internal enum CodecFormat
{
    Unknown,
    Jpeg,
    Png,
    Webp,
}
