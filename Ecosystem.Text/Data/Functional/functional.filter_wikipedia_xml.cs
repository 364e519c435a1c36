using System.Text.RegularExpressions;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class data
    {
        public static partial class functional
        {
            // In the order of the wikifil.pl rules. A category's name is lost as in torchtext, which writes the text "$1" for it.
            private static readonly (Regex Pattern, string Replacement)[] Markup =
            [
                (WholeTags(), ""), (Ampersand(), "&"), (LessThan(), "<"), (GreaterThan(), ">"), (Reference(), ""), (Tag(), ""), (WebAddress(), "["),
                (Thumbnail(), ""), (Left(), ""), (Right(), ""), (Width(), ""), (Picture(), ""), (Category(), "[[$$1]]"), (OtherLanguage(), ""), (LinkTarget(), "[["), (Template(), ""),
                (Table(), ""), (Bracket(), ""), (Entity(), " "),
            ];

            /// <summary>
            /// Plain words out of lines of a Wikipedia dump: without markup, in lower case, digits spelled out (the rules of fastText's
            /// <c>wikifil.pl</c>).
            /// </summary>
            /// <param name="text_iterator">The lines of the dump.</param>
            /// <returns>Lines of the letters a to z and single spaces; empty ones and redirections are left out.</returns>
            public static IEnumerable<string> filter_wikipedia_xml(IEnumerable<string> text_iterator)
            {
                ArgumentNullException.ThrowIfNull(text_iterator);
                return text_iterator
                    .Where(line => !line.Contains("#redirect", StringComparison.Ordinal) && !line.Contains("#REDIRECT", StringComparison.Ordinal))
                    .Select(line => PlainWords.Of(Markup.Aggregate(line, (text, step) => step.Pattern.Replace(text, step.Replacement))))
                    .Where(line => line.Length > 0);
            }

            [GeneratedRegex("<.*>")]
            private static partial Regex WholeTags();

            [GeneratedRegex("&amp;")]
            private static partial Regex Ampersand();

            [GeneratedRegex("&lt;")]
            private static partial Regex LessThan();

            [GeneratedRegex("&gt;")]
            private static partial Regex GreaterThan();

            [GeneratedRegex("<ref[^<]*</ref>")]
            private static partial Regex Reference();

            [GeneratedRegex("<[^>]*>")]
            private static partial Regex Tag();

            [GeneratedRegex(@"\[http:[^] ]*")]
            private static partial Regex WebAddress();

            [GeneratedRegex(@"\|thumb")]
            private static partial Regex Thumbnail();

            [GeneratedRegex(@"\|left")]
            private static partial Regex Left();

            [GeneratedRegex(@"\|right")]
            private static partial Regex Right();

            [GeneratedRegex(@"\|\d+px")]
            private static partial Regex Width();

            [GeneratedRegex(@"\[\[image:[^\[\]]*\|")]
            private static partial Regex Picture();

            [GeneratedRegex(@"\[\[category:([^|\]]*)[^]]*\]\]")]
            private static partial Regex Category();

            [GeneratedRegex(@"\[\[[a-z\-]*:[^\]]*\]\]")]
            private static partial Regex OtherLanguage();

            [GeneratedRegex(@"\[\[[^\|\]]*\|")]
            private static partial Regex LinkTarget();

            [GeneratedRegex(@"\{\{[^\}]*\}\}")]
            private static partial Regex Template();

            [GeneratedRegex(@"\{[^\}]*\}")]
            private static partial Regex Table();

            [GeneratedRegex(@"[\[\]]")]
            private static partial Regex Bracket();

            [GeneratedRegex("&[^;]*;")]
            private static partial Regex Entity();
        }
    }
}
