using System.Buffers;
using System.Globalization;
using System.Text;

namespace TorchSharp;

/// <summary>Whole numbers as Python's <c>int()</c> reads them.</summary>
internal static class PythonInteger
{
    /// <summary>
    /// A whole number: white space around it, a sign, the decimal digits of any script, and single underscores between digits; null where the text
    /// is none.
    /// </summary>
    /// <exception cref="OverflowException">It is a number, and beyond 64 bits.</exception>
    public static long? Parse(string text)
    {
        var digits = text.AsSpan().Trim();
        var negative = digits.StartsWith('-');
        if (negative || digits.StartsWith('+'))
        {
            digits = digits[1..];
        }

        Int128 value = 0;
        var digitBefore = false;
        while (!digits.IsEmpty)
        {
            if (digits[0] == '_' && digitBefore)
            {
                digitBefore = false;
                digits = digits[1..];
                continue;
            }
            if (Rune.DecodeFromUtf16(digits, out var rune, out var units) != OperationStatus.Done
                || Rune.GetUnicodeCategory(rune) != UnicodeCategory.DecimalDigitNumber)
            {
                return null;
            }
            value = Append(value, (int)Rune.GetNumericValue(rune));
            digitBefore = true;
            digits = digits[units..];
        }
        return digitBefore ? checked((long)(negative ? -value : value)) : null;
    }

    // Stays beyond 64 bits once it is there, so that the text is still read to its end.
    private static Int128 Append(Int128 value, int digit) => value > ulong.MaxValue ? value : (value * 10) + digit;
}
