using System.Net;

namespace TorchSharp;

/// <summary>A download failed: the server refused or stopped answering, the content is not what was expected, or the file cannot be written.</summary>
public sealed class DownloadException : IOException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="url">What was to be downloaded.</param>
    /// <param name="path">The file that was to hold it.</param>
    /// <param name="problem">What is wrong and what to do; the message names the address and the file before it.</param>
    /// <param name="innerException">What found it, if anything.</param>
    public DownloadException(string url, string path, string problem, Exception? innerException = null)
        : base($"Downloading {url} to {path} failed: {problem}", innerException)
    {
        Url = url;
        Path = path;
    }

    /// <summary>What was to be downloaded.</summary>
    public string Url { get; }

    /// <summary>The file that was to hold it.</summary>
    public string Path { get; }

    /// <summary>What the server answered, if that was the problem.</summary>
    public HttpStatusCode? StatusCode { get; init; }
}
