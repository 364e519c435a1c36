using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>Tensors from .NET arrays: the elements are copied into memory of libtorch's own, which is aligned as its kernels like it.</summary>
public static partial class torch
{
    /// <summary>A new tensor with the elements and the shape of an array (torch.from_numpy's counterpart).</summary>
    /// <param name="rawArray">An array of any rank whose element type a tensor can hold.</param>
    /// <param name="device">Device; the default one when null.</param>
    public static Tensor from_array(Array rawArray, Device? device = null) => from_array(rawArray, null, device);

    /// <summary>A new tensor with the elements and the shape of an array.</summary>
    /// <param name="rawArray">An array of any rank whose element type a tensor can hold.</param>
    /// <param name="dtype">Element type; the array's when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="names">Names of its dimensions; null for none.</param>
    /// <exception cref="ArgumentException">A tensor cannot hold such elements.</exception>
    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        var shape = new long[rawArray.Rank];
        for (int i = 0; i < shape.Length; i++)
        {
            shape[i] = rawArray.GetLongLength(i);
        }

        return FromBytes(BytesOf(rawArray), ElementTypeOf(rawArray), shape, dtype, device, requires_grad, names);
    }

    /// <summary>A new tensor with the elements of an array (torch.as_tensor).</summary>
    /// <param name="data">An array of any rank.</param>
    /// <param name="dtype">Element type; the array's when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>A tensor of the given type on the given device; the same object's data where nothing changes (torch.as_tensor).</summary>
    /// <param name="data">The tensor.</param>
    /// <param name="dtype">Element type; the tensor's when null.</param>
    /// <param name="device">Device; the tensor's when null.</param>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.to(dtype ?? data.dtype, device ?? data.device);
    }

    /// <summary>A one-dimensional tensor of the bytes of an array, read as another type (torch.frombuffer). The bytes are copied.</summary>
    /// <param name="rawArray">An array whose element type a tensor can hold.</param>
    /// <param name="dtype">How the bytes are read.</param>
    /// <param name="count">How many elements; all that fit when -1.</param>
    /// <param name="offset">Where to begin, in elements of the array: in bytes, as Python has it, where it is one of bytes.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <exception cref="ArgumentException">The array is too short.</exception>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        ReadOnlySpan<byte> bytes = BytesOf(rawArray);
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, rawArray.LongLength);
        long start = offset * ElementTypeOf(rawArray).ElementSize();
        int size = dtype.ElementSize();
        long room = (bytes.Length - start) / size;
        long elements = count < 0 ? room : count;
        if (elements > room)
        {
            throw new ArgumentException(
                $"{elements} elements of {dtype} do not fit behind element {offset} of the array: {bytes.Length - start} bytes are left, for {room} of them", nameof(count));
        }

        return FromBytes(bytes.Slice((int)start, (int)(elements * size)), dtype, [elements], dtype, null, requires_grad, null);
    }

    internal static Tensor FromSpan<T>(
        ReadOnlySpan<T> data, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names)
        where T : unmanaged =>
        FromBytes(MemoryMarshal.AsBytes(data), ElementTypes.Of<T>(), shape, dtype, device, requiresGrad, names);

    internal static Tensor FromList<T>(
        IList<T> data, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(data);
        ReadOnlySpan<T> span = data switch
        {
            T[] array => array,
            List<T> list => CollectionsMarshal.AsSpan(list),
            _ => data.ToArray(),
        };
        return FromSpan(span, shape, dtype, device, requiresGrad, names);
    }

    private static unsafe Tensor FromBytes(
        ReadOnlySpan<byte> bytes, ScalarType elementType, ReadOnlySpan<long> shape, ScalarType? dtype, Device? device, bool requiresGrad, string[]? names)
    {
        nint made;
        int status;
        fixed (byte* data = bytes)
        fixed (long* sizes = shape)
        {
            status = NativeMethods.tl_tensor_copy_from(data, bytes.Length, sizes, shape.Length, TypeNumbers.Of(elementType), &made);
        }

        NativeError.Check(status, "torch.tensor");
        var tensor = new Tensor(made);
        Device? place = Place(device);
        if ((dtype is { } wanted && wanted != elementType) || (place is not null && place.type != DeviceType.CPU))
        {
            using Tensor source = tensor;
            tensor = source.to(dtype ?? elementType, place ?? CPU);
        }

        return Finish(tensor, requiresGrad, names);
    }

    private static T NotNull<T>(T? value, [CallerArgumentExpression(nameof(value))] string? name = null)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(value, name);
        return value;
    }

    private static ReadOnlySpan<byte> BytesOf(Array array)
    {
        long bytes = array.LongLength * ElementTypeOf(array).ElementSize();
        return bytes <= int.MaxValue
            ? MemoryMarshal.CreateReadOnlySpan(ref MemoryMarshal.GetArrayDataReference(array), (int)bytes)
            : throw new ArgumentException($"an array of {bytes} bytes is too big to copy in one go; fill an empty tensor part by part");
    }

    private static ScalarType ElementTypeOf(Array array) => array.GetType().GetElementType() switch
    {
        var type when type == typeof(float) => ScalarType.Float32,
        var type when type == typeof(double) => ScalarType.Float64,
        var type when type == typeof(long) => ScalarType.Int64,
        var type when type == typeof(int) => ScalarType.Int32,
        var type when type == typeof(short) => ScalarType.Int16,
        var type when type == typeof(sbyte) => ScalarType.Int8,
        var type when type == typeof(byte) => ScalarType.Byte,
        var type when type == typeof(bool) => ScalarType.Bool,
        var type when type == typeof(Half) => ScalarType.Float16,
        var type when type == typeof(BFloat16) => ScalarType.BFloat16,
        var type when type == typeof((float, float)) => ScalarType.ComplexFloat32,
        var type when type == typeof(Complex) => ScalarType.ComplexFloat64,
        var type => throw new ArgumentException(
            $"a tensor cannot hold elements of type {type?.Name}; use byte, sbyte, short, int, long, Half, BFloat16, float, double, bool, (float, float) or Complex"),
    };
}
