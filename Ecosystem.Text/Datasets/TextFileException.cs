namespace TorchSharp;

/// <summary>A text file is not what it should be: bytes that are no text in its encoding, a record with too few fields, an unclosed quote.</summary>
public sealed class TextFileException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fileName">The file at fault.</param>
    /// <param name="line">The line at fault, from 1.</param>
    /// <param name="problem">What is wrong and what to do; the message names the file and the line before it.</param>
    /// <param name="innerException">What found it, if anything.</param>
    public TextFileException(string fileName, long line, string problem, Exception? innerException = null)
        : base($"{fileName}, line {line}: {problem}", innerException)
    {
        FileName = fileName;
        Line = line;
    }

    /// <summary>The file at fault.</summary>
    public string FileName { get; }

    /// <summary>The line at fault, from 1.</summary>
    public long Line { get; }
}
