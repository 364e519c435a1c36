using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using TorchSharp.Interop;

namespace TorchSharp;

/// <summary>
/// A number that is passed to an operator: whole, real, truth value or complex. A value type with implicit conversions: nothing
/// is allocated and nothing has to be disposed.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct Scalar : IEquatable<Scalar>, IDisposable
{
    // A complex number is read by its address as two doubles: these two fields, in this order.
    private readonly long bits;
    private readonly double imaginary;
    private readonly ValueTag tag;

    private Scalar(ValueTag tag, torch.ScalarType type, long bits, double imaginary = 0)
    {
        this.tag = tag;
        Type = type;
        this.bits = bits;
        this.imaginary = imaginary;
    }

    /// <summary>The element type that the number came as.</summary>
    public torch.ScalarType Type { get; }

    internal long Bits => bits;

    // The default value is the whole number 0.
    internal ValueTag Kind => tag == ValueTag.None ? ValueTag.Int : tag;

    /// <summary>Converts a whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(byte value) => new(ValueTag.Int, torch.ScalarType.Byte, value);

    /// <summary>Converts a whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(sbyte value) => new(ValueTag.Int, torch.ScalarType.Int8, value);

    /// <summary>Converts a whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(short value) => new(ValueTag.Int, torch.ScalarType.Int16, value);

    /// <summary>Converts a whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(int value) => new(ValueTag.Int, torch.ScalarType.Int32, value);

    /// <summary>Converts a whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(long value) => new(ValueTag.Int, torch.ScalarType.Int64, value);

    /// <summary>Converts a real number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(Half value) => Real((double)value, torch.ScalarType.Float16);

    /// <summary>Converts a real number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(BFloat16 value) => Real(value.ToSingle(), torch.ScalarType.BFloat16);

    /// <summary>Converts a real number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(float value) => Real(value, torch.ScalarType.Float32);

    /// <summary>Converts a real number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(double value) => Real(value, torch.ScalarType.Float64);

    /// <summary>Converts a truth value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Scalar(bool value) => new(ValueTag.Bool, torch.ScalarType.Bool, value ? 1 : 0);

    /// <summary>Converts a complex number given as its two parts.</summary>
    /// <param name="value">Real and imaginary part.</param>
    public static implicit operator Scalar((float Real, float Imaginary) value) =>
        new(ValueTag.Complex, torch.ScalarType.ComplexFloat32, BitConverter.DoubleToInt64Bits(value.Real), value.Imaginary);

    /// <summary>Converts a complex number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator Scalar(Complex value) =>
        new(ValueTag.Complex, torch.ScalarType.ComplexFloat64, BitConverter.DoubleToInt64Bits(value.Real), value.Imaginary);

    /// <summary>Whether both hold the same number of the same kind.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(Scalar left, Scalar right) => left.Equals(right);

    /// <summary>Whether they differ in number or kind.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(Scalar left, Scalar right) => !left.Equals(right);

    /// <summary>Does nothing: a scalar holds no resources. Here so that code written for TorchSharp compiles.</summary>
    public void Dispose()
    {
    }

    /// <inheritdoc/>
    public bool Equals(Scalar other) => Kind == other.Kind && bits == other.bits && imaginary.Equals(other.imaginary);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Scalar other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, bits, imaginary);

    /// <inheritdoc/>
    public override string ToString() => Kind switch
    {
        ValueTag.Bool => bits != 0 ? "True" : "False",
        ValueTag.Int => bits.ToString(CultureInfo.InvariantCulture),
        ValueTag.Complex => AsComplex().ToString(CultureInfo.InvariantCulture),
        _ => AsDouble().ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A real number, as a whole one where it is one: tensors of whole numbers take no other.</summary>
    internal static Scalar Whole(double value) => Math.Abs(value) < 1L << 53 && value == (long)value ? (Scalar)(long)value : (Scalar)value;

    /// <summary>The number as a double.</summary>
    /// <exception cref="InvalidOperationException">It is complex with an imaginary part.</exception>
    internal double AsDouble() => Kind switch
    {
        ValueTag.Double => BitConverter.Int64BitsToDouble(bits),
        ValueTag.Complex when imaginary == 0 => BitConverter.Int64BitsToDouble(bits),
        ValueTag.Complex => throw new InvalidOperationException($"{this} is complex and cannot be taken as a real number"),
        _ => bits,
    };

    /// <summary>The number as a whole one, cut towards zero.</summary>
    internal long AsLong() => Kind is ValueTag.Int or ValueTag.Bool ? bits : (long)AsDouble();

    internal Complex AsComplex() => Kind == ValueTag.Complex ? new(BitConverter.Int64BitsToDouble(bits), imaginary) : new(AsDouble(), 0);

    internal bool AsBool() => Kind is ValueTag.Int or ValueTag.Bool ? bits != 0 : AsComplex() != Complex.Zero;

    private static Scalar Real(double value, torch.ScalarType type) => new(ValueTag.Double, type, BitConverter.DoubleToInt64Bits(value));
}
