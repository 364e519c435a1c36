namespace TorchSharp;

/// <summary>A tokenizer's file (vocabulary, merges, SentencePiece model) is truncated, damaged or not of the format that it should be.</summary>
public sealed class TokenizerFormatException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fileName">The file at fault, or null if the bytes came from elsewhere.</param>
    /// <param name="byteOffset">Where in it, counted in bytes from zero.</param>
    /// <param name="line">Where in it, counted in lines from one; null if it has no lines.</param>
    /// <param name="problem">What is wrong there, and what to do.</param>
    /// <param name="innerException">What found it, if anything.</param>
    public TokenizerFormatException(string? fileName, long byteOffset, long? line, string problem, Exception? innerException = null)
        : base($"{fileName ?? "tokenizer"}: {(line is null ? "" : $"line {line}, ")}byte {byteOffset}: {problem}", innerException)
    {
        FileName = fileName;
        ByteOffset = byteOffset;
        Line = line;
    }

    /// <summary>The file at fault, or null if the bytes came from elsewhere.</summary>
    public string? FileName { get; }

    /// <summary>The byte of the file at fault, counted from zero.</summary>
    public long ByteOffset { get; }

    /// <summary>The line of the file at fault, counted from one; null if the file has no lines.</summary>
    public long? Line { get; }
}
