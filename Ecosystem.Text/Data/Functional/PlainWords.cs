using System.Text;

namespace TorchSharp;

/// <summary>
/// A text's words of the letters a to z: in lower case, digits spelled out, all else a single space. A line break with a space behind it vanishes
/// with that space, as the rules of <c>wikifil.pl</c> have it.
/// </summary>
internal ref struct PlainWords
{
    private static readonly string[] Digits = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

    private readonly StringBuilder _words;
    private bool _parted;
    private bool _breakBefore;
    private bool _spaceBefore;

    private PlainWords(int length) => _words = new StringBuilder(length);

    public static string Of(string text)
    {
        var words = new PlainWords(text.Length);
        foreach (var unit in text)
        {
            words.Add(unit);
        }
        return words._words.ToString();
    }

    private void Add(char unit)
    {
        if (char.IsAsciiLetter(unit))
        {
            Letter(char.ToLowerInvariant(unit));
        }
        else if (char.IsAsciiDigit(unit))
        {
            Space();
            foreach (var letter in Digits[unit - '0'])
            {
                Letter(letter);
            }
            Space();
        }
        else if (unit == '\n')
        {
            _parted |= _breakBefore;
            (_breakBefore, _spaceBefore) = (true, false);
        }
        else
        {
            Space();
        }
    }

    // Of a run of other characters one space is left.
    private void Space()
    {
        if (!_spaceBefore)
        {
            _parted |= !_breakBefore;
            (_breakBefore, _spaceBefore) = (false, true);
        }
    }

    private void Letter(char letter)
    {
        if ((_parted || _breakBefore) && _words.Length > 0)
        {
            _words.Append(' ');
        }
        _words.Append(letter);
        _parted = _breakBefore = _spaceBefore = false;
    }
}
