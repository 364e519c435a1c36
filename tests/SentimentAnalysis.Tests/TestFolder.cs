using System.Text;

namespace SentimentAnalysis.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TestFolder : IDisposable
{
    public TestFolder() => Path = Directory.CreateTempSubdirectory("torchlight-sentiment-").FullName;

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file of lines, and the folders that it needs, and answers with its path.</summary>
    public string Put(string name, IEnumerable<string> lines, Encoding? encoding = null)
    {
        var path = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, (encoding ?? new UTF8Encoding(false)).GetBytes(string.Join('\n', lines) + "\n"));
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
