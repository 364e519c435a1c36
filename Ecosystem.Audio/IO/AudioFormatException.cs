namespace TorchSharp;

/// <summary>A file, or bytes in memory, could not be read as a sound.</summary>
public sealed class AudioFormatException : IOException
{
    /// <summary>Describes bytes in memory.</summary>
    /// <param name="problem">What is wrong.</param>
    /// <param name="message">The same in words, with the place.</param>
    public AudioFormatException(AudioProblem problem, string message)
        : base(message) => Problem = problem;

    private AudioFormatException(string path, AudioFormatException cause)
        : base($"{path}: {cause.Message}", cause)
    {
        Problem = cause.Problem;
        Path = path;
    }

    /// <summary>What is wrong.</summary>
    public AudioProblem Problem { get; }

    /// <summary>The file, or null if the bytes came from elsewhere.</summary>
    public string? Path { get; }

    /// <summary>The same refusal, naming the file that it is about.</summary>
    internal AudioFormatException In(string path) => new(path, this);
}
