using System.Buffers;

namespace TorchSharp.Transforms.Text;

/// <summary>Neighbours joined into pieces, the best score first and from the left, until no two join to a piece.</summary>
internal sealed class BpeModel(PieceVocabulary vocabulary) : PieceModel(vocabulary)
{
    private const int None = -1;

    // A symbol: its bytes, its neighbours, and the piece that it makes with the one behind it.
    private struct Symbol
    {
        public int Start;
        public int Length;
        public int Previous;
        public int Next;
        public int Joined;
        public bool Whole;
    }

    public override void Encode(ReadOnlySpan<byte> text, ref RentedList<Segment> segments)
    {
        var rented = ArrayPool<Symbol>.Shared.Rent(text.Length);
        try
        {
            var symbols = rented.AsSpan(0, Cut(text, rented));
            var joins = new PriorityQueue<int, (float Score, int Place)>(symbols.Length, BestFirst);
            // An unused piece is taken apart again: where, is where it was joined last.
            Dictionary<int, int>? cuts = null;
            for (var i = 0; i + 1 < symbols.Length; i++)
            {
                Offer(text, symbols, i, joins, ref cuts);
            }

            while (joins.TryDequeue(out var place, out var join))
            {
                Join(text, symbols, place, join.Score, joins, ref cuts);
            }

            for (var i = 0; i != None; i = symbols[i].Next)
            {
                var id = Vocabulary.Find(text.Slice(symbols[i].Start, symbols[i].Length));
                if (cuts is not null && Vocabulary.TypeOf(id) == PieceType.Unused)
                {
                    AppendApart(text, symbols[i].Start, symbols[i].Length, cuts, ref segments);
                }
                else
                {
                    segments.Add(new Segment(symbols[i].Start, symbols[i].Length, id));
                }
            }
        }
        finally
        {
            ArrayPool<Symbol>.Shared.Return(rented);
        }
    }

    private static readonly Comparer<(float Score, int Place)> BestFirst =
        Comparer<(float Score, int Place)>.Create((a, b) => a.Score == b.Score ? a.Place.CompareTo(b.Place) : b.Score.CompareTo(a.Score));

    private int Cut(ReadOnlySpan<byte> text, Span<Symbol> symbols)
    {
        var count = 0;
        for (var start = 0; start < text.Length; count++)
        {
            var length = LengthOfSymbol(text[start..], out var whole);
            symbols[count] = new Symbol { Start = start, Length = length, Previous = count - 1, Next = count + 1, Joined = None, Whole = whole };
            start += length;
        }

        symbols[count - 1].Next = None;
        return count;
    }

    private void Offer(ReadOnlySpan<byte> text, Span<Symbol> symbols, int place, PriorityQueue<int, (float, int)> joins, ref Dictionary<int, int>? cuts)
    {
        ref var left = ref symbols[place];
        left.Joined = None;
        if (left.Next == None || left.Whole || symbols[left.Next].Whole)
        {
            return;
        }

        var id = Vocabulary.Texts.Find(text.Slice(left.Start, left.Length + symbols[left.Next].Length));
        if (id < 0)
        {
            return;
        }

        left.Joined = id;
        joins.Enqueue(place, (Vocabulary[id].Score, place));
        if (Vocabulary.TypeOf(id) == PieceType.Unused)
        {
            (cuts ??= [])[id] = left.Length;
        }
    }

    private void Join(
        ReadOnlySpan<byte> text, Span<Symbol> symbols, int place, float score, PriorityQueue<int, (float, int)> joins, ref Dictionary<int, int>? cuts)
    {
        // An offer is out of date if its symbol is gone, or has another neighbour by now.
        ref var left = ref symbols[place];
        if (left.Length == 0 || left.Joined == None || Vocabulary[left.Joined].Score != score)
        {
            return;
        }

        ref var right = ref symbols[left.Next];
        left.Length += right.Length;
        left.Next = right.Next;
        right.Length = 0;
        right.Joined = None;
        if (left.Next != None)
        {
            symbols[left.Next].Previous = place;
        }

        if (left.Previous != None)
        {
            Offer(text, symbols, left.Previous, joins, ref cuts);
        }

        Offer(text, symbols, place, joins, ref cuts);
    }

    // Not by recursion: a hostile model could nest unused pieces thousands deep.
    private void AppendApart(ReadOnlySpan<byte> text, int start, int length, Dictionary<int, int> cuts, ref RentedList<Segment> segments)
    {
        var waiting = new Stack<(int Start, int Length)>([(start, length)]);
        while (waiting.TryPop(out var part))
        {
            var id = Vocabulary.Find(text.Slice(part.Start, part.Length));
            if (Vocabulary.TypeOf(id) == PieceType.Unused && cuts.TryGetValue(id, out var left))
            {
                waiting.Push((part.Start + left, part.Length - left));
                waiting.Push((part.Start, left));
            }
            else
            {
                segments.Add(new Segment(part.Start, part.Length, id));
            }
        }
    }
}
