using TorchSharp.Interop;

namespace Torchlight.Vision.Interop;

/// <summary>Picture files that are either the old ones or the new ones, whole, through the binding's <see cref="AtomicFile"/>.</summary>
internal static unsafe class WholeFile
{
    /// <summary>Writes bytes under a name, over what was there, without copying them first.</summary>
    internal static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        fixed (byte* data = bytes)
        {
            // The span cannot travel into the lambda; the bytes stay pinned until Write has called it and returned.
            nint address = (nint)data;
            int length = bytes.Length;
            AtomicFile.Write(path, file => file.Write(new ReadOnlySpan<byte>((void*)address, length)));
        }
    }

    /// <summary>The same on the thread pool.</summary>
    internal static Task WriteAsync(string path, byte[] bytes) => Task.Run(() => Write(path, bytes));
}
