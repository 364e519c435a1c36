using System.Buffers;
using System.Text;

namespace TorchSharp.Transforms.Text;

/// <summary>
/// A SentencePiece model: cuts text into pieces and puts it together again. The class that Python's <c>torchtext.data.functional.load_sp_model</c>
/// gives, with its names; the model file is read by managed code.
/// </summary>
/// <remarks>
/// Unigram, BPE, word and character models; control and user-defined symbols; bytes for what the model does not know, if it says so. Any number
/// of threads may use one model at once. A text's half surrogate pairs count as U+FFFD.
/// </remarks>
public sealed partial class SentencePiece
{
    private const int MostBytesPerCharacter = 3;

    private readonly ModelFile file;
    private readonly PieceVocabulary vocabulary;
    private readonly PieceModel model;
    private readonly TextPreparation preparation;
    private readonly TextPreparation? restoration;

    /// <summary>Reads a model from memory.</summary>
    /// <param name="content">The bytes of a model file.</param>
    /// <exception cref="TokenizerFormatException">The bytes are no model; the message says at which byte.</exception>
    public SentencePiece(ReadOnlySpan<byte> content)
        : this(content, null)
    {
    }

    internal SentencePiece(ReadOnlySpan<byte> content, string? fileName)
    {
        file = new ModelFile(content, fileName);
        vocabulary = new PieceVocabulary(file);
        model = PieceModel.Create(file, vocabulary);
        preparation = new TextPreparation(file.Normalizer, vocabulary.HasUserDefined ? vocabulary.UserDefined : null, file.SpaceIsSuffix, fileName);
        restoration = file.Denormalizer is { CharacterMap.Length: > 0 } settings
            ? new TextPreparation(settings, untouched: null, spaceIsSuffix: false, fileName)
            : null;
    }

    /// <summary>How many pieces the model has.</summary>
    public int GetPieceSize() => vocabulary.Count;

    /// <summary>The number of the unknown piece.</summary>
    public int unk_id() => vocabulary.UnknownId;

    /// <summary>The number of the piece that begins a sentence, or -1.</summary>
    public int bos_id() => ControlId(file.BeginPiece);

    /// <summary>The number of the piece that ends a sentence, or -1.</summary>
    public int eos_id() => ControlId(file.EndPiece);

    /// <summary>The number of the piece that pads, or -1.</summary>
    public int pad_id() => ControlId(file.PadPiece);

    /// <summary>The number of a piece; that of the unknown piece if there is no such piece.</summary>
    /// <param name="piece">The piece.</param>
    public int PieceToId(string piece)
    {
        ArgumentNullException.ThrowIfNull(piece);
        return vocabulary.Find(piece);
    }

    /// <summary>The piece of a number.</summary>
    /// <param name="id">From 0 to <see cref="GetPieceSize"/> - 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such number.</exception>
    public string IdToPiece(int id) => vocabulary[Known(id)].Text;

    /// <summary>Loads a model file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TokenizerFormatException">The file is no model; the message says at which byte.</exception>
    internal static SentencePiece Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new SentencePiece(File.ReadAllBytes(path), path);
    }

    private int ControlId(string piece) => vocabulary.Find(piece) is var id && vocabulary.TypeOf(id) == PieceType.Control ? id : -1;

    private int Known(int id) => id >= 0 && id < vocabulary.Count
        ? id
        : throw new ArgumentOutOfRangeException(nameof(id), id, $"The model has pieces from 0 to {vocabulary.Count - 1}.");

    // The bytes of a text, in rented memory.
    private static byte[] Utf8(ReadOnlySpan<char> text, out int length)
    {
        var rented = ArrayPool<byte>.Shared.Rent(checked(text.Length * MostBytesPerCharacter));
        length = Encoding.UTF8.GetBytes(text, rented);
        return rented;
    }
}
