namespace TorchSharp.Transforms.Text;

/// <summary>Cuts a prepared text into pieces.</summary>
internal abstract class PieceModel(PieceVocabulary vocabulary)
{
    protected PieceVocabulary Vocabulary { get; } = vocabulary;

    /// <summary>The way that a model's file asks for.</summary>
    public static PieceModel Create(ModelFile file, PieceVocabulary vocabulary) => file.Type switch
    {
        ModelType.Unigram => new UnigramModel(vocabulary),
        ModelType.Bpe => new BpeModel(vocabulary),
        ModelType.Word => new WordModel(vocabulary),
        _ => new CharModel(vocabulary),
    };

    /// <summary>Appends the pieces of a text, which they cover without a gap.</summary>
    /// <param name="text">The prepared text, well-formed UTF-8, not empty.</param>
    /// <param name="segments">Receives the pieces.</param>
    public abstract void Encode(ReadOnlySpan<byte> text, ref RentedList<Segment> segments);

    /// <summary>How many bytes the next symbol has: a piece that is never cut, or a character.</summary>
    protected int LengthOfSymbol(ReadOnlySpan<byte> text, out bool whole)
    {
        var length = Vocabulary.HasUserDefined ? Vocabulary.UserDefined.LongestPrefix(text) : 0;
        whole = length > 0;
        return whole ? length : Utf8Character.LengthAt(text, 0);
    }
}
