using System.Globalization;
using System.Text;

namespace TorchSharp;

/// <summary>
/// Reads a Python literal of texts, whole numbers, truth values, None, tuples, lists and dictionaries with texts as keys: all that the head of an
/// array can be.
/// </summary>
internal ref struct PythonLiteral
{
    private const int MaxDepth = 32;

    private readonly string _text;
    private int _at;
    private int _depth;

    private PythonLiteral(string text) => _text = text;

    /// <returns>string, long, bool, null, <c>object?[]</c> for a tuple, <c>List&lt;object?&gt;</c>, <c>Dictionary&lt;string,
    /// object?&gt;</c>.</returns>
    /// <exception cref="TorchFileFormatException">The text is no such literal.</exception>
    public static object? Parse(string text)
    {
        var literal = new PythonLiteral(text);
        var value = literal.Value();
        return literal.Peek() == '\0' ? value : throw literal.Malformed();
    }

    private object? Value() => Peek() switch
    {
        '{' => Nested(),
        '(' => Nested(),
        '[' => Nested(),
        '\'' or '"' => Text(),
        '-' or (>= '0' and <= '9') => Number(),
        _ => Word(),
    };

    private object? Nested()
    {
        if (++_depth > MaxDepth)
        {
            throw Malformed();
        }
        object? value = _text[_at++] switch
        {
            '{' => Dictionary(),
            '(' => Tuple(),
            _ => Items(']', out _),
        };
        _depth--;
        return value;
    }

    private object? Tuple()
    {
        var items = Items(')', out var comma);
        // Parentheses around one value without a comma are only parentheses.
        return items.Count == 1 && !comma ? items[0] : items.ToArray();
    }

    private List<object?> Items(char end, out bool comma)
    {
        var items = new List<object?>();
        comma = false;
        while (!Take(end))
        {
            if (items.Count > 0 && !comma)
            {
                throw Malformed();
            }
            items.Add(Value());
            comma = Take(',');
        }
        return items;
    }

    private Dictionary<string, object?> Dictionary()
    {
        var dictionary = new Dictionary<string, object?>();
        var comma = true;
        while (!Take('}'))
        {
            if (!comma || Peek() is not ('\'' or '"'))
            {
                throw Malformed();
            }
            var key = Text();
            dictionary[key] = Take(':') ? Value() : throw Malformed();
            comma = Take(',');
        }
        return dictionary;
    }

    private string Text()
    {
        var quote = _text[_at++];
        var text = new StringBuilder();
        while (_at < _text.Length && _text[_at] != quote)
        {
            // No name of an element type has a character that is escaped.
            text.Append(_text[_at] is not ('\\' or '\n') ? _text[_at++] : throw Malformed());
        }
        return _at++ < _text.Length ? text.ToString() : throw Malformed();
    }

    private object Number()
    {
        var start = _at++;
        while (_at < _text.Length && char.IsAsciiDigit(_text[_at]))
        {
            _at++;
        }
        var number = long.TryParse(_text.AsSpan(start, _at - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw Malformed();
        // Python 2 wrote long numbers so.
        _ = _at < _text.Length && _text[_at] == 'L' && _at++ > 0;
        return number;
    }

    private object? Word()
    {
        var start = _at;
        while (_at < _text.Length && char.IsAsciiLetter(_text[_at]))
        {
            _at++;
        }
        return _text[start.._at] switch
        {
            "True" => true,
            "False" => false,
            "None" => null,
            _ => throw Malformed(),
        };
    }

    private bool Take(char wanted)
    {
        var found = Peek() == wanted;
        _at += found ? 1 : 0;
        return found;
    }

    private char Peek()
    {
        while (_at < _text.Length && _text[_at] is ' ' or '\n' or '\r' or '\t')
        {
            _at++;
        }
        return _at < _text.Length ? _text[_at] : '\0';
    }

    private readonly TorchFileFormatException Malformed() =>
        new($"the array's head is no Python dictionary that numpy would write (at its character {_at})");
}
