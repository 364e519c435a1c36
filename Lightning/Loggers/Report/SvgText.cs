using System.Globalization;
using System.Text;

namespace Lightning;

/// <summary>Puts SVG and HTML together: numbers without culture, text escaped.</summary>
internal static class SvgText
{
    /// <summary>A place in a picture: two digits are finer than any screen.</summary>
    internal static string Place(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);

    /// <summary>A number as people read it.</summary>
    internal static string Number(double value, int digits = 4)
    {
        var size = Math.Abs(value);
        if (size == 0 || !double.IsFinite(value))
        {
            return size == 0 ? "0" : double.IsNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
        }

        return size is >= 1e6 or < 1e-4
            ? value.ToString($"0.{new string('#', digits - 1)}e0", CultureInfo.InvariantCulture)
            : value.ToString($"G{Math.Max(digits, (int)Math.Floor(Math.Log10(size)) + 1)}", CultureInfo.InvariantCulture);
    }

    /// <summary>Text that is safe in elements and attributes. Characters that XML does not know are left out.</summary>
    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '&' => escaped.Append("&amp;"),
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '"' => escaped.Append("&quot;"),
                '\'' => escaped.Append("&#39;"),
                < ' ' and not ('\t' or '\n') => escaped,
                _ => escaped.Append(letter),
            };
        }

        return escaped.ToString();
    }
}
