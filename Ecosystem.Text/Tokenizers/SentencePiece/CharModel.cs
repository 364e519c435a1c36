namespace TorchSharp.Transforms.Text;

/// <summary>Every character a piece.</summary>
internal sealed class CharModel(PieceVocabulary vocabulary) : PieceModel(vocabulary)
{
    public override void Encode(ReadOnlySpan<byte> text, ref RentedList<Segment> segments)
    {
        for (var start = 0; start < text.Length;)
        {
            var length = LengthOfSymbol(text[start..], out _);
            segments.Add(new Segment(start, length, Vocabulary.Find(text.Slice(start, length))));
            start += length;
        }
    }
}
