using System.Numerics;

namespace TorchSharp;

/// <summary>Conversions to and from <see cref="Scalar"/>.</summary>
public static class ScalarExtensionMethods
{
    /// <summary>Makes a scalar of a whole number.</summary>
    /// <param name="value">The value.</param>
    public static Scalar ToScalar(this byte value) => value;

    /// <summary>Makes a scalar of a whole number.</summary>
    /// <param name="value">The value.</param>
    public static Scalar ToScalar(this sbyte value) => value;

    /// <summary>Makes a scalar of a whole number.</summary>
    /// <param name="value">The value.</param>
    public static Scalar ToScalar(this short value) => value;

    /// <summary>Makes a scalar of a whole number.</summary>
    /// <param name="value">The value.</param>
    public static Scalar ToScalar(this int value) => value;

    /// <summary>Makes a scalar of a whole number.</summary>
    /// <param name="value">The value.</param>
    public static Scalar ToScalar(this long value) => value;

    /// <summary>Makes a scalar of a real number.</summary>
    /// <param name="value">The value.</param>
    public static Scalar ToScalar(this float value) => value;

    /// <summary>Makes a scalar of a real number.</summary>
    /// <param name="value">The value.</param>
    public static Scalar ToScalar(this double value) => value;

    /// <summary>Makes a scalar of a complex number.</summary>
    /// <param name="value">The value.</param>
    public static Scalar ToScalar(this (float, float) value) => value;

    /// <summary>Makes a scalar of a complex number.</summary>
    /// <param name="value">The value.</param>
    public static Scalar ToScalar(this Complex value) => value;

    /// <summary>Makes a scalar of a truth value.</summary>
    /// <param name="value">The value.</param>
    public static Scalar ToScalar(this bool value) => value;

    /// <summary>Makes a scalar of a real number.</summary>
    /// <param name="value">The value.</param>
    public static Scalar ToScalar(this Half value) => value;

    /// <summary>Makes a scalar of a real number.</summary>
    /// <param name="value">The value.</param>
    public static Scalar ToScalar(this BFloat16 value) => value;

    /// <summary>Makes a bfloat16 scalar of a real number, rounded to nearest.</summary>
    /// <param name="value">The value.</param>
    public static Scalar ToBFloat16Scalar(this float value) => new BFloat16(value);

    /// <summary>The number as Half.</summary>
    /// <param name="value">The scalar.</param>
    public static Half ToHalf(this Scalar value) => (Half)value.AsDouble();

    /// <summary>The number as BFloat16.</summary>
    /// <param name="value">The scalar.</param>
    public static BFloat16 ToBFloat16(this Scalar value) => new((float)value.AsDouble());

    /// <summary>The number as float.</summary>
    /// <param name="value">The scalar.</param>
    public static float ToSingle(this Scalar value) => (float)value.AsDouble();

    /// <summary>The number as double.</summary>
    /// <param name="value">The scalar.</param>
    public static double ToDouble(this Scalar value) => value.AsDouble();

    /// <summary>The number as sbyte.</summary>
    /// <param name="value">The scalar.</param>
    public static sbyte ToSByte(this Scalar value) => (sbyte)value.AsLong();

    /// <summary>The number as byte.</summary>
    /// <param name="value">The scalar.</param>
    public static byte ToByte(this Scalar value) => (byte)value.AsLong();

    /// <summary>The number as short.</summary>
    /// <param name="value">The scalar.</param>
    public static short ToInt16(this Scalar value) => (short)value.AsLong();

    /// <summary>The number as int.</summary>
    /// <param name="value">The scalar.</param>
    public static int ToInt32(this Scalar value) => (int)value.AsLong();

    /// <summary>The number as long.</summary>
    /// <param name="value">The scalar.</param>
    public static long ToInt64(this Scalar value) => value.AsLong();

    /// <summary>The number as a truth value.</summary>
    /// <param name="value">The scalar.</param>
    public static bool ToBoolean(this Scalar value) => value.AsBool();

    /// <summary>The number as a complex number.</summary>
    /// <param name="value">The scalar.</param>
    public static Complex ToComplexFloat64(this Scalar value) => value.AsComplex();

    /// <summary>The number as a complex number of two single-precision parts.</summary>
    /// <param name="value">The scalar.</param>
    public static (float Real, float Imaginary) ToComplexFloat32(this Scalar value)
    {
        Complex complex = value.AsComplex();
        return ((float)complex.Real, (float)complex.Imaginary);
    }
}
