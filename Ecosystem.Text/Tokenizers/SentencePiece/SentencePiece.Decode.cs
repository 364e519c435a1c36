using System.Buffers;
using System.Text;

namespace TorchSharp.Transforms.Text;

public sealed partial class SentencePiece
{
    private const char SpaceMark = '\u2581';

    /// <summary>The text of numbers.</summary>
    /// <param name="ids">The numbers.</param>
    /// <exception cref="ArgumentOutOfRangeException">The model has no such number.</exception>
    public string DecodeIds(IReadOnlyList<int> ids)
    {
        ArgumentNullException.ThrowIfNull(ids);
        return Decode(ids.Select(id => (vocabulary[Known(id)].Text, id)));
    }

    /// <summary>The text of pieces. A piece that the model does not know is text as it stands.</summary>
    /// <param name="pieces">The pieces; none may be null.</param>
    public string DecodePieces(IReadOnlyList<string> pieces)
    {
        ArgumentNullException.ThrowIfNull(pieces);
        return Decode(pieces.Select(piece => (piece, vocabulary.Find(piece))));
    }

    private string Decode(IEnumerable<(string Piece, int Id)> pieces)
    {
        var text = new StringBuilder();
        var bytes = new List<byte>();
        foreach (var (piece, id) in pieces)
        {
            if (vocabulary.TypeOf(id) == PieceType.Byte)
            {
                bytes.Add(PieceVocabulary.ByteOf(piece)!.Value);
                continue;
            }

            AppendBytes(bytes, text);
            text.Append(Surface(piece, id, atStart: text.Length == 0));
        }

        AppendBytes(bytes, text);
        return restoration is null ? text.ToString() : Restore(text.ToString());
    }

    private string Surface(string piece, int id, bool atStart)
    {
        switch (vocabulary.TypeOf(id))
        {
            case PieceType.Control:
                return "";
            case PieceType.Unknown:
                return piece == vocabulary[id].Text ? file.UnknownSurface : piece;
        }

        var settings = file.Normalizer;
        var start = atStart && piece.StartsWith(SpaceMark) && (settings.AddDummyPrefix || settings.RemoveExtraSpaces) ? 1 : 0;
        return piece[start..].Replace(SpaceMark, ' ');
    }

    // Every byte that is no part of a character becomes a replacement character of its own.
    private static void AppendBytes(List<byte> bytes, StringBuilder text)
    {
        ReadOnlySpan<byte> rest = bytes.ToArray();
        while (!rest.IsEmpty)
        {
            var known = Rune.DecodeFromUtf8(rest, out var rune, out var length) == OperationStatus.Done;
            text.Append(known ? rune : Rune.ReplacementChar);
            rest = rest[(known ? length : 1)..];
        }

        bytes.Clear();
    }

    private string Restore(string text)
    {
        var utf8 = Utf8(text, out var length);
        var restored = new RentedList<byte>(length);
        try
        {
            restoration!.Prepare(utf8.AsSpan(0, length), ref restored);
            return Encoding.UTF8.GetString(restored.Items);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
            restored.Dispose();
        }
    }
}
