namespace TorchSharp.Transforms.Text;

/// <summary>What a piece of a SentencePiece model is for; the numbers are those of its file.</summary>
internal enum PieceType
{
    /// <summary>Text.</summary>
    Normal = 1,

    /// <summary>Stands for what no piece covers; a model has one.</summary>
    Unknown = 2,

    /// <summary>A mark such as the beginning of a sentence, which no text becomes.</summary>
    Control = 3,

    /// <summary>Text that is never cut nor joined.</summary>
    UserDefined = 4,

    /// <summary>Text that must not come out.</summary>
    Unused = 5,

    /// <summary>One byte of what no piece covers.</summary>
    Byte = 6,
}
