using System.Numerics.Tensors;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Tensors of this library as those of <c>System.Numerics.Tensors</c>, and back.</summary>
public static class NumericsTensorExtensionMethods
{
    /// <summary>The same memory as a span of <c>System.Numerics.Tensors</c>, without a copy.</summary>
    /// <typeparam name="T">The .NET type of the elements, exactly.</typeparam>
    /// <param name="tensor">A dense tensor in the processor's memory; it has to stay undisposed for as long as the span is used.</param>
    /// <exception cref="ArgumentException">The elements are of another type, the memory is elsewhere, or the tensor is sparse.</exception>
    public static unsafe TensorSpan<T> AsTensorSpan<T>(this torch.Tensor tensor)
        where T : unmanaged
    {
        nint[] lengths = Check<T>(tensor);
        nint data;
        NativeError.Check(NativeMethods.tl_tensor_data(tensor.Handle, &data), nameof(AsTensorSpan));
        // What is repeated in memory (expanded) has stride 0 there as here; the span's own length is of the memory that is touched.
        nint[] strides = [.. tensor.stride().Select((stride, dimension) => lengths[dimension] <= 1 ? 0 : (nint)stride)];
        nint touched = lengths.Contains(0) ? 0 : 1;
        for (int dimension = 0; dimension < lengths.Length && touched > 0; dimension++)
        {
            touched += (lengths[dimension] - 1) * strides[dimension];
        }

        return lengths.Length == 0
            ? new TensorSpan<T>((T*)data, 1, [1], [0])
            : touched == 0 ? new TensorSpan<T>(new T[] { }, lengths) : new TensorSpan<T>((T*)data, touched, lengths, strides);
    }

    /// <summary>A copy as a tensor of <c>System.Numerics.Tensors</c>.</summary>
    /// <typeparam name="T">The .NET type of the elements, exactly.</typeparam>
    /// <param name="tensor">A dense tensor on any device; one without dimensions becomes one of length 1.</param>
    /// <exception cref="ArgumentException">The elements are of another type, or the tensor is sparse.</exception>
    public static System.Numerics.Tensors.Tensor<T> ToNumericsTensor<T>(this torch.Tensor tensor)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        using DisposeScope scope = NewDisposeScope();
        using IDisposable mode = no_grad();
        torch.Tensor host = tensor.detach().cpu().contiguous();
        nint[] lengths = Check<T>(host);
        T[] elements = host.data<T>().ToArray();
        return System.Numerics.Tensors.Tensor.Create(elements, lengths.Length == 0 ? [1] : lengths);
    }

    /// <summary>A copy as a tensor of this library, on the processor.</summary>
    /// <typeparam name="T">The .NET type of the elements.</typeparam>
    /// <param name="span">The elements, with any strides.</param>
    /// <exception cref="ArgumentException">No tensor has elements of that type.</exception>
    public static torch.Tensor ToTorchTensor<T>(this ReadOnlyTensorSpan<T> span)
        where T : unmanaged
    {
        long[] shape = new long[span.Rank];
        for (int dimension = 0; dimension < shape.Length; dimension++)
        {
            shape[dimension] = span.Lengths[dimension];
        }

        torch.Tensor tensor = empty(shape, ElementTypes.Of<T>());
        if (span.FlattenedLength > 0)
        {
            span.FlattenTo(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, T>(tensor.bytes));
        }

        return tensor;
    }

    /// <inheritdoc cref="ToTorchTensor{T}(ReadOnlyTensorSpan{T})"/>
    public static torch.Tensor ToTorchTensor<T>(this TensorSpan<T> span)
        where T : unmanaged => ((ReadOnlyTensorSpan<T>)span).ToTorchTensor();

    /// <summary>A copy as a tensor of this library, on the processor.</summary>
    /// <typeparam name="T">The .NET type of the elements.</typeparam>
    /// <param name="tensor">The tensor.</param>
    /// <exception cref="ArgumentException">No tensor has elements of that type.</exception>
    public static torch.Tensor ToTorchTensor<T>(this System.Numerics.Tensors.Tensor<T> tensor)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return tensor.AsReadOnlyTensorSpan().ToTorchTensor();
    }

    private static nint[] Check<T>(torch.Tensor tensor)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(tensor);
        if (!ElementTypes.Holds<T>(tensor.dtype))
        {
            throw new ArgumentException($"the elements are {tensor.dtype}, which a {typeof(T).Name} does not hold; convert the tensor with to_type", nameof(tensor));
        }

        return tensor.layout == Layout.Strided && tensor.device.type == DeviceType.CPU
            ? [.. tensor.shape.Select(length => (nint)length)]
            : throw new ArgumentException(
                $"the tensor is {tensor.layout} on {tensor.device}; only dense ones in the processor's memory can be seen: to_dense() and cpu() it first",
                nameof(tensor));
    }
}
