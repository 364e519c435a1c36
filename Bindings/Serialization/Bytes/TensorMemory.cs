using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>The addresses behind tensors, for the code that copies bytes between files and memory.</summary>
internal static unsafe class TensorMemory
{
    /// <summary>The address of the memory that a tensor's elements lie in, from which its storage offset counts.</summary>
    public static nint StorageAddress(Tensor tensor)
    {
        nint data;
        long bytes;
        NativeError.Check(NativeMethods.tl_tensor_storage_data(tensor.Handle, &data, &bytes), "Tensor.storage");
        GC.KeepAlive(tensor);
        return data;
    }

    /// <summary>How many bytes the memory that a tensor's elements lie in has.</summary>
    public static long StorageBytes(Tensor tensor)
    {
        nint data;
        long bytes;
        NativeError.Check(NativeMethods.tl_tensor_storage_data(tensor.Handle, &data, &bytes), "Tensor.storage");
        GC.KeepAlive(tensor);
        return bytes;
    }

    /// <summary>The address of a CPU tensor's first element.</summary>
    public static nint Address(Tensor tensor)
    {
        nint data;
        NativeError.Check(NativeMethods.tl_tensor_data(tensor.Handle, &data), "Tensor.data_ptr");
        GC.KeepAlive(tensor);
        return data;
    }

    /// <summary>The bytes of a contiguous CPU tensor. The caller keeps the tensor alive while it uses them.</summary>
    public static MemoryBlock Bytes(Tensor tensor)
    {
        nint data;
        NativeError.Check(NativeMethods.tl_tensor_data(tensor.Handle, &data), "Tensor.data_ptr");
        return new MemoryBlock(data, tensor.numel() * tensor.dtype.ElementSize());
    }

    /// <summary>
    /// Makes truth values of bytes from a file: any but 0 becomes 1. Kernels may add the bytes up to know how much room a mask's positions need.
    /// </summary>
    public static void MakeTruthValues(MemoryBlock bytes)
    {
        for (var index = 0; index < bytes.SpanCount; index++)
        {
            var span = bytes.SpanAt(index);
            for (var other = span.IndexOfAnyExceptInRange((byte)0, (byte)1); other >= 0; other = span.IndexOfAnyExceptInRange((byte)0, (byte)1))
            {
                span[other] = 1;
                span = span[(other + 1)..];
            }
        }
    }

    /// <summary>Whether the elements are other than the memory says: a conjugate or a negation not yet carried out, or zeros that take
    /// none.</summary>
    public static bool IsLazy(Tensor tensor)
    {
        bool lazy = NativeMethods.tl_tensor_is_lazy(tensor.Handle) != 0;
        GC.KeepAlive(tensor);
        return lazy;
    }

    /// <summary>A tensor whose memory holds the elements of a lazy one; the caller owns it.</summary>
    public static Tensor Materialize(Tensor tensor)
    {
        using var real = ops.aten.clone(tensor);
        using var conjugated = ops.aten.resolve_conj(real);
        return ops.aten.resolve_neg(conjugated).DetachFromDisposeScope();
    }
}
