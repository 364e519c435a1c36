using System.Globalization;
using System.Text;

namespace Torchlight.Generator.Schema;

/// <summary>Reads the tokens of one schema line.</summary>
internal sealed class SchemaReader(string text)
{
    private int position;

    public bool AtEnd
    {
        get
        {
            SkipSpaces();
            return position == text.Length;
        }
    }

    public SchemaFormatException Error(string problem) => new(text, position, problem);

    /// <summary>Whether the next token begins with <paramref name="token"/>; nothing is consumed.</summary>
    public bool Sees(string token)
    {
        SkipSpaces();
        return string.CompareOrdinal(text, position, token, 0, token.Length) == 0;
    }

    /// <summary>Consumes <paramref name="token"/> if it comes next.</summary>
    public bool Take(string token)
    {
        if (!Sees(token))
        {
            return false;
        }

        position += token.Length;
        return true;
    }

    public void Expect(string token)
    {
        if (!Take(token))
        {
            throw Error($"'{token}' expected");
        }
    }

    /// <summary>Whether a name begins here.</summary>
    public bool SeesName()
    {
        SkipSpaces();
        return position < text.Length && (char.IsAsciiLetter(text[position]) || text[position] == '_');
    }

    /// <summary>A name; dots belong to it where <paramref name="dotted"/> (class types).</summary>
    public string Name(bool dotted = false)
    {
        if (!SeesName())
        {
            throw Error("a name expected");
        }

        int start = position;
        while (position < text.Length
            && (char.IsAsciiLetterOrDigit(text[position]) || text[position] == '_' || (dotted && text[position] == '.')))
        {
            position++;
        }

        return text[start..position];
    }

    /// <summary>A whole number or a real one, which has a point, an exponent or a name (inf, nan).</summary>
    public SchemaLiteral Number()
    {
        SkipSpaces();
        int start = position;
        if (position < text.Length && text[position] is '-' or '+')
        {
            position++;
        }

        if (Take("inf"))
        {
            return new FloatLiteral(text[start] == '-' ? double.NegativeInfinity : double.PositiveInfinity);
        }

        if (Take("nan"))
        {
            return new FloatLiteral(double.NaN);
        }

        while (position < text.Length
            && (char.IsAsciiDigit(text[position]) || text[position] is '.' or 'e' or 'E'
                || (text[position] is '-' or '+' && text[position - 1] is 'e' or 'E')))
        {
            position++;
        }

        ReadOnlySpan<char> digits = text.AsSpan(start, position - start);
        if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long whole))
        {
            return new IntLiteral(whole);
        }

        if (double.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out double real))
        {
            return new FloatLiteral(real);
        }

        position = start;
        throw Error("a number expected");
    }

    /// <summary>A text in single or double quotes, with C's escapes.</summary>
    public string Quoted()
    {
        SkipSpaces();
        char quote = text[position++];
        var value = new StringBuilder();
        while (position < text.Length && text[position] != quote)
        {
            char c = text[position++];
            if (c == '\\' && position < text.Length)
            {
                c = text[position++] switch
                {
                    'n' => '\n',
                    't' => '\t',
                    'r' => '\r',
                    var other => other,
                };
            }

            value.Append(c);
        }

        if (position == text.Length)
        {
            throw Error("the closing quote is missing");
        }

        position++;
        return value.ToString();
    }

    private void SkipSpaces()
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }
    }
}
