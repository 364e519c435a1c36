using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// A file mapped into memory, of which tensors are views: it is read as they are used, and writing to them copies a page and leaves the file as it
/// is. The mapping stays until the last of the tensors and this object have gone.
/// </summary>
internal sealed unsafe class MappedFile : IDisposable
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;

    /// <param name="path">The file.</param>
    /// <param name="length">Its length when it was looked at.</param>
    public MappedFile(string path, long length)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1);
        if (stream.Length < length)
        {
            throw new TorchFileFormatException(path, "another process has shortened the file while it was read", null);
        }
        _file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.CopyOnWrite, HandleInheritability.None, leaveOpen: true);
        _view = _file.CreateViewAccessor(0, length, MemoryMappedFileAccess.CopyOnWrite);
        _start = (byte*)_view.SafeMemoryMappedViewHandle.DangerousGetHandle() + _view.PointerOffset;
    }

    /// <summary>Whether elements of a type may be used where they lie: at a multiple of their size, and any bytes are elements.</summary>
    public static bool Suits(long offset, ScalarType type) => type != ScalarType.Bool && offset % type.ElementSize() == 0;

    /// <summary>A tensor over a part of the file, with a storage of its own; the caller owns it.</summary>
    /// <param name="offset">Where its elements begin.</param>
    /// <param name="shape">Its shape; whoever asks has seen to it that the file has that many bytes.</param>
    /// <param name="type">The type of its elements.</param>
    public Tensor View(long offset, long[] shape, ScalarType type)
    {
        var handle = _view.SafeMemoryMappedViewHandle;
        var held = false;
        handle.DangerousAddRef(ref held);
        var context = GCHandle.ToIntPtr(GCHandle.Alloc(handle));
        nint tensor;
        int status;
        fixed (long* sizes = shape)
        {
            status = NativeMethods.tl_tensor_from_blob(_start + offset, sizes, shape.Length, TypeNumbers.Of(type), &Release, context, &tensor);
        }
        if (status != 0)
        {
            Free(context);
        }
        NativeError.Check(status, "torch.from_file");
        return new Tensor(tensor);
    }

    public void Dispose()
    {
        _view.Dispose();
        _file.Dispose();
    }

    [UnmanagedCallersOnly]
    private static void Release(nint context) => Free(context);

    private static void Free(nint context)
    {
        var handle = GCHandle.FromIntPtr(context);
        ((SafeMemoryMappedViewHandle)handle.Target!).DangerousRelease();
        handle.Free();
    }
}
