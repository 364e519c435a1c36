using System.Buffers;

namespace TorchSharp.Transforms.Text;

/// <summary>The pieces whose scores have the largest sum, found in one pass over the text (Viterbi).</summary>
/// <remarks>
/// Kudo, "Subword Regularization" (2018). Sums are kept in single precision and compared in double, as upstream does: of two paths that differ by less
/// than rounding, upstream's must win.
/// </remarks>
internal sealed class UnigramModel : PieceModel
{
    private const float UnknownPenalty = 10f;
    private const double UserDefinedDiscount = 0.1;

    // The smallest positive number that is not denormal, where upstream begins its search for the largest score.
    private const float SmallestNormal = 1.17549435E-38f;

    private readonly float unknownScore;
    private readonly float largestScore = SmallestNormal;
    private readonly float[] scores;
    private readonly PieceType[] types;

    public UnigramModel(PieceVocabulary vocabulary)
        : base(vocabulary)
    {
        var smallest = float.MaxValue;
        scores = new float[vocabulary.Count];
        types = new PieceType[vocabulary.Count];
        for (var id = 0; id < vocabulary.Count; id++)
        {
            (scores[id], types[id]) = (vocabulary[id].Score, vocabulary[id].Type);
            if (types[id] == PieceType.Normal)
            {
                smallest = Math.Min(smallest, scores[id]);
                largestScore = Math.Max(largestScore, scores[id]);
            }
        }

        unknownScore = smallest - UnknownPenalty;
    }

    // The best path that ends at a place: its sum, and its last piece.
    private struct Ending
    {
        public float Sum;
        public int Id;
        public int Start;
    }

    public override void Encode(ReadOnlySpan<byte> text, ref RentedList<Segment> segments)
    {
        var rented = ArrayPool<Ending>.Shared.Rent(text.Length + 1);
        try
        {
            var endings = rented.AsSpan(0, text.Length + 1);
            endings.Fill(new Ending { Start = -1 });
            for (var start = 0; start < text.Length;)
            {
                var length = Utf8Character.LengthAt(text, start);
                Extend(text, start, length, endings);
                start += length;
            }

            var first = segments.Count;
            for (var end = text.Length; end > 0; end = endings[end].Start)
            {
                segments.Add(new Segment(endings[end].Start, end - endings[end].Start, endings[end].Id));
            }

            segments.Items[first..].Reverse();
        }
        finally
        {
            ArrayPool<Ending>.Shared.Return(rented);
        }
    }

    private void Extend(ReadOnlySpan<byte> text, int start, int character, Span<Ending> endings)
    {
        var sum = endings[start].Sum;
        var hasCharacter = false;
        var node = ByteTrie.Root;
        for (var end = start; end < text.Length;)
        {
            node = Vocabulary.Texts.Step(node, text[end++], out var id);
            if (node < 0)
            {
                break;
            }

            if (id < 0 || types[id] == PieceType.Unused)
            {
                continue;
            }

            var length = end - start;
            var score = types[id] == PieceType.UserDefined ? (length * largestScore) - UserDefinedDiscount : scores[id];
            Offer(ref endings[end], score + sum, id, start);
            hasCharacter |= length == character;
        }

        if (!hasCharacter)
        {
            Offer(ref endings[start + character], unknownScore + sum, Vocabulary.UnknownId, start);
        }
    }

    private static void Offer(ref Ending ending, double sum, int id, int start)
    {
        if (ending.Start < 0 || sum > ending.Sum)
        {
            ending = new Ending { Sum = (float)sum, Id = id, Start = start };
        }
    }
}
