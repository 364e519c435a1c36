using System.Runtime.InteropServices;

namespace TorchSharp.Interop;

/// <summary>Strings as an array of zero-terminated UTF-8 for the time of a call.</summary>
internal unsafe ref struct Utf8Strings
{
    internal Utf8Strings(IReadOnlyList<string> texts)
    {
        Length = texts.Count;
        Pointers = (byte**)NativeMemory.AllocZeroed((nuint)Length + 1, (nuint)sizeof(byte*));
        for (int i = 0; i < Length; i++)
        {
            Pointers[i] = (byte*)Marshal.StringToCoTaskMemUTF8(texts[i]);
        }
    }

    internal byte** Pointers { get; private set; }

    internal int Length { get; }

    public void Dispose()
    {
        for (int i = 0; i < Length; i++)
        {
            Marshal.FreeCoTaskMem((nint)Pointers[i]);
        }

        NativeMemory.Free(Pointers);
        Pointers = null;
    }
}
