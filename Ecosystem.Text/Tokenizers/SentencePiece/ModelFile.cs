using System.Text;

namespace TorchSharp.Transforms.Text;

/// <summary>What a SentencePiece model file says, as far as encoding and decoding need it.</summary>
internal sealed class ModelFile
{
    private const int LongestPiece = 8000;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="bytes">The whole file.</param>
    /// <param name="fileName">Its name, or null if it came from elsewhere.</param>
    /// <exception cref="TokenizerFormatException">The bytes are no model, or contradict themselves.</exception>
    public ModelFile(ReadOnlySpan<byte> bytes, string? fileName)
    {
        FileName = fileName;
        var reader = new WireReader(bytes, fileName);
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 1:
                    Pieces.Add(ReadPiece(reader));
                    break;
                case 2:
                    ReadTrainer(reader.Message());
                    break;
                case 3:
                    Normalizer = ReadNormalizer(reader.Message(), Normalizer);
                    break;
                case 5:
                    Denormalizer = ReadNormalizer(reader.Message(), Denormalizer ?? new NormalizerSettings());
                    break;
            }
        }

        if (Pieces.Count == 0)
        {
            throw new TokenizerFormatException(fileName, bytes.Length, null, "not a SentencePiece model: it has no pieces.");
        }
    }

    public string? FileName { get; }

    public List<Piece> Pieces { get; } = [];

    public ModelType Type { get; private set; } = ModelType.Unigram;

    public bool ByteFallback { get; private set; }

    public bool SpaceIsSuffix { get; private set; }

    public string UnknownSurface { get; private set; } = " \u2047 ";

    public string UnknownPiece { get; private set; } = "<unk>";

    public string BeginPiece { get; private set; } = "<s>";

    public string EndPiece { get; private set; } = "</s>";

    public string PadPiece { get; private set; } = "<pad>";

    public NormalizerSettings Normalizer { get; } = new();

    public NormalizerSettings? Denormalizer { get; }

    /// <summary>A piece: its UTF-8, its text, its score, and where in the file it stands.</summary>
    public sealed record Piece(byte[] Utf8, string Text, float Score, PieceType Type, int Offset);

    private static Piece ReadPiece(WireReader file)
    {
        var (text, score, type) = ("", 0f, PieceType.Normal);
        byte[] utf8 = [];
        var reader = file.Message();
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 1:
                    (utf8, text) = (reader.Bytes().ToArray(), Text(reader));
                    break;
                case 2:
                    score = reader.Single();
                    break;
                case 3:
                    type = (PieceType)reader.Int32();
                    if (!Enum.IsDefined(type))
                    {
                        throw reader.Wrong($"a piece is of type {(int)type}, and there are types 1 to 6");
                    }

                    break;
            }
        }

        if (utf8.Length is 0 or >= LongestPiece || utf8.Contains((byte)0))
        {
            throw file.Wrong($"a piece has from 1 to {LongestPiece - 1} bytes, none of them 0");
        }

        return float.IsFinite(score) ? new Piece(utf8, text, score, type, file.Offset) : throw file.Wrong($"the score of the piece '{text}' is {score}");
    }

    private void ReadTrainer(WireReader reader)
    {
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 3:
                    Type = (ModelType)reader.Int32();
                    if (!Enum.IsDefined(Type))
                    {
                        throw reader.Wrong($"the model is of type {(int)Type}, and there are types 1 to 4");
                    }

                    break;
                case 24:
                    SpaceIsSuffix = reader.Bool();
                    break;
                case 35:
                    ByteFallback = reader.Bool();
                    break;
                case 44:
                    UnknownSurface = Text(reader);
                    break;
                case 45:
                    UnknownPiece = Text(reader);
                    break;
                case 46:
                    BeginPiece = Text(reader);
                    break;
                case 47:
                    EndPiece = Text(reader);
                    break;
                case 48:
                    PadPiece = Text(reader);
                    break;
            }
        }
    }

    private static NormalizerSettings ReadNormalizer(WireReader reader, NormalizerSettings settings)
    {
        while (reader.Read())
        {
            switch (reader.Field)
            {
                case 2:
                    settings = settings with { CharacterMap = reader.Bytes().ToArray(), CharacterMapOffset = reader.Offset };
                    break;
                case 3:
                    settings = settings with { AddDummyPrefix = reader.Bool() };
                    break;
                case 4:
                    settings = settings with { RemoveExtraSpaces = reader.Bool() };
                    break;
                case 5:
                    settings = settings with { EscapeSpaces = reader.Bool() };
                    break;
            }
        }

        return settings;
    }

    private static string Text(WireReader reader)
    {
        try
        {
            return Strict.GetString(reader.Bytes());
        }
        catch (DecoderFallbackException problem)
        {
            throw reader.Wrong($"a text is not UTF-8 from its byte {problem.Index} on");
        }
    }
}
