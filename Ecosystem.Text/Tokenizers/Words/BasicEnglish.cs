using System.Text;

namespace TorchSharp.Transforms.Text;

/// <summary>The tokenizer that Python calls "basic_english", in one pass.</summary>
internal static class BasicEnglish
{
    private const string LineBreak = "<br />";

    /// <summary>
    /// Lower case; quotation marks vanish, so that what stands around one joins; <c>' . , ( ) ! ?</c> are tokens of their own; white space, <c>;</c>,
    /// <c>:</c> and the tag <c>&lt;br /&gt;</c> separate.
    /// </summary>
    public static string[] Tokenize(string line)
    {
        var text = PythonText.Lower(line);
        var tokens = new List<string>(text.Length / 5);
        var word = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            switch (character)
            {
                case '"':
                    continue;
                case ';' or ':':
                    Close(word, tokens);
                    continue;
                case '\'' or '.' or ',' or '(' or ')' or '!' or '?':
                    Close(word, tokens);
                    tokens.Add(Mark(character));
                    continue;
                case '<' when EndOfLineBreak(text, i) is var end and > 0:
                    Close(word, tokens);
                    i = end - 1;
                    continue;
            }

            if (PythonText.IsSpace(character))
            {
                Close(word, tokens);
            }
            else
            {
                word.Append(character);
            }
        }

        Close(word, tokens);
        return [.. tokens];
    }

    private static void Close(StringBuilder word, List<string> tokens)
    {
        if (word.Length > 0)
        {
            tokens.Add(word.ToString());
            word.Clear();
        }
    }

    // Quotation marks have gone before the tag is looked for, so it may be full of them.
    private static int EndOfLineBreak(string text, int start)
    {
        var matched = 0;
        for (var i = start; i < text.Length; i++)
        {
            if (text[i] == LineBreak[matched])
            {
                if (++matched == LineBreak.Length)
                {
                    return i + 1;
                }
            }
            else if (text[i] != '"')
            {
                return 0;
            }
        }

        return 0;
    }

    private static string Mark(char character) => character switch
    {
        '\'' => "'",
        '.' => ".",
        ',' => ",",
        '(' => "(",
        ')' => ")",
        '!' => "!",
        _ => "?",
    };
}
