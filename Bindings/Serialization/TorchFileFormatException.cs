namespace TorchSharp;

/// <summary>
/// A file of weights or a checkpoint is truncated, damaged, not of a known format, or asks for something that this library never does for a file
/// (such as running code).
/// </summary>
public sealed class TorchFileFormatException : FormatException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">What found it, if anything.</param>
    public TorchFileFormatException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for a file.</summary>
    /// <param name="fileName">The file at fault.</param>
    /// <param name="message">What is wrong, where, and what to do.</param>
    /// <param name="innerException">What found it, if anything.</param>
    public TorchFileFormatException(string fileName, string message, Exception? innerException)
        : base($"{fileName}: {message}", innerException)
    {
        FileName = fileName;
    }

    /// <summary>The file at fault, if it came from one.</summary>
    public string? FileName { get; }

    /// <summary>The pickle global (<c>module.name</c>) that the file asked for and that is not on the closed list of allowed ones, if that was
    /// it.</summary>
    public string? Global { get; init; }
}
