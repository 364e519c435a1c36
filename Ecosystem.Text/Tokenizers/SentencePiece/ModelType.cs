namespace TorchSharp.Transforms.Text;

/// <summary>How a SentencePiece model cuts text; the numbers are those of its file.</summary>
internal enum ModelType
{
    /// <summary>Into the pieces with the best sum of scores.</summary>
    Unigram = 1,

    /// <summary>By joining neighbours, the best score first.</summary>
    Bpe = 2,

    /// <summary>At spaces.</summary>
    Word = 3,

    /// <summary>Into characters.</summary>
    Char = 4,
}
