using System.Globalization;
using System.Numerics;

namespace TorchSharp;

/// <summary>Text, element counts and conversions of tensors, as extension methods.</summary>
public static partial class TensorExtensionMethods
{
    /// <summary>The tensor as text.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="fltFormat">A .NET format for the elements of the styles that are not Python's.</param>
    /// <param name="width">Characters in a line.</param>
    /// <param name="newLine">Between lines.</param>
    /// <param name="cultureInfo">How numbers are written; invariant when null.</param>
    /// <param name="style">The style.</param>
    public static string str(
        this torch.Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default) => tensor.ToString(style, fltFormat, width, cultureInfo, newLine);

    /// <summary>The tensor as Julia prints arrays.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="fltFormat">A .NET format for the elements.</param>
    /// <param name="width">Characters in a line.</param>
    /// <param name="newLine">Between lines.</param>
    /// <param name="cultureInfo">How numbers are written; invariant when null.</param>
    public static string jlstr(
        this torch.Tensor tensor, string? fltFormat = null, int? width = null, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.Julia, fltFormat, width, cultureInfo, newLine);

    /// <summary>The tensor's shape, type and device.</summary>
    /// <param name="tensor">The tensor.</param>
    public static string metastr(this torch.Tensor tensor) => tensor.ToString(TensorStringStyle.Metadata);

    /// <summary>The tensor as NumPy prints arrays.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="fltFormat">A .NET format for the elements.</param>
    /// <param name="width">Characters in a line.</param>
    /// <param name="newLine">Between lines.</param>
    /// <param name="cultureInfo">How numbers are written; invariant when null.</param>
    public static string npstr(
        this torch.Tensor tensor, string fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.Numpy, fltFormat, width, cultureInfo, newLine);

    /// <summary>The tensor as a C# expression.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <param name="fltFormat">A .NET format for the elements.</param>
    /// <param name="width">Characters in a line.</param>
    /// <param name="newLine">Between lines.</param>
    /// <param name="cultureInfo">How numbers are written; invariant when null.</param>
    public static string cstr(
        this torch.Tensor tensor, string fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null) =>
        tensor.ToString(TensorStringStyle.CSharp, fltFormat, width, cultureInfo, newLine);

    /// <summary>Writes the tensor to the console.</summary>
    /// <param name="t">The tensor.</param>
    /// <param name="fltFormat">A .NET format for the elements of the styles that are not Python's.</param>
    /// <param name="width">Characters in a line.</param>
    /// <param name="newLine">Between lines.</param>
    /// <param name="cultureInfo">How numbers are written; invariant when null.</param>
    /// <param name="style">The style.</param>
    /// <returns>The same tensor.</returns>
    public static torch.Tensor print(
        this torch.Tensor t, string fltFormat = "g5", int? width = 100, string? newLine = null, CultureInfo? cultureInfo = null,
        TensorStringStyle style = TensorStringStyle.Default)
    {
        Console.WriteLine(t.str(fltFormat, width, newLine, cultureInfo, style));
        return t;
    }

    /// <summary>How many elements a tensor of this shape has.</summary>
    /// <param name="shape">The sizes.</param>
    public static long TotalSize(this IEnumerable<long> shape) => shape.Aggregate(1L, (product, size) => product * size);

