using System.Text.RegularExpressions;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class data
    {
        /// <summary>Streams of lines and tokens (Python's <c>torchtext.data.functional</c>).</summary>
        public static partial class functional
        {
            /// <summary>Makes a function that replaces patterns in each line, one pattern after the other.</summary>
            /// <param name="replace_pattern">
            /// Patterns and what stands in for what they match, both as <see cref="Regex"/> takes them: a group is <c>$1</c> or <c>${name}</c> where Python
            /// writes <c>\1</c> or <c>\g&lt;name&gt;</c>.
            /// </param>
            /// <returns>A function from lines to lines; each line is replaced when it is asked for.</returns>
            /// <exception cref="ArgumentException">A pattern is wrong, or a replacement names a group in Python's way; the message says which.</exception>
            public static Func<IEnumerable<string>, IEnumerable<string>> custom_replace(IEnumerable<(string pattern, string replacement)> replace_pattern)
            {
                ArgumentNullException.ThrowIfNull(replace_pattern);
                (Regex Pattern, string Replacement)[] steps = [.. replace_pattern.Select((step, number) => Compile(step.pattern, step.replacement, number))];
                return lines =>
                {
                    ArgumentNullException.ThrowIfNull(lines);
                    return lines.Select(line => steps.Aggregate(line, (text, step) => step.Pattern.Replace(text, step.Replacement)));
                };
            }

            private static (Regex Pattern, string Replacement) Compile(string pattern, string replacement, int number)
            {
                if (PythonGroup().Match(replacement) is { Success: true } group)
                {
                    throw new ArgumentException(
                        $"Replacement {number}, {Quoted.Text(replacement)}, names a group in Python's way, {group.Value}: write $1 or ${{name}}.",
                        nameof(replacement));
                }
                try
                {
                    return (new Regex(pattern, RegexOptions.CultureInvariant), replacement);
                }
                catch (RegexParseException problem)
                {
                    throw new ArgumentException($"Pattern {number}, {Quoted.Text(pattern)}: {problem.Message}", nameof(pattern), problem);
                }
            }

            [GeneratedRegex(@"\\([0-9]|g<)")]
            private static partial Regex PythonGroup();
        }
    }
}
