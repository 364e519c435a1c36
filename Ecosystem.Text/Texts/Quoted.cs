using System.Text;

namespace TorchSharp;

/// <summary>Tokens and texts as messages show them.</summary>
internal static class Quoted
{
    private const int Longest = 60;

    /// <summary>In quotes, on one line: control characters and halves of surrogate pairs by their numbers, long ones cut.</summary>
    public static string Text(string text)
    {
        var shown = new StringBuilder("'");
        for (var i = 0; i < text.Length; i++)
        {
            if (i >= Longest)
            {
                return shown.Append("...'").ToString();
            }
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                shown.Append(text, i++, 2);
            }
            else if (char.IsControl(text[i]) || char.IsSurrogate(text[i]))
            {
                shown.Append($"\\u{(int)text[i]:x4}");
            }
            else
            {
                shown.Append(text[i]);
            }
        }
        return shown.Append('\'').ToString();
    }

    /// <summary>Where a text holds half a surrogate pair, so that it has no form in UTF-8; null where it is well formed.</summary>
    public static int? HalfPair(string text)
    {
        var unit = text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF');
        for (; unit >= 0 && unit < text.Length; unit++)
        {
            if (!char.IsSurrogate(text[unit]))
            {
                continue;
            }
            if (unit + 1 == text.Length || !char.IsSurrogatePair(text[unit], text[unit + 1]))
            {
                return unit;
            }
            unit++;
        }
        return null;
    }
}
