using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TorchSharp.Transforms.Text;

/// <summary>
/// Says a pattern of RE2, the engine behind upstream's tokenizer, in .NET's words: <c>\d \s \w \b</c> are ASCII's, <c>.</c> and classes match whole
/// characters, <c>$</c> is the end of the text, groups are numbered from left to right whether named or not.
/// </summary>
internal sealed partial class Re2Pattern
{
    private const int MostRepetitions = 1000;

    private readonly string pattern;
    private readonly StringBuilder output = new();
    private readonly Stack<Flags> outer = [];
    private Flags flags = new(AnyIsLine: true, Lines: false, IgnoreCase: false);
    private int position;

    private Re2Pattern(string pattern) => this.pattern = pattern;

    // Whether a dot stops at line ends, whether ^ and $ know them, and whether letters match whatever their case.
    private readonly record struct Flags(bool AnyIsLine, bool Lines, bool IgnoreCase);

    /// <summary>Compiles a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="limit">How long one search may take.</param>
    /// <exception cref="ArgumentException">RE2 refuses the pattern, or it has what cannot be said here.</exception>
    public static Regex Compile(string pattern, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        var translation = new Re2Pattern(pattern);
        translation.Translate();
        try
        {
            return new Regex(translation.output.ToString(), RegexOptions.CultureInvariant, limit);
        }
        catch (RegexParseException problem)
        {
            throw new ArgumentException($"The pattern '{pattern}' is no regular expression: {problem.Message}", nameof(pattern), problem);
        }
    }

    private void Translate()
    {
        while (position < pattern.Length)
        {
            switch (pattern[position])
            {
                case '\\':
                    Escape();
                    break;
                case '[':
                    Append(Class());
                    break;
                case '(':
                    Open();
                    break;
                case ')':
                    flags = outer.TryPop(out var before) ? before : throw Wrong("a bracket is closed that was not opened");
                    Copy();
                    break;
                case '.':
                    position++;
                    Append((flags.AnyIsLine ? new CodePointSet().Add('\n', '\n') : new CodePointSet()).Negated());
                    break;
                case '^':
                    position++;
                    output.Append(flags.Lines ? "(?m:^)" : "\\A");
                    break;
                case '$':
                    position++;
                    output.Append(flags.Lines ? "(?m:$)" : "\\z");
                    break;
                case '{':
                    CheckRepetition();
                    Copy();
                    break;
                case '|' or '*' or '+' or '?' or '}':
                    Copy();
                    break;
                default:
                    Literal(NextCode());
                    break;
            }
        }

        if (outer.Count > 0)
        {
            throw Wrong("a bracket is not closed");
        }
    }

    private void Copy() => output.Append(pattern[position++]);

    private void Append(CodePointSet set) => output.Append((flags.IgnoreCase ? set.WithLongS() : set).ToPattern());

    private void Literal(int code)
    {
        if (flags.IgnoreCase && code is 's' or 'S' or CodePointSet.LongS)
        {
            Append(new CodePointSet().Add(code, code));
            return;
        }

        var text = Regex.Escape(char.ConvertFromUtf32(code));
        output.Append(code > char.MaxValue ? $"(?:{text})" : text);
    }

    // The character at the position, which half a pair cannot be.
    private int NextCode()
    {
        if (Rune.DecodeFromUtf16(pattern.AsSpan(position), out var rune, out var length) != System.Buffers.OperationStatus.Done)
        {
            throw Wrong(position == pattern.Length ? "it ends too early" : "it holds half a surrogate pair");
        }

        position += length;
        return rune.Value;
    }

    private void CheckRepetition()
    {
        foreach (var number in Repetition().Match(pattern, position).Groups["number"].Captures.Select(capture => capture.Value))
        {
            if (number.Length > 4 || int.Parse(number, CultureInfo.InvariantCulture) > MostRepetitions)
            {
                throw Wrong($"nothing is repeated more than {MostRepetitions} times");
            }
        }
    }

    [GeneratedRegex(@"\G\{(?<number>[0-9]+)(,(?<number>[0-9]+)?)?\}")]
    private static partial Regex Repetition();

    private ArgumentException Wrong(string problem) =>
        new($"The pattern '{pattern}' is no regular expression of RE2 at its character {Math.Min(position, pattern.Length)}: {problem}.", nameof(pattern));
}
