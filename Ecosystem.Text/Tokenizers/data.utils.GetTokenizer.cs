using TorchSharp.Transforms.Text;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class data
    {
        public static partial class utils
        {
            private const string BasicEnglishName = "basic_english";

            /// <summary>A tokenizer for one sentence, by name. Python's <c>torchtext.data.utils.get_tokenizer</c>.</summary>
            /// <param name="tokenizer">
            /// <c>"basic_english"</c>: lower case, English punctuation cut off, split at white space; null: split at white space and nothing else.
            /// </param>
            /// <param name="language">The language; only <c>"en"</c> goes with "basic_english".</param>
            /// <exception cref="NotSupportedException">
            /// One of the names behind which Python finds another package (spacy, moses, toktok, revtok, subword): these are not offered.
            /// </exception>
            /// <exception cref="ArgumentException">The name is unknown, or the language does not go with it.</exception>
            public static Func<string, string[]> get_tokenizer(string? tokenizer, string language = "en") => tokenizer switch
            {
                null => Guarded(PythonText.Split),
                BasicEnglishName when language == "en" => Guarded(BasicEnglish.Tokenize),
                BasicEnglishName => throw new ArgumentException($"basic_english is there for English (\"en\") only, not for '{language}'.", nameof(language)),
                "spacy" or "moses" or "toktok" or "revtok" or "subword" => throw new NotSupportedException(
                    $"The tokenizer '{tokenizer}' comes from a Python package that has no part here. Offered are \"{BasicEnglishName}\", null (split at white "
                    + "space), and any delegate of yours: get_tokenizer(text => ...)."),
                _ => throw new ArgumentException(
                    $"There is no tokenizer '{tokenizer}'. Offered are \"{BasicEnglishName}\", null (split at white space), and any delegate of yours.",
                    nameof(tokenizer)),
            };

            /// <summary>Gives back the tokenizer that it was given, as Python does with a callable.</summary>
            /// <typeparam name="TTokens">What it makes of a text.</typeparam>
            /// <param name="tokenizer">The tokenizer.</param>
            /// <param name="language">Not used.</param>
            public static Func<string, TTokens> get_tokenizer<TTokens>(Func<string, TTokens> tokenizer, string language = "en")
            {
                ArgumentNullException.ThrowIfNull(tokenizer);
                ArgumentNullException.ThrowIfNull(language);
                return tokenizer;
            }

            private static Func<string, string[]> Guarded(Func<string, string[]> tokenizer) => line =>
            {
                ArgumentNullException.ThrowIfNull(line);
                return tokenizer(line);
            };
        }
    }
}
