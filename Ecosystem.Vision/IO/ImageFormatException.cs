namespace TorchSharp;

/// <summary>A file, or bytes in memory, could not be read as a picture.</summary>
public sealed class ImageFormatException : IOException
{
    /// <summary>Describes bytes in memory.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="message">The same in words.</param>
    public ImageFormatException(ImageProblem problem, string message)
        : base(message) => Problem = problem;

    private ImageFormatException(string path, ImageFormatException cause)
        : base($"{path}: {cause.Message}", cause)
    {
        Problem = cause.Problem;
        Path = path;
    }

    /// <summary>What is wrong.</summary>
    public ImageProblem Problem { get; }

    /// <summary>The file, or null if the bytes came from elsewhere.</summary>
    public string? Path { get; }

    /// <summary>The same refusal, naming the file that it is about.</summary>
    internal ImageFormatException In(string path) => new(path, this);
}
