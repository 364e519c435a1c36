using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>A string as UTF-8 in native memory for the time of a call; null stays null.</summary>
internal unsafe ref struct Utf8Argument
{
    internal Utf8Argument(string? text)
    {
        Pointer = (byte*)Marshal.StringToCoTaskMemUTF8(text);
        Length = text is null ? 0 : System.Text.Encoding.UTF8.GetByteCount(text);
    }

    internal byte* Pointer { get; private set; }

    internal int Length { get; }

    internal Value Value => Value.OfString(Pointer, Length);

    public void Dispose()
    {
        Marshal.FreeCoTaskMem((nint)Pointer);
        Pointer = null;
    }
}
