namespace TorchSharp.Transforms.Text;

/// <summary>The English endings that byte-level tokenizers keep whole: 's 't 're 've 'm 'll 'd.</summary>
internal static class Ending
{
    /// <summary>How long the ending at a place is, with its apostrophe; 0 if there is none.</summary>
    public static int LengthAt(ReadOnlySpan<char> text, int start)
    {
        if (text[start] != '\'' || start + 1 == text.Length)
        {
            return 0;
        }

        return text[start + 1] switch
        {
            's' or 't' or 'm' or 'd' => 2,
            'r' or 'v' when start + 2 < text.Length && text[start + 2] == 'e' => 3,
            'l' when start + 2 < text.Length && text[start + 2] == 'l' => 3,
            _ => 0,
        };
    }
}
