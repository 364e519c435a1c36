using System.Text;

namespace TorchSharp.Transforms.Text;

/// <summary>The pieces of a model by number and by text.</summary>
internal sealed class PieceVocabulary
{
    private const int Bytes = 256;

    private readonly IReadOnlyList<ModelFile.Piece> pieces;
    private readonly ByteTrie reserved = new();

    /// <exception cref="TokenizerFormatException">A piece comes twice, there is no unknown piece or more than one, or bytes are missing.</exception>
    public PieceVocabulary(ModelFile model)
    {
        pieces = model.Pieces;
        var byteIds = new int[Bytes];
        Array.Fill(byteIds, -1);
        UnknownId = -1;
        for (var id = 0; id < pieces.Count; id++)
        {
            var piece = pieces[id];
            var isText = piece.Type is PieceType.Normal or PieceType.UserDefined or PieceType.Unused;
            if (!(isText ? Texts : reserved).TryAdd(piece.Utf8, id))
            {
                throw Wrong(model, piece, $"the piece '{piece.Text}' is there twice");
            }

            switch (piece.Type)
            {
                case PieceType.UserDefined:
                    UserDefined.TryAdd(piece.Utf8, id);
                    HasUserDefined = true;
                    break;
                case PieceType.Unknown when UnknownId >= 0:
                    throw Wrong(model, piece, "there is a second unknown piece");
                case PieceType.Unknown:
                    UnknownId = id;
                    break;
                case PieceType.Byte when !model.ByteFallback:
                    throw Wrong(model, piece, $"the piece '{piece.Text}' is a byte, and the model does not take bytes for what it does not know");
                case PieceType.Byte:
                    byteIds[ByteOf(piece.Text) ?? throw Wrong(model, piece, $"'{piece.Text}' is no byte: one is written <0x00> to <0xFF>")] = id;
                    break;
            }
        }

        if (UnknownId < 0)
        {
            throw Wrong(model, pieces[0], "there is no unknown piece");
        }

        if (model.ByteFallback && Array.IndexOf(byteIds, -1) is >= 0 and var missing)
        {
            throw Wrong(model, pieces[0], $"the piece of byte 0x{missing:X2} is missing");
        }

        ByteIds = model.ByteFallback ? byteIds : null;
    }

    public int Count => pieces.Count;

    public int UnknownId { get; }

    /// <summary>The pieces of the bytes; null where what is not known stays one unknown piece.</summary>
    public IReadOnlyList<int>? ByteIds { get; }

    /// <summary>The pieces that text may become.</summary>
    public ByteTrie Texts { get; } = new();

    /// <summary>The pieces that are never cut.</summary>
    public ByteTrie UserDefined { get; } = new();

    public bool HasUserDefined { get; }

    public ModelFile.Piece this[int id] => pieces[id];

    public PieceType TypeOf(int id) => pieces[id].Type;

    /// <summary>The number of a piece; that of the unknown piece if there is no such piece.</summary>
    public int Find(ReadOnlySpan<byte> piece)
    {
        var id = reserved.Find(piece);
        id = id >= 0 ? id : Texts.Find(piece);
        return id >= 0 ? id : UnknownId;
    }

    /// <summary>The number of a piece; that of the unknown piece if there is no such piece.</summary>
    public int Find(string piece) => Find(Encoding.UTF8.GetBytes(piece));

    /// <summary>The byte that a piece stands for, or null.</summary>
    public static byte? ByteOf(string piece)
    {
        const string Example = "<0x00>";
        if (piece.Length != Example.Length || !piece.StartsWith("<0x", StringComparison.Ordinal) || piece[^1] != '>')
        {
            return null;
        }

        var digits = piece.AsSpan(3, 2);
        return digits.ContainsAnyExcept("0123456789ABCDEF") ? null : byte.Parse(digits, System.Globalization.NumberStyles.AllowHexSpecifier, null);
    }

    private static TokenizerFormatException Wrong(ModelFile model, ModelFile.Piece piece, string problem) =>
        new(model.FileName, piece.Offset, null, $"not a SentencePiece model: {problem}.");
}
