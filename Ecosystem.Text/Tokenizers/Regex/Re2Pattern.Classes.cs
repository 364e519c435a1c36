using System.Buffers;

namespace TorchSharp.Transforms.Text;

internal sealed partial class Re2Pattern
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_");

    private static CodePointSet Digits => new CodePointSet().Add('0', '9');

    private static CodePointSet Spaces => new CodePointSet().Add('\t', '\n').Add('\f', '\r').Add(' ', ' ');

    private static CodePointSet Letters => new CodePointSet().Add('A', 'Z').Add('a', 'z');

    private static CodePointSet WordCharacters => new CodePointSet().Add(Letters).Add(Digits).Add('_', '_');

    // From the opening bracket on. A closing one in first place is a character of the class.
    private CodePointSet Class()
    {
        position++;
        var negated = At("^");
        position += negated ? 1 : 0;
        var set = new CodePointSet();
        for (var first = true; first || !At("]"); first = false)
        {
            if (At("[:"))
            {
                set.Add(Posix());
            }
            else if (At("\\") && Shorthand() is { } shorthand)
            {
                set.Add(shorthand);
            }
            else
            {
                AddRange(set);
            }
        }

        position++;
        return negated ? set.Negated() : set;
    }

    private void AddRange(CodePointSet set)
    {
        var from = ClassCharacter();
        var to = from;
        if (At("-") && position + 1 < pattern.Length && pattern[position + 1] != ']')
        {
            position++;
            to = ClassCharacter();
        }

        set.Add(from, to >= from ? to : throw Wrong("a range of characters ends before it begins"));
    }

    private int ClassCharacter()
    {
        if (position == pattern.Length)
        {
            throw Wrong("a class is not closed");
        }

        return At("\\") ? EscapedCharacter() : NextCode();
    }

    private CodePointSet Posix()
    {
        var end = pattern.IndexOf(":]", position, StringComparison.Ordinal);
        var name = end < 0 ? "" : pattern[(position + 2)..end];
        var negated = name.StartsWith('^');
        var set = name.TrimStart('^') switch
        {
            "alpha" => Letters,
            "digit" => Digits,
            "alnum" => Letters.Add(Digits),
            "upper" => new CodePointSet().Add('A', 'Z'),
            "lower" => new CodePointSet().Add('a', 'z'),
            "space" => new CodePointSet().Add('\t', '\r').Add(' ', ' '),
            "blank" => new CodePointSet().Add('\t', '\t').Add(' ', ' '),
            "punct" => new CodePointSet().Add('!', '/').Add(':', '@').Add('[', '`').Add('{', '~'),
            "word" => WordCharacters,
            "xdigit" => Digits.Add('A', 'F').Add('a', 'f'),
            "graph" => new CodePointSet().Add('!', '~'),
            "print" => new CodePointSet().Add(' ', '~'),
            "cntrl" => new CodePointSet().Add(0, 0x1F).Add(0x7F, 0x7F),
            "ascii" => new CodePointSet().Add(0, 0x7F),
            _ => throw Wrong("there is no class of that name between [: and :]"),
        };
        position = end + 2;
        return negated ? set.Negated() : set;
    }
}
