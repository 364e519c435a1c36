using System.Globalization;
using System.Text;

namespace TorchSharp;

internal static partial class PythonText
{
    private const char CapitalDottedI = '\u0130';
    private const char CapitalSigma = '\u03A3';
    private const char FinalSigma = '\u03C2';
    private const char SmallSigma = '\u03C3';

    /// <summary>
    /// <c>str.lower()</c>: besides the mapping of single characters, the capital dotted I becomes two characters, and a capital sigma at the end
    /// of a word becomes a final one.
    /// </summary>
    public static string Lower(string text) =>
        text.AsSpan().IndexOfAny(CapitalDottedI, CapitalSigma) < 0 ? text.ToLowerInvariant() : LowerSpecial(text);

    private static string LowerSpecial(string text)
    {
        var lower = new StringBuilder(text.Length + 8);
        var done = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is CapitalDottedI or CapitalSigma)
            {
                lower.Append(text[done..i].ToLowerInvariant());
                lower.Append(text[i] == CapitalDottedI ? "i\u0307" : EndsWord(text, i) ? FinalSigma : SmallSigma);
                done = i + 1;
            }
        }

        return lower.Append(text[done..].ToLowerInvariant()).ToString();
    }

    // Unicode's Final_Sigma: a cased letter stands before and none behind, whatever case-ignorable characters stand between.
    private static bool EndsWord(string text, int sigma)
    {
        var before = sigma;
        while (before > 0)
        {
            Rune.DecodeLastFromUtf16(text.AsSpan(0, before), out var rune, out var length);
            before -= length;
            if (!IsCaseIgnorable(rune))
            {
                if (!IsCased(rune))
                {
                    return false;
                }

                return !CasedFollows(text.AsSpan(sigma + 1));
            }
        }

        return false;
    }

    private static bool CasedFollows(ReadOnlySpan<char> text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (!IsCaseIgnorable(rune))
            {
                return IsCased(rune);
            }
        }

        return false;
    }

    // Lu, Ll, Lt and the characters that Unicode lists as Other_Lowercase and Other_Uppercase.
    internal static bool IsCased(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        || rune.Value is 0xAA or 0xBA or 0x345 or 0x37A or 0x10FC or 0x1D78 or 0x2071 or 0x207F or 0xA770
            or (>= 0x2B0 and <= 0x2B8) or 0x2C0 or 0x2C1 or (>= 0x2E0 and <= 0x2E4)
            or (>= 0x1D2C and <= 0x1D6A) or (>= 0x1D9B and <= 0x1DBF) or (>= 0x2090 and <= 0x209C)
            or (>= 0x2160 and <= 0x217F) or (>= 0x24B6 and <= 0x24E9) or 0x2C7C or 0x2C7D
            or 0xA69C or 0xA69D or (>= 0xA7F2 and <= 0xA7F4) or 0xA7F8 or 0xA7F9 or (>= 0xAB5C and <= 0xAB5F) or 0xAB69
            or 0x10780 or (>= 0x10783 and <= 0x10785) or (>= 0x10787 and <= 0x107B0) or (>= 0x107B2 and <= 0x107BA)
            or (>= 0x1E030 and <= 0x1E06D) or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189);

    // Mn, Me, Cf, Lm, Sk and the punctuation that may stand inside a word.
    internal static bool IsCaseIgnorable(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format
            or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol
        || rune.Value is '\'' or '.' or ':' or 0xB7 or 0x387 or 0x55F or 0x5F4 or 0x2018 or 0x2019 or 0x2024 or 0x2027
            or 0xFE13 or 0xFE52 or 0xFE55 or 0xFF07 or 0xFF0E or 0xFF1A;
}