    /// <summary>A tensor of a .NET array, in another shape.</summary>
    /// <typeparam name="T">The type of its elements.</typeparam>
    /// <param name="rawArray">The elements, copied whatever <paramref name="doCopy"/> says: libtorch's memory is aligned, .NET's is not.</param>
    /// <param name="dimensions">The shape.</param>
    /// <param name="doCopy">Kept so that code written for TorchSharp compiles.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    public static torch.Tensor ToTensor<T>(this T[] rawArray, long[] dimensions, bool doCopy = false, bool requires_grad = false)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(rawArray);
        return torch.FromSpan<T>(rawArray, dimensions, null, null, requires_grad, null);
    }

    /// <summary>A zero-dimensional tensor of a number.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="scalar">The number.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    public static torch.Tensor ToTensor<T>(this T scalar, torch.Device? device = null, bool requires_grad = false)
        where T : unmanaged => torch.FromSpan<T>([scalar], [], null, device, requires_grad, null);

    /// <summary>The only element, converted.</summary>
    /// <param name="value">A tensor with one element.</param>
    public static Half ToHalf(this torch.Tensor value) => value.ToScalar().ToHalf();

    /// <summary>The only element, converted.</summary>
    /// <param name="value">A tensor with one element.</param>
    public static BFloat16 ToBFloat16(this torch.Tensor value) => value.ToScalar().ToBFloat16();

    /// <summary>The only element, converted.</summary>
    /// <param name="value">A tensor with one element.</param>
    public static float ToSingle(this torch.Tensor value) => value.ToScalar().ToSingle();

    /// <summary>The only element, converted.</summary>
    /// <param name="value">A tensor with one element.</param>
    public static double ToDouble(this torch.Tensor value) => value.ToScalar().ToDouble();

    /// <summary>The only element, converted.</summary>
    /// <param name="value">A tensor with one element.</param>
    public static sbyte ToSByte(this torch.Tensor value) => value.ToScalar().ToSByte();

    /// <summary>The only element, converted.</summary>
    /// <param name="value">A tensor with one element.</param>
    public static byte ToByte(this torch.Tensor value) => value.ToScalar().ToByte();

    /// <summary>The only element, converted.</summary>
    /// <param name="value">A tensor with one element.</param>
    public static short ToInt16(this torch.Tensor value) => value.ToScalar().ToInt16();

    /// <summary>The only element, converted.</summary>
    /// <param name="value">A tensor with one element.</param>
    public static int ToInt32(this torch.Tensor value) => value.ToScalar().ToInt32();

    /// <summary>The only element, converted.</summary>
    /// <param name="value">A tensor with one element.</param>
    public static long ToInt64(this torch.Tensor value) => value.ToScalar().ToInt64();

    /// <summary>The only element, converted.</summary>
    /// <param name="value">A tensor with one element.</param>
    public static bool ToBoolean(this torch.Tensor value) => value.ToScalar().ToBoolean();

    /// <summary>The only element, converted.</summary>
    /// <param name="value">A tensor with one element.</param>
    public static Complex ToComplexFloat64(this torch.Tensor value) => value.ToScalar().ToComplexFloat64();

    /// <summary>The only element, converted.</summary>
    /// <param name="value">A tensor with one element.</param>
    public static Complex ToComplex64(this torch.Tensor value) => value.ToScalar().ToComplexFloat64();

    /// <summary>The only element, converted.</summary>
    /// <param name="value">A tensor with one element.</param>
    public static (float Real, float Imaginary) ToComplexFloat32(this torch.Tensor value) => value.ToScalar().ToComplexFloat32();

    /// <summary>The only element, converted.</summary>
    /// <param name="value">A tensor with one element.</param>
    public static (float Real, float Imaginary) ToComplex32(this torch.Tensor value) => value.ToScalar().ToComplexFloat32();

    /// <summary>Bytes that one element takes.</summary>
    /// <param name="type">The element type.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such type.</exception>
    public static int ElementSize(this torch.ScalarType type) => type switch
    {
        torch.ScalarType.Byte or torch.ScalarType.Int8 or torch.ScalarType.Bool or torch.ScalarType.QInt8 or torch.ScalarType.QUInt8 => 1,
        torch.ScalarType.Int16 or torch.ScalarType.Float16 or torch.ScalarType.BFloat16 => 2,
        torch.ScalarType.Int32 or torch.ScalarType.Float32 or torch.ScalarType.QInt32 or torch.ScalarType.ComplexFloat16 => 4,
        torch.ScalarType.Int64 or torch.ScalarType.Float64 or torch.ScalarType.ComplexFloat32 => 8,
        torch.ScalarType.ComplexFloat64 => 16,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "not an element type that has a size here"),
    };

    /// <summary>The sizes of all dimensions as 32-bit integers.</summary>
    /// <param name="tensor">The tensor.</param>
    /// <exception cref="OverflowException">A size does not fit.</exception>
    public static ReadOnlySpan<int> IntShape(this torch.Tensor tensor)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        return Array.ConvertAll(tensor.shape, size => checked((int)size));
    }

    /// <summary>The tensor as a parameter that collects gradients; the tensor's storage is taken over.</summary>
    /// <param name="tensor">The values; counts as disposed afterwards, unless it is a parameter already.</param>
    public static Modules.Parameter AsParameter(this torch.Tensor tensor) => tensor as Modules.Parameter ?? new Modules.Parameter(tensor);
}
