namespace Audio.Tests.IO;

/// <summary>An empty folder that is gone after the test.</summary>
internal sealed class SoundFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("torchlight-audio-");

    /// <summary>The folder's own path.</summary>
    internal string Path => folder.FullName;

    /// <summary>The files in it, hidden ones too.</summary>
    internal IEnumerable<string> Files => folder.GetFiles("*", new EnumerationOptions { AttributesToSkip = 0 }).Select(file => file.Name);

    public void Dispose() => folder.Delete(recursive: true);

    internal string File(string name) => System.IO.Path.Combine(folder.FullName, name);
}
