namespace TorchSharp;

/// <summary>Where files of vectors and the tables read from them lie: Python's names, so that both libraries share them.</summary>
internal static class VectorCache
{
    /// <summary>Reads the table of a file: from what was kept of it, or from its text, which is downloaded if need be.</summary>
    /// <param name="name">The file's path, or its name in the cache folder.</param>
    /// <param name="cache">The folder.</param>
    /// <param name="url">Where to get the file; null for nowhere.</param>
    /// <param name="maxVectors">How many vectors to read at most; null for all.</param>
    public static VectorTable Load(string name, string cache, string? url, long? maxVectors)
    {
        var isPath = File.Exists(name);
        var path = isPath ? name : Path.Combine(cache, name);
        var kept = (isPath ? Path.Combine(cache, Path.GetFileName(name)) : path) + (maxVectors is { } most ? $"_{most}.pt" : ".pt");
        if (File.Exists(kept))
        {
            return VectorTable.Load(kept);
        }
        if (!File.Exists(path) && url is not null)
        {
            Fetch(url, cache);
        }
        if (!File.Exists(path))
        {
            throw new FileNotFoundException(
                $"There are no vectors at {Path.GetFullPath(path)}{(url is null ? "" : $", and what {url} holds is something else")}.", path);
        }
        var table = VectorFile.Read(path, maxVectors);
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(kept))!);
            table.Save(kept);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            table.Numbers.Dispose();
            throw new IOException($"The vectors of {path} cannot be kept at {kept}; name another folder with cache: {problem.Message}", problem);
        }
        return table;
    }

    private static void Fetch(string url, string cache)
    {
        var file = Path.Combine(cache, url[(url.LastIndexOf('/') + 1)..]);
        if (!File.Exists(file))
        {
            torch.hub.download_url_to_file(url, file);
        }
        if (file.EndsWith(".zip", StringComparison.Ordinal) || file.EndsWith(".tar.gz", StringComparison.Ordinal))
        {
            torch.hub.extract_archive(file, cache);
        }
    }
}
