using System.Globalization;
using System.Numerics;

namespace TorchSharp.Printing;

/// <summary>
/// Numbers in fixed or scientific notation, rounded half to even on their exact value as Python does; .NET rounds halves away from
/// zero, so 0.03125 with four places would differ.
/// </summary>
internal static class ExactDecimal
{
    /// <summary>Python's <c>'{:.{places}f}'</c>.</summary>
    internal static string Fixed(double value, int places)
    {
        if (!double.IsFinite(value))
        {
            return NonFinite(value);
        }

        (BigInteger numerator, BigInteger denominator) = Fraction(Math.Abs(value));
        string digits = RoundedQuotient(numerator * BigInteger.Pow(10, places), denominator).ToString(CultureInfo.InvariantCulture);
        digits = digits.PadLeft(places + 1, '0');
        string text = places == 0 ? digits : $"{digits[..^places]}.{digits[^places..]}";
        return double.IsNegative(value) ? "-" + text : text;
    }

    /// <summary>Python's <c>'{:.{places}e}'</c>.</summary>
    internal static string Scientific(double value, int places)
    {
        if (!double.IsFinite(value))
        {
            return NonFinite(value);
        }

        string sign = double.IsNegative(value) ? "-" : "";
        if (value == 0)
        {
            return $"{sign}{Mantissa(new string('0', places + 1))}e+00";
        }

        (BigInteger numerator, BigInteger denominator) = Fraction(Math.Abs(value));
        int exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)));
        string digits;
        while ((digits = Significant(numerator, denominator, exponent, places)).Length != places + 1)
        {
            // The logarithm was off by one, or rounding carried into a new digit.
            exponent += digits.Length > places + 1 ? 1 : -1;
        }

        return $"{sign}{Mantissa(digits)}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent).ToString("00", CultureInfo.InvariantCulture)}";
    }

    private static string Mantissa(string digits) => digits.Length == 1 ? digits : $"{digits[0]}.{digits[1..]}";

    private static string NonFinite(double value) => double.IsNaN(value) ? "nan" : value > 0 ? "inf" : "-inf";

    private static string Significant(BigInteger numerator, BigInteger denominator, int exponent, int places)
    {
        int shift = places - exponent;
        BigInteger rounded = shift >= 0
            ? RoundedQuotient(numerator * BigInteger.Pow(10, shift), denominator)
            : RoundedQuotient(numerator, denominator * BigInteger.Pow(10, -shift));
        return rounded.ToString(CultureInfo.InvariantCulture);
    }

    private static BigInteger RoundedQuotient(BigInteger numerator, BigInteger denominator)
    {
        BigInteger quotient = BigInteger.DivRem(numerator, denominator, out BigInteger rest);
        int half = (rest * 2).CompareTo(denominator);
        return half > 0 || (half == 0 && !quotient.IsEven) ? quotient + 1 : quotient;
    }

    private static (BigInteger Numerator, BigInteger Denominator) Fraction(double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(value);
        int exponent = (int)((bits >> 52) & 0x7FF);
        long mantissa = bits & 0xFFFFFFFFFFFFFL;
        (mantissa, exponent) = exponent == 0 ? (mantissa, -1074) : (mantissa | (1L << 52), exponent - 1075);
        return exponent >= 0
            ? (new BigInteger(mantissa) << exponent, BigInteger.One)
            : (mantissa, BigInteger.One << -exponent);
    }
}
