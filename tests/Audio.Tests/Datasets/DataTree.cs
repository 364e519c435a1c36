using System.Text.Json;

namespace Audio.Tests.Datasets;

/// <summary>A folder with the files of a golden, gone after the test.</summary>
internal sealed class DataTree : IDisposable
{
    public DataTree() => Path = Directory.CreateTempSubdirectory("torchlight-audio-").FullName;

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file, and the folders that it needs, and answers with its path.</summary>
    public string Put(string name, byte[] content)
    {
        var path = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    public void Put(JsonElement files)
    {
        foreach (var file in files.EnumerateObject())
        {
            Put(file.Name, file.Value.GetBytesFromBase64());
        }
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
