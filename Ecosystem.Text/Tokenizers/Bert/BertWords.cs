using System.Globalization;
using System.Text;

namespace TorchSharp.Transforms.Text;

/// <summary>Cleans a stretch of text without plain spaces, as BERT does, and cuts it into the words that are then looked up in pieces.</summary>
/// <param name="lower">Whether letters become small.</param>
/// <param name="strip">Whether characters are taken apart and their marks dropped.</param>
internal sealed class BertWords(bool lower, bool strip)
{
    // Upstream drops this one although it is a letter since Unicode 13.
    private const int MalayalamVedicAnusvara = 0x0D04;

    /// <summary>The words of a stretch.</summary>
    /// <param name="stretch">The stretch.</param>
    /// <param name="whole">Whether it must stay in one piece: nothing is stripped or made small, and punctuation does not cut.</param>
    public List<string> Cut(ReadOnlySpan<char> stretch, bool whole)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in strip ? Decomposed(stretch) : [.. stretch.EnumerateRunes()])
        {
            var category = Rune.GetUnicodeCategory(rune);
            if (IsDropped(rune, category) || (strip && !whole && category == UnicodeCategory.NonSpacingMark))
            {
                continue;
            }

            if (IsSpace(rune, category))
            {
                Close(word, words);
            }
            else if (IsIdeograph(rune.Value) || (!whole && IsPunctuation(rune, category)))
            {
                Close(word, words);
                Append(word, rune, whole);
                Close(word, words);
            }
            else
            {
                Append(word, rune, whole);
            }
        }

        Close(word, words);
        return words;
    }

    // Upstream hands the text over as a C string, which ends at a NUL.
    private static List<Rune> Decomposed(ReadOnlySpan<char> stretch) =>
        CanonicalDecompositions.Decompose(stretch.IndexOf('\0') is >= 0 and var end ? stretch[..end] : stretch);

    private void Append(StringBuilder word, Rune rune, bool whole) => word.Append(lower && !whole ? Lower(rune) : rune);

    // Character by character; the capital dotted I, which .NET leaves alone, becomes a plain i.
    private static Rune Lower(Rune rune) => rune.Value == 0x130 ? new Rune('i') : Rune.ToLowerInvariant(rune);

    private static void Close(StringBuilder word, List<string> words)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }

    private static bool IsSpace(Rune rune, UnicodeCategory category) =>
        rune.Value is ' ' or '\t' or '\n' or '\r' || category == UnicodeCategory.SpaceSeparator;

    private static bool IsDropped(Rune rune, UnicodeCategory category) => rune.Value switch
    {
        '\t' or '\n' or '\r' => false,
        0xFFFD or MalayalamVedicAnusvara => true,
        _ => category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse,
    };

    private static bool IsPunctuation(Rune rune, UnicodeCategory category) =>
        rune.Value is (>= '!' and <= '/') or (>= ':' and <= '@') or (>= '[' and <= '`') or (>= '{' and <= '~')
        || category is UnicodeCategory.ConnectorPunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.OpenPunctuation
            or UnicodeCategory.ClosePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.FinalQuotePunctuation
            or UnicodeCategory.OtherPunctuation;

    private static bool IsIdeograph(int code) =>
        code is (>= 0x4E00 and <= 0x9FFF) or (>= 0x3400 and <= 0x4DBF) or (>= 0x20000 and <= 0x2A6DF) or (>= 0x2A700 and <= 0x2CEAF)
            or (>= 0xF900 and <= 0xFAFF) or (>= 0x2F800 and <= 0x2FA1F);
}
