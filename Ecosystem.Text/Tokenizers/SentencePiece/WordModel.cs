namespace TorchSharp.Transforms.Text;

/// <summary>Every word a piece, the mark of the space before it included.</summary>
internal sealed class WordModel(PieceVocabulary vocabulary) : PieceModel(vocabulary)
{
    public override void Encode(ReadOnlySpan<byte> text, ref RentedList<Segment> segments)
    {
        for (var start = 0; start < text.Length;)
        {
            var first = Utf8Character.LengthAt(text, start);
            var rest = text[(start + first)..].IndexOf(TextPreparation.SpaceMark);
            var length = rest < 0 ? text.Length - start : first + rest;
            segments.Add(new Segment(start, length, Vocabulary.Find(text.Slice(start, length))));
            start += length;
        }
    }
}
