namespace TorchSharp.Transforms.Text;

/// <summary>Cuts a text into the words that GPT-2's byte-pair encoding works on.</summary>
/// <remarks>
/// A word is one of the English endings ('s 't 're 've 'm 'll 'd), or a run of letters, of numbers or of other characters, with the space before it.
/// Of white space that is not at the text's end, all but the last character is a word, and the last one too unless it is a plain space, which then
/// goes to the word behind. As in upstream, an ending is recognised behind two spaces and not behind one.
/// </remarks>
internal ref struct GPT2Words(ReadOnlySpan<char> text)
{
    private readonly ReadOnlySpan<char> text = text;
    private int position;
    private bool behindSpaces;

    public ReadOnlySpan<char> Current { get; private set; }

    public bool MoveNext()
    {
        if (position == text.Length)
        {
            return false;
        }

        var start = position;
        position = EndOfWord(start);
        Current = text[start..position];
        return true;
    }

    private int EndOfWord(int start)
    {
        if (CharacterClasses.At(text, start, out _) != CharacterClass.Space)
        {
            return EndOfVisible(start, endings: true);
        }

        if (behindSpaces)
        {
            behindSpaces = false;
            return text[start] == ' ' ? EndOfVisible(start + 1, endings: true) : start + 1;
        }

        var end = CharacterClasses.EndOfRun(text, start, CharacterClass.Space);
        if (end == text.Length)
        {
            return end;
        }

        if (end - start > 1)
        {
            behindSpaces = true;
            return end - 1;
        }

        return text[start] == ' ' ? EndOfVisible(end, endings: false) : end;
    }

    private readonly int EndOfVisible(int start, bool endings)
    {
        if (endings && Ending.LengthAt(text, start) is var length and > 0)
        {
            return start + length;
        }

        return CharacterClasses.EndOfRun(text, start, CharacterClasses.At(text, start, out _));
    }
}
