namespace TorchSharp.Transforms.Text;

/// <summary>
/// Cuts a text of small letters into the words that CLIP's byte-pair encoding works on: the two special tokens, the English endings, runs of letters,
/// single numbers, runs of other characters. White space separates and is no part of a word; as in upstream's regular expression it is that of
/// ASCII without the vertical tab.
/// </summary>
internal ref struct CLIPWords(ReadOnlySpan<char> text)
{
    public const string Start = "<|startoftext|>";
    public const string End = "<|endoftext|>";

    // Upstream ignores case, and to a regular expression this is a small s.
    private const char LongS = '\u017F';

    private readonly ReadOnlySpan<char> text = text;
    private int position;

    public ReadOnlySpan<char> Current { get; private set; }

    public bool MoveNext()
    {
        while (position < text.Length && IsSeparator(text[position]))
        {
            position++;
        }

        if (position == text.Length)
        {
            return false;
        }

        var start = position;
        position += LengthAt(start);
        Current = text[start..position];
        return true;
    }

    private readonly int LengthAt(int start)
    {
        foreach (var special in (ReadOnlySpan<string>)[Start, End])
        {
            if (StartsWith(text[start..], special))
            {
                return special.Length;
            }
        }

        if (text[start] == '\'' && start + 1 < text.Length && text[start + 1] == LongS)
        {
            return 2;
        }

        if (Ending.LengthAt(text, start) is var ending and > 0)
        {
            return ending;
        }

        switch (ClassAt(start, out var length))
        {
            case CharacterClass.Number:
                return length;
            case CharacterClass.Letter:
                return CharacterClasses.EndOfRun(text, start, CharacterClass.Letter) - start;
            default:
                var end = start;
                while (end < text.Length && !IsSeparator(text[end]) && ClassAt(end, out length) == CharacterClass.Other)
                {
                    end += length;
                }

                return end - start;
        }
    }

    private static bool StartsWith(ReadOnlySpan<char> text, string special)
    {
        if (text.Length < special.Length)
        {
            return false;
        }

        for (var i = 0; i < special.Length; i++)
        {
            if (text[i] != special[i] && (special[i] != 's' || text[i] != LongS))
            {
                return false;
            }
        }

        return true;
    }

    private readonly CharacterClass ClassAt(int index, out int length) =>
        CharacterClasses.At(text, index, out length) is var found && found == CharacterClass.Space ? CharacterClass.Other : found;

    private static bool IsSeparator(char character) => character is ' ' or '\t' or '\n' or '\f' or '\r';
}
