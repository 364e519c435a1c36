namespace TorchSharp;

/// <summary>Constructors named for element types, as Python had them before <c>torch.tensor</c>.</summary>
public static partial class torch
{
    /// <summary>The tensor with elements of type Bool; the same data where it has them already.</summary>
    /// <param name="t">The tensor.</param>
    public static Tensor BoolTensor(Tensor t) => NotNull(t).to_type(ScalarType.Bool);

    /// <summary>The tensor with elements of type Byte; the same data where it has them already.</summary>
    /// <param name="t">The tensor.</param>
    public static Tensor ByteTensor(Tensor t) => NotNull(t).to_type(ScalarType.Byte);

    /// <summary>The tensor with elements of type Float64; the same data where it has them already.</summary>
    /// <param name="t">The tensor.</param>
    public static Tensor DoubleTensor(Tensor t) => NotNull(t).to_type(ScalarType.Float64);

    /// <summary>The tensor with elements of type Float32; the same data where it has them already.</summary>
    /// <param name="t">The tensor.</param>
    public static Tensor FloatTensor(Tensor t) => NotNull(t).to_type(ScalarType.Float32);

    /// <summary>The tensor with elements of type Int32; the same data where it has them already.</summary>
    /// <param name="t">The tensor.</param>
    public static Tensor IntTensor(Tensor t) => NotNull(t).to_type(ScalarType.Int32);

    /// <summary>The tensor with elements of type Int64; the same data where it has them already.</summary>
    /// <param name="t">The tensor.</param>
    public static Tensor LongTensor(Tensor t) => NotNull(t).to_type(ScalarType.Int64);

    /// <summary>The tensor with elements of type Int16; the same data where it has them already.</summary>
    /// <param name="t">The tensor.</param>
    public static Tensor ShortTensor(Tensor t) => NotNull(t).to_type(ScalarType.Int16);

    /// <summary>A zero-dimensional complex tensor (torch.tensor).</summary>
    /// <param name="real">The real part.</param>
    /// <param name="imaginary">The imaginary part.</param>
    /// <param name="dtype">Element type; complex64 when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    public static Tensor tensor(float real, float imaginary, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        tensor((real, imaginary), dtype, device, requires_grad);

    /// <summary>A zero-dimensional complex tensor (torch.tensor).</summary>
    /// <param name="real">The real part.</param>
    /// <param name="imaginary">The imaginary part.</param>
    /// <param name="dtype">Element type; complex128 when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    public static Tensor tensor(double real, double imaginary, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        tensor(new System.Numerics.Complex(real, imaginary), dtype, device, requires_grad);

    /// <summary>A zero-dimensional complex tensor (torch.tensor).</summary>
    /// <param name="scalar">The real and the imaginary part.</param>
    /// <param name="dtype">Element type; complex128 when null.</param>
    /// <param name="device">Device; the default one when null.</param>
    /// <param name="requires_grad">Whether autograd records what is done to it.</param>
    public static Tensor tensor(
        (double Real, double Imaginary) scalar, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        tensor(scalar.Real, scalar.Imaginary, dtype, device, requires_grad);
}
