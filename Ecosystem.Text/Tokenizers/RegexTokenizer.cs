using System.Text;
using TorchSharp.Transforms.Text;

namespace TorchSharp
{
    public static partial class torchtext
    {
        public static partial class transforms
        {
            /// <summary>Replacements by regular expressions, one after the other, then a cut at plain spaces.</summary>
            /// <param name="patterns_list">Patterns, in the syntax of RE2, each with its replacement, in which <c>\1</c> is the first group.</param>
            /// <exception cref="ArgumentException">
            /// A pattern is none, or uses what is not offered (scripts of Unicode, the flag U); or a replacement names a group that there is not.
            /// </exception>
            public static RegexTokenizer RegexTokenizer(IEnumerable<(string pattern, string replacement)> patterns_list) => new(patterns_list);
        }
    }
}

namespace TorchSharp.Transforms.Text
{
    /// <summary>
    /// Replacements by regular expressions, one after the other, then a cut at plain spaces. Python's <c>torchtext.transforms.RegexTokenizer</c>.
    /// </summary>
    /// <remarks>
    /// The syntax is RE2's, which Python's runs on: <c>\d \s \w \b</c> are those of ASCII, <c>$</c> is the end of the text, nothing looks ahead or
    /// behind. A wrong pattern, which Python passes over, is an exception, and so is a search that takes longer than ten seconds
    /// (<see cref="System.Text.RegularExpressions.RegexMatchTimeoutException"/>): RE2 never tries a text twice, .NET may.
    /// </remarks>
    public sealed class RegexTokenizer : TextTokenizer
    {
        private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

        private readonly Replacement[] replacements;

        /// <param name="patterns_list">Patterns, in the syntax of RE2, each with its replacement, in which <c>\1</c> is the first group.</param>
        /// <exception cref="ArgumentException">
        /// A pattern is none, or uses what is not offered (scripts of Unicode, the flag U); or a replacement names a group that there is not.
        /// </exception>
        public RegexTokenizer(IEnumerable<(string pattern, string replacement)> patterns_list)
            : this(patterns_list, Limit)
        {
        }

        internal RegexTokenizer(IEnumerable<(string pattern, string replacement)> patterns_list, TimeSpan limit)
        {
            ArgumentNullException.ThrowIfNull(patterns_list);
            replacements = [.. patterns_list.Select(pair => new Replacement(pair.pattern, pair.replacement, limit))];
        }

        private protected override string[] Tokenize(string text)
        {
            // RE2 works on UTF-8, where half a surrogate pair cannot be.
            text = WellFormed(text);
            foreach (var replacement in replacements)
            {
                text = replacement.Apply(text);
            }

            return text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        }

        private static string WellFormed(string text) =>
            text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? text : Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
    }
}
