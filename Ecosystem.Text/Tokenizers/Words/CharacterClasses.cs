using System.Globalization;

namespace TorchSharp.Transforms.Text;

/// <summary>The class of every character, from a table over the basic plane.</summary>
internal static class CharacterClasses
{
    private static readonly CharacterClass[] Table = BuildTable();

    /// <summary>The class of the character at a place, and how many UTF-16 units it has. A lone half of a pair is another character.</summary>
    public static CharacterClass At(ReadOnlySpan<char> text, int index, out int length)
    {
        length = 1;
        var found = Table[text[index]];
        if (found != CharacterClass.Surrogate)
        {
            return found;
        }

        if (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1]))
        {
            length = 2;
            return Of(CharUnicodeInfo.GetUnicodeCategory(char.ConvertToUtf32(text[index], text[index + 1])));
        }

        return CharacterClass.Other;
    }

    /// <summary>Where the run of one class that starts at a place ends.</summary>
    public static int EndOfRun(ReadOnlySpan<char> text, int start, CharacterClass wanted)
    {
        var table = Table;
        var end = start;
        while (end < text.Length)
        {
            var found = table[text[end]];
            if (found == wanted)
            {
                end++;
            }
            else if (found == CharacterClass.Surrogate && At(text, end, out var length) == wanted)
            {
                end += length;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    private static CharacterClass[] BuildTable()
    {
        var table = new CharacterClass[char.MaxValue + 1];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = Of(CharUnicodeInfo.GetUnicodeCategory((char)i));
        }

        foreach (var space in " \t\n\v\f\r")
        {
            table[space] = CharacterClass.Space;
        }

        return table;
    }

    private static CharacterClass Of(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
            or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter => CharacterClass.Letter,
        UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber => CharacterClass.Number,
        UnicodeCategory.Surrogate => CharacterClass.Surrogate,
        _ => CharacterClass.Other,
    };
}
