using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TorchSharp;

/// <summary>
/// Brain floating point: a single-precision number cut to 16 bits (8 of exponent, 7 of mantissa), rounded to nearest even.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct BFloat16 : IEquatable<BFloat16>, IComparable<BFloat16>, IComparable, IFormattable
{
    /// <summary>0.</summary>
    public static readonly BFloat16 Zero = FromRawValue(0);

    /// <summary>1.</summary>
    public static readonly BFloat16 One = FromRawValue(0x3F80);

    /// <summary>Not a number.</summary>
    public static readonly BFloat16 NaN = FromRawValue(0x7FC0);

    /// <summary>Infinity.</summary>
    public static readonly BFloat16 PositiveInfinity = FromRawValue(0x7F80);

    /// <summary>Negative infinity.</summary>
    public static readonly BFloat16 NegativeInfinity = FromRawValue(0xFF80);

    /// <summary>The greatest finite number, about 3.39e38.</summary>
    public static readonly BFloat16 MaxValue = FromRawValue(0x7F7F);

    /// <summary>The smallest finite number, about -3.39e38.</summary>
    public static readonly BFloat16 MinValue = FromRawValue(0xFF7F);

    /// <summary>The smallest positive number, about 9.2e-41.</summary>
    public static readonly BFloat16 SmallestSubnormal = FromRawValue(0x0001);

    /// <summary>The distance from 1 to the next number: 2^-7.</summary>
    public static readonly BFloat16 Epsilon = FromRawValue(0x3C00);

    /// <summary>The smallest positive normal number, about 1.18e-38.</summary>
    public static readonly BFloat16 MinNormal = FromRawValue(0x0080);

    private readonly ushort raw;

    /// <summary>Rounds a single-precision number.</summary>
    /// <param name="f">The number.</param>
    public BFloat16(float f)
        : this(Round(f))
    {
    }

    private BFloat16(ushort raw)
    {
        this.raw = raw;
    }

    /// <summary>Rounds a number.</summary>
    /// <param name="f">The number.</param>
    public static explicit operator BFloat16(float f) => new(f);

    /// <summary>Rounds a number.</summary>
    /// <param name="d">The number.</param>
    public static explicit operator BFloat16(double d) => new((float)d);

    /// <summary>Widens, without loss.</summary>
    /// <param name="bf">The number.</param>
    public static explicit operator float(BFloat16 bf) => bf.ToSingle();

    /// <summary>Widens, without loss.</summary>
    /// <param name="bf">The number.</param>
    public static explicit operator double(BFloat16 bf) => bf.ToSingle();

    /// <summary>Adds, in single precision, and rounds.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static BFloat16 operator +(BFloat16 a, BFloat16 b) => new(a.ToSingle() + b.ToSingle());

    /// <summary>Subtracts, in single precision, and rounds.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static BFloat16 operator -(BFloat16 a, BFloat16 b) => new(a.ToSingle() - b.ToSingle());

    /// <summary>Multiplies, in single precision, and rounds.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static BFloat16 operator *(BFloat16 a, BFloat16 b) => new(a.ToSingle() * b.ToSingle());

    /// <summary>Divides, in single precision, and rounds.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static BFloat16 operator /(BFloat16 a, BFloat16 b) => new(a.ToSingle() / b.ToSingle());

    /// <summary>The remainder, in single precision, rounded.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static BFloat16 operator %(BFloat16 a, BFloat16 b) => new(a.ToSingle() % b.ToSingle());

    /// <summary>Turns the sign.</summary>
    /// <param name="a">The number.</param>
    public static BFloat16 operator -(BFloat16 a) => FromRawValue((ushort)(a.raw ^ 0x8000));

    /// <summary>Whether both are equal; NaN equals nothing.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static bool operator ==(BFloat16 a, BFloat16 b) => a.ToSingle() == b.ToSingle();

    /// <summary>Whether they differ.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static bool operator !=(BFloat16 a, BFloat16 b) => a.ToSingle() != b.ToSingle();

    /// <summary>Whether the first is smaller.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static bool operator <(BFloat16 a, BFloat16 b) => a.ToSingle() < b.ToSingle();

    /// <summary>Whether the first is greater.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static bool operator >(BFloat16 a, BFloat16 b) => a.ToSingle() > b.ToSingle();

    /// <summary>Whether the first is not greater.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static bool operator <=(BFloat16 a, BFloat16 b) => a.ToSingle() <= b.ToSingle();

    /// <summary>Whether the first is not smaller.</summary>
    /// <param name="a">One.</param>
    /// <param name="b">The other.</param>
    public static bool operator >=(BFloat16 a, BFloat16 b) => a.ToSingle() >= b.ToSingle();

    /// <summary>Takes the 16 bits as they are.</summary>
    /// <param name="rawValue">Sign, exponent and mantissa.</param>
    public static BFloat16 FromRawValue(ushort rawValue) => new(rawValue);

    /// <summary>Whether it is not a number.</summary>
    /// <param name="bf">The number.</param>
    public static bool IsNaN(BFloat16 bf) => float.IsNaN(bf.ToSingle());

    /// <summary>Whether it is infinite, of either sign.</summary>
    /// <param name="bf">The number.</param>
    public static bool IsInfinity(BFloat16 bf) => float.IsInfinity(bf.ToSingle());

    /// <summary>Whether it is infinite and positive.</summary>
    /// <param name="bf">The number.</param>
    public static bool IsPositiveInfinity(BFloat16 bf) => float.IsPositiveInfinity(bf.ToSingle());

    /// <summary>Whether it is infinite and negative.</summary>
    /// <param name="bf">The number.</param>
    public static bool IsNegativeInfinity(BFloat16 bf) => float.IsNegativeInfinity(bf.ToSingle());

    /// <summary>Whether it is neither infinite nor NaN.</summary>
    /// <param name="bf">The number.</param>
    public static bool IsFinite(BFloat16 bf) => float.IsFinite(bf.ToSingle());

    /// <summary>Widens to single precision, without loss.</summary>
    public float ToSingle() => BitConverter.UInt32BitsToSingle((uint)raw << 16);

    /// <inheritdoc/>
    public bool Equals(BFloat16 other) => raw == other.raw || this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is BFloat16 other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => ToSingle().GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(BFloat16 other) => ToSingle().CompareTo(other.ToSingle());

    /// <inheritdoc/>
    public int CompareTo(object? obj) => obj switch
    {
        null => 1,
        BFloat16 other => CompareTo(other),
        _ => throw new ArgumentException("a BFloat16 compares with a BFloat16 only", nameof(obj)),
    };

    /// <inheritdoc/>
    public override string ToString() => ToSingle().ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToSingle().ToString(format, formatProvider);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ushort Round(float f)
    {
        uint bits = BitConverter.SingleToUInt32Bits(f);
        return float.IsNaN(f) ? (ushort)0x7FC0 : (ushort)((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16);
    }
}
