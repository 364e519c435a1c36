using System.Globalization;

namespace TorchSharp.Transforms.Text;

internal sealed partial class Re2Pattern
{
    // The word boundary of ASCII: .NET's own knows the letters of every script.
    private const string Boundary = "(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))";
    private const string NoBoundary = "(?:(?<=[0-9A-Za-z_])(?=[0-9A-Za-z_])|(?<![0-9A-Za-z_])(?![0-9A-Za-z_]))";

    private void Escape()
    {
        if (Shorthand() is { } set)
        {
            Append(set);
            return;
        }

        switch (position + 1 < pattern.Length ? pattern[position + 1] : '\0')
        {
            case 'A' or 'z':
                Copy();
                Copy();
                break;
            case 'b' or 'B':
                output.Append(pattern[position + 1] == 'b' ? Boundary : NoBoundary);
                position += 2;
                break;
            case 'Q':
                var end = pattern.IndexOf("\\E", position, StringComparison.Ordinal) is >= 0 and var found ? found : pattern.Length;
                for (position += 2; position < end;)
                {
                    Literal(NextCode());
                }

                position = Math.Min(end + 2, pattern.Length);
                break;
            default:
                Literal(EscapedCharacter());
                break;
        }
    }

    // \d \s \w, \pL and \p{Lu}, and their negations; null, and nothing read, if it is none of them.
    private CodePointSet? Shorthand()
    {
        var letter = position + 1 < pattern.Length ? pattern[position + 1] : '\0';
        CodePointSet set;
        switch (char.ToLowerInvariant(letter))
        {
            case 'd':
                set = Digits;
                break;
            case 's':
                set = Spaces;
                break;
            case 'w':
                set = WordCharacters;
                break;
            case 'p':
                return Category(negated: letter == 'P');
            default:
                return null;
        }

        position += 2;
        return char.IsUpper(letter) ? set.Negated() : set;
    }

    private CodePointSet Category(bool negated)
    {
        position += 2;
        var end = At("{") ? pattern.IndexOf('}', position) : position + 1;
        if (end < 0 || end > pattern.Length)
        {
            throw Wrong("a category's name is missing or not closed");
        }

        var name = At("{") ? pattern[(position + 1)..end] : pattern[position..end];
        var set = CodePointSet.OfCategory(name.TrimStart('^'))
            ?? throw Wrong($"'{name}' is no general category of Unicode (L, Lu, Nd ...), and scripts are not offered");
        position = At("{") ? end + 1 : end;
        return negated != name.StartsWith('^') ? set.Negated() : set;
    }

    private int EscapedCharacter()
    {
        position++;
        var code = NextCode();
        switch (code)
        {
            case 'a':
                return '\a';
            case 'f':
                return '\f';
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 'v':
                return '\v';
            case 'x':
                return Hexadecimal();
            case '0' or (>= '1' and <= '7') when code == '0' || (position < pattern.Length && pattern[position] is >= '0' and <= '7'):
                position--;
                return Number(8, most: 3);
            default:
                return code < 0x80 && (NameCharacters.Contains((char)code) && code != '_')
                    ? throw Wrong($"there is no escape \\{(char)code}")
                    : code;
        }
    }

    private int Hexadecimal()
    {
        if (!At("{"))
        {
            var before = position;
            var value = Number(16, most: 2);
            return position == before + 2 ? value : throw Wrong("\\x has two hexadecimal digits, or any number in braces");
        }

        position++;
        var code = Number(16, most: 6);
        if (!At("}"))
        {
            throw Wrong("\\x{ has hexadecimal digits and ends with }");
        }

        position++;
        return code;
    }

    private int Number(int radix, int most)
    {
        var value = 0;
        var start = position;
        while (position < pattern.Length && position - start < most
            && int.TryParse(pattern.AsSpan(position, 1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var digit) && digit < radix)
        {
            value = (value * radix) + digit;
            position++;
        }

        return position > start && value is <= 0x10FFFF and not (>= 0xD800 and <= 0xDFFF) ? value : throw Wrong("a character's number is wrong");
    }
}
