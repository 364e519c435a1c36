using System.Text;

namespace Torchlight.Testing;

/// <summary>An empty folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private static readonly EnumerationOptions HiddenToo = new() { AttributesToSkip = 0 };
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("torchlight-test-");

    /// <summary>The folder's own path.</summary>
    public string Path => folder.FullName;

    /// <summary>The names of the files in it, hidden ones too.</summary>
    public IEnumerable<string> Files => folder.GetFiles("*", HiddenToo).Select(file => file.Name);

    /// <summary>A path in it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file, and the folders that it needs, and answers with its path.</summary>
    public string Put(string name, byte[] content)
    {
        var path = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Writes a text, in UTF-8 unless told otherwise.</summary>
    public string Put(string name, string content, Encoding? encoding = null) => Put(name, (encoding ?? new UTF8Encoding(false)).GetBytes(content));

    /// <summary>Writes lines, each with a line feed behind it.</summary>
    public string Put(string name, IEnumerable<string> lines, Encoding? encoding = null) => Put(name, string.Join('\n', lines) + "\n", encoding);

    public void Dispose() => folder.Delete(recursive: true);
}
