using System.Text;
using System.Text.RegularExpressions;

namespace TorchSharp.Transforms.Text;

/// <summary>A pattern and what replaces its matches, as RE2's GlobalReplace does it: <c>\1</c> is a group, <c>\\</c> a backslash.</summary>
internal sealed class Replacement
{
    private readonly Regex pattern;

    // Stretches of text, and numbers of groups where the text is null.
    private readonly List<(string? Text, int Group)> parts = [];

    /// <exception cref="ArgumentException">The pattern is none, or the replacement names a group that it lacks.</exception>
    public Replacement(string pattern, string replacement, TimeSpan limit)
    {
        ArgumentNullException.ThrowIfNull(replacement);
        this.pattern = Re2Pattern.Compile(pattern, limit);
        var groups = this.pattern.GetGroupNumbers().Length - 1;
        var text = new StringBuilder();
        for (var i = 0; i < replacement.Length; i++)
        {
            if (replacement[i] != '\\')
            {
                text.Append(replacement[i]);
                continue;
            }

            switch (++i < replacement.Length ? replacement[i] : '\0')
            {
                case '\\':
                    text.Append('\\');
                    break;
                case >= '0' and <= '9' and var digit when digit - '0' <= groups:
                    parts.Add((text.ToString(), 0));
                    parts.Add((null, digit - '0'));
                    text.Clear();
                    break;
                case >= '0' and <= '9' and var digit:
                    throw new ArgumentException($"The replacement '{replacement}' names group {digit}, and the pattern '{pattern}' has {groups}.", nameof(replacement));
                default:
                    throw new ArgumentException(
                        $"In the replacement '{replacement}' a backslash stands before no digit: write \\\\ for a backslash.", nameof(replacement));
            }
        }

        parts.Add((text.ToString(), 0));
    }

    /// <summary>Replaces every match. An empty one right behind another match is none.</summary>
    public string Apply(string text)
    {
        var result = new StringBuilder(text.Length);
        var (position, lastEnd) = (0, -1);
        while (position <= text.Length && pattern.Match(text, position) is { Success: true } match)
        {
            result.Append(text, position, match.Index - position);
            position = match.Index;
            if (match.Length == 0 && match.Index == lastEnd)
            {
                if (position == text.Length)
                {
                    return result.ToString();
                }

                var length = position + 1 < text.Length && char.IsSurrogatePair(text, position) ? 2 : 1;
                result.Append(text, position, length);
                position += length;
                continue;
            }

            foreach (var (literal, group) in parts)
            {
                result.Append(literal ?? match.Groups[group].Value);
            }

            position = lastEnd = match.Index + match.Length;
        }

        return result.Append(text, position, text.Length - position).ToString();
    }
}
