using System.Buffers;
using System.Text;

namespace TorchSharp.Transforms.Text;

public sealed partial class SentencePiece
{
    /// <summary>A text's pieces; the same as <see cref="EncodeAsPieces(string)"/>.</summary>
    /// <param name="input">The text.</param>
    public string[] Encode(string input) => EncodeAsPieces(input);

    /// <summary>A text's pieces. A space is written U+2581; neighbours that the model does not know are one piece.</summary>
    /// <param name="input">The text.</param>
    public string[] EncodeAsPieces(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return Run(input, PiecesOf);
    }

    /// <summary>The numbers of a text's pieces.</summary>
    /// <param name="input">The text.</param>
    public int[] EncodeAsIds(string input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return EncodeToIds(input);
    }

    /// <summary>The pieces of every text, cut on all cores.</summary>
    /// <param name="input">The texts; none may be null.</param>
    /// <returns>A row for each text, in the order of the texts.</returns>
    public string[][] EncodeAsPieces(IReadOnlyList<string> input) =>
        Batches.Map(input, text => text.Length, (text, _) => EncodeAsPieces(text));

    /// <summary>The numbers of every text's pieces, cut on all cores.</summary>
    /// <param name="input">The texts; none may be null.</param>
    /// <returns>A row for each text, in the order of the texts.</returns>
    public int[][] EncodeAsIds(IReadOnlyList<string> input) =>
        Batches.Map(input, text => text.Length, (text, _) => EncodeAsIds(text));

    /// <summary>The numbers of a text's pieces.</summary>
    /// <param name="text">The text.</param>
    public int[] EncodeToIds(ReadOnlySpan<char> text) => Run(text, IdsOf);

    private delegate TResult Finish<TResult>(ReadOnlySpan<byte> prepared, ReadOnlySpan<Segment> segments);

    private TResult[] Run<TResult>(ReadOnlySpan<char> text, Finish<TResult[]> finish)
    {
        var utf8 = Utf8(text, out var length);
        var prepared = new RentedList<byte>(length + (length / 2));
        var segments = new RentedList<Segment>(length / 2);
        try
        {
            preparation.Prepare(utf8.AsSpan(0, length), ref prepared);
            if (prepared.Count == 0)
            {
                return [];
            }

            model.Encode(prepared.Items, ref segments);
            return finish(prepared.Items, segments.Items);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
            prepared.Dispose();
            segments.Dispose();
        }
    }

    private int[] IdsOf(ReadOnlySpan<byte> prepared, ReadOnlySpan<Segment> segments)
    {
        var ids = new RentedList<int>(segments.Length);
        try
        {
            var behindUnknown = false;
            foreach (var segment in segments)
            {
                var unknown = segment.Id == vocabulary.UnknownId;
                if (unknown && vocabulary.ByteIds is { } bytes)
                {
                    foreach (var value in prepared.Slice(segment.Start, segment.Length))
                    {
                        ids.Add(bytes[value]);
                    }
                }
                else if (!unknown || !behindUnknown)
                {
                    ids.Add(segment.Id);
                }

                behindUnknown = unknown;
            }

            return ids.Items.ToArray();
        }
        finally
        {
            ids.Dispose();
        }
    }

    private string[] PiecesOf(ReadOnlySpan<byte> prepared, ReadOnlySpan<Segment> segments)
    {
        var pieces = new List<string>(segments.Length);
        for (var i = 0; i < segments.Length; i++)
        {
            var segment = segments[i];
            if (segment.Id != vocabulary.UnknownId)
            {
                pieces.Add(vocabulary[segment.Id].Text);
            }
            else if (vocabulary.ByteIds is { } bytes)
            {
                foreach (var value in prepared.Slice(segment.Start, segment.Length))
                {
                    pieces.Add(vocabulary[bytes[value]].Text);
                }
            }
            else
            {
                var end = segment.Start + segment.Length;
                while (i + 1 < segments.Length && segments[i + 1].Id == vocabulary.UnknownId)
                {
                    end += segments[++i].Length;
                }

                pieces.Add(Encoding.UTF8.GetString(prepared[segment.Start..end]));
            }
        }

        return [.. pieces];
    }
}
