using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Interop;

/// <summary>
/// One argument of a boxed call: 16 bytes, the twin of <c>tl_value</c> in torchlight.h. It borrows what it points to;
/// whoever makes one keeps the tensor, the pinned span or the stack slot behind it alive until the call returns.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe partial struct Value
{
    private long payload;
    private int tag;
    private int extra;

    private Value(long payload, ValueTag tag, int extra = 0)
    {
        this.payload = payload;
        this.tag = (int)tag;
        this.extra = extra;
    }

    internal static Value None => new(0, ValueTag.None);

    internal static Value Default => new(0, ValueTag.Default);

    internal readonly ValueTag Tag => (ValueTag)tag;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value Of(Tensor tensor, [CallerArgumentExpression(nameof(tensor))] string? name = null) =>
        new(Tensor.HandleOf(tensor, name), ValueTag.Tensor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Value OfOptional(Tensor? tensor) => tensor is null ? None : new(tensor.Handle, ValueTag.Tensor);

    internal static Value OfStorage(Tensor tensor) => new(Tensor.HandleOf(tensor, "storage"), ValueTag.Storage);

    internal static Value Of(long value) => new(value, ValueTag.Int);

    internal static Value Of(double value) => new(BitConverter.DoubleToInt64Bits(value), ValueTag.Double);

    internal static Value Of(bool value) => new(value ? 1 : 0, ValueTag.Bool);

    internal static Value Of(long? value) => value is { } v ? Of(v) : None;

    internal static Value Of(double? value) => value is { } v ? Of(v) : None;

    internal static Value Of(bool? value) => value is { } v ? Of(v) : None;

    /// <summary>A complex number is passed by its address: <paramref name="value"/> has to be a local or a parameter of the caller.</summary>
    internal static Value Of(in Scalar value) => value.Kind == ValueTag.Complex
        ? new((long)(nint)Unsafe.AsPointer(ref Unsafe.AsRef(in value)), ValueTag.Complex)
        : new(value.Bits, value.Kind);

    internal static Value Of(in Scalar? value) =>
        value.HasValue ? Of(in Nullable.GetValueRefOrDefaultRef(in value)) : None;

    internal static Value Of(ScalarType value) => Of((long)TypeNumbers.Of(value));

    internal static Value Of(ScalarType? value) => value is { } v ? Of(v) : None;

    internal static Value Of(Layout? value) => value is { } v ? Of((long)v) : None;

    internal static Value Of(MemoryFormat? value) => value is { } v ? Of((long)v) : None;

    internal static Value Of(Device? value) => value is null ? None : new((long)value.type, ValueTag.Device, value.index);

    internal static Value Of(Generator? value) => value is null ? None : new(value.Handle, ValueTag.Generator);

    internal static Value Of(long* items, int length) => new((nint)items, ValueTag.IntList, length);

    internal static Value Of(double* items, int length) => new((nint)items, ValueTag.DoubleList, length);

    internal static Value Of(byte* items, int length) => new((nint)items, ValueTag.BoolList, length);

    internal static Value OfTensors(nint* handles, int length) => new((nint)handles, ValueTag.TensorList, length);

    internal static Value OfOptionalTensors(nint* handles, int length) => new((nint)handles, ValueTag.OptionalTensorList, length);

    internal static Value OfString(byte* utf8, int length) => utf8 == null ? None : new((nint)utf8, ValueTag.String, length);

    internal static Value OfValues(ValueTag listTag, Value* items, int length) => new((nint)items, listTag, length);

    internal static Value OfComplex(double* parts) => new((nint)parts, ValueTag.Complex);

    internal static Value OfScript(nint handle) => new(handle, ValueTag.Object);

    internal static Value OfStream(long id, Device device) =>
        new(id, ValueTag.Stream, ((int)device.type * 256) + Math.Max(device.index, 0));
}
