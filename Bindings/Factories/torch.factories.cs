using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>The factories that fill a new tensor; the overloads by number of dimensions are generated.</summary>
public static partial class torch
{
    /// <summary>A new tensor of zeros (torch.zeros).</summary>
    /// <param name="size">The sizes of its dimensions.</param>
    /// <param name="dtype">Element type; the default one (float32 unless set) when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="names">Names of its dimensions; null for none.</param>
    public static Tensor zeros(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Named(Allocate(size, dtype, device, zero: true, requires_grad), names);

    /// <summary>A new tensor whose elements are whatever the memory held (torch.empty).</summary>
    /// <param name="size">The sizes of its dimensions.</param>
    /// <param name="dtype">Element type; the default one when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="names">Names of its dimensions; null for none.</param>
    public static Tensor empty(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Named(Allocate(size, dtype, device, zero: false, requires_grad), names);

    /// <summary>A new tensor of ones (torch.ones).</summary>
    /// <param name="size">The sizes of its dimensions.</param>
    /// <param name="dtype">Element type; the default one when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="names">Names of its dimensions; null for none.</param>
    public static Tensor ones(ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(ops.aten.ones(size, dtype: dtype, device: Place(device)), requires_grad, names);

    /// <summary>A new tensor filled with a number (torch.full). The element type follows the number when none is given.</summary>
    /// <param name="size">The sizes of its dimensions.</param>
    /// <param name="value">The number.</param>
    /// <param name="dtype">Element type; when null int64, bool, the default complex or the default real type, as the number is.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="names">Names of its dimensions; null for none.</param>
    public static Tensor full(
        ReadOnlySpan<long> size, Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(ops.aten.full(size, value, dtype: dtype, device: Place(device)), requires_grad, names);

    /// <summary>A new tensor of numbers drawn uniformly from [0, 1) (torch.rand).</summary>
    /// <param name="size">The sizes of its dimensions.</param>
    /// <param name="dtype">Element type; the default one when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="generator">Where the numbers come from; the default generator when null.</param>
    /// <param name="names">Names of its dimensions; null for none.</param>
    public static Tensor rand(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Finish(
            generator is null
                ? ops.aten.rand(size, dtype: dtype, device: Place(device))
                : ops.aten.rand_generator(size, generator, dtype: dtype, device: Place(device)),
            requires_grad, names);

    /// <summary>A new tensor of numbers drawn from the standard normal distribution (torch.randn).</summary>
    /// <param name="size">The sizes of its dimensions.</param>
    /// <param name="dtype">Element type; the default one when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="generator">Where the numbers come from; the default generator when null.</param>
    /// <param name="names">Names of its dimensions; null for none.</param>
    public static Tensor randn(
        ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null, string[]? names = null) =>
        Finish(
            generator is null
                ? ops.aten.randn(size, dtype: dtype, device: Place(device))
                : ops.aten.randn_generator(size, generator, dtype: dtype, device: Place(device)),
            requires_grad, names);

    /// <summary>A new tensor of a shape with given strides, elements unset (torch.empty_strided).</summary>
    /// <param name="size">The sizes of its dimensions.</param>
    /// <param name="strides">Elements between neighbours, by dimension.</param>
    /// <param name="dtype">Element type; the default one when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    /// <param name="names">Names of its dimensions; null for none.</param>
    public static Tensor empty_strided(
        long[] size, long[] strides, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null) =>
        Finish(ops.aten.empty_strided(size, strides, dtype: dtype, device: Place(device)), requires_grad, names);

    /// <summary>A zero-dimensional tensor of a number (torch.scalar_tensor).</summary>
    /// <param name="value">The number.</param>
    /// <param name="dtype">Element type; the default one when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    public static Tensor scalar_tensor(Scalar value, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Finish(ops.aten.scalar_tensor(value, dtype: dtype, device: Place(device)), requires_grad, null);

    private static unsafe Tensor Allocate(ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool zero, bool requiresGrad)
    {
        Device place = Place(device) ?? CPU;
        Value result;
        int status;
        fixed (long* sizes = size)
        {
            status = NativeMethods.tl_empty(sizes, size.Length, TypeNumbers.Of(dtype ?? get_default_dtype()), (int)place.type, place.index,
                zero ? (byte)1 : (byte)0, requiresGrad ? (byte)1 : (byte)0, &result);
        }

        return status == 0
            ? result.TakeTensor()
            : throw NativeError.FromOperator(status, $"{(zero ? "torch.zeros" : "torch.empty")}, size [{string.Join(", ", size.ToArray())}]");
    }

    /// <summary>The device a factory is to use; null leaves the choice to libtorch, which is the CPU.</summary>
    private static Device? Place(Device? device)
    {
        Device? place = device ?? defaultDevice;
        if (place is not null && place.type != DeviceType.CPU)
        {
            InitializeDeviceType(place.type);
        }

        return place;
    }

    private static Tensor Finish(Tensor tensor, bool requiresGrad, string[]? names)
    {
        if (requiresGrad)
        {
            tensor.requires_grad = true;
        }

        return Named(tensor, names);
    }

    private static Tensor Named(Tensor tensor, string[]? names) => names is { Length: > 0 } ? ops.aten.rename_(tensor, names) : tensor;
}
