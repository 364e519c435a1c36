using System.Globalization;
using System.Text;

namespace TorchSharp;

/// <summary>
/// Numbers as Python's <c>float()</c> reads them from bytes, then rounded to single precision: the nearest double first, whatever the number of
/// digits, and its nearest float.
/// </summary>
internal static class DecimalNumber
{
    // Digits that a 64-bit number surely holds.
    private const int MostDigits = 19;

    // Up to here whole numbers and powers of ten are exact doubles, so that one division or multiplication rounds once, as it should.
    private const ulong LargestExact = 1UL << 53;

    private static readonly double[] ExactPowers =
        [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22];

    /// <summary>
    /// Reads a plain number (sign, digits, point, exponent) of usual length, as nearly all are.
    /// </summary>
    /// <param name="text">Bytes that end in something that is no part of a number.</param>
    /// <param name="at">Where the number begins; behind it afterwards.</param>
    /// <param name="value">The number.</param>
    /// <returns>Whether it was one; if not, <see cref="TryParse"/> has to decide.</returns>
    public static bool TryReadPlain(ReadOnlySpan<byte> text, ref int at, out float value)
    {
        var i = at;
        value = 0;
        var negative = text[i] == '-';
        if (negative || text[i] == '+')
        {
            i++;
        }
        var mantissa = 0UL;
        var start = i;
        uint digit;
        while ((digit = (uint)text[i] - '0') <= 9)
        {
            mantissa = (mantissa * 10) + digit;
            i++;
        }
        var digits = i - start;
        var exponent = 0;
        if (text[i] == '.')
        {
            var point = ++i;
            while ((digit = (uint)text[i] - '0') <= 9)
            {
                mantissa = (mantissa * 10) + digit;
                i++;
            }
            exponent = point - i;
            digits -= exponent;
        }
        if (digits is 0 or > MostDigits)
        {
            return false;
        }
        if ((text[i] | 0x20) == 'e' && !TryReadExponent(text, ref i, ref exponent))
        {
            return false;
        }
        if (mantissa > LargestExact || exponent is < -22 or > 22)
        {
            return false;
        }
        var number = exponent < 0 ? mantissa / ExactPowers[-exponent] : mantissa * ExactPowers[exponent];
        value = (float)(negative ? -number : number);
        at = i;
        return true;
    }

    /// <summary>Reads any number that Python reads: also with white space around it, underscores between digits, infinity and nan.</summary>
    /// <param name="text">The whole of it.</param>
    /// <param name="value">The number.</param>
    public static bool TryParse(ReadOnlySpan<byte> text, out float value)
    {
        value = 0;
        text = text.Trim(" \t\n\r\v\f"u8);
        var unsigned = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        if (Ascii.EqualsIgnoreCase(unsigned, "nan"u8))
        {
            // Python's is positive unless it has a sign; .NET's own is negative.
            value = BitConverter.UInt32BitsToSingle(text[0] == '-' ? 0xFFC00000 : 0x7FC00000);
            return true;
        }
        if (Ascii.EqualsIgnoreCase(unsigned, "inf"u8) || Ascii.EqualsIgnoreCase(unsigned, "infinity"u8))
        {
            value = text[0] == '-' ? float.NegativeInfinity : float.PositiveInfinity;
            return true;
        }
        if (!IsNumber(unsigned))
        {
            return false;
        }
        var plain = text.Contains((byte)'_') ? [.. text.ToArray().Where(character => character != '_')] : text;
        const NumberStyles Style = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
        var parsed = double.TryParse(plain, Style, CultureInfo.InvariantCulture, out var number);
        value = (float)number;
        return parsed;
    }

    private static bool TryReadExponent(ReadOnlySpan<byte> text, ref int i, ref int exponent)
    {
        const int MostExponentDigits = 4;
        var negative = text[++i] == '-';
        if (negative || text[i] == '+')
        {
            i++;
        }
        var start = i;
        var power = 0;
        uint digit;
        while ((digit = (uint)text[i] - '0') <= 9 && i - start <= MostExponentDigits)
        {
            power = (power * 10) + (int)digit;
            i++;
        }
        exponent += negative ? -power : power;
        return i > start && i - start <= MostExponentDigits;
    }

    // digits [. digits] [e [sign] digits], with at least one digit before the exponent; an underscore may stand between two digits.
    private static bool IsNumber(ReadOnlySpan<byte> text)
    {
        var whole = Digits(ref text);
        var fraction = 0;
        if (text.Length > 0 && text[0] == '.')
        {
            text = text[1..];
            fraction = Digits(ref text);
        }
        if (whole < 0 || fraction < 0 || whole + fraction == 0)
        {
            return false;
        }
        if (text.Length == 0 || (text[0] | 0x20) != 'e')
        {
            return text.Length == 0;
        }
        text = text[1..];
        text = text.Length > 0 && text[0] is (byte)'-' or (byte)'+' ? text[1..] : text;
        return Digits(ref text) > 0 && text.Length == 0;
    }

    // How many digits were taken; -1 if an underscore does not stand between two.
    private static int Digits(ref ReadOnlySpan<byte> text)
    {
        var i = 0;
        for (; i < text.Length && (char.IsAsciiDigit((char)text[i]) || text[i] == '_'); i++)
        {
            if (text[i] == '_' && (i == 0 || text[i - 1] == '_' || i + 1 == text.Length || !char.IsAsciiDigit((char)text[i + 1])))
            {
                return -1;
            }
        }
        text = text[i..];
        return i;
    }
}
