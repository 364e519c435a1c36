using Torchlight.Generator.Emit;

namespace Torchlight.Generator;

/// <summary>The folder <c>Bindings/Generated</c>: written as a whole, or compared with what would be written.</summary>
internal sealed class GeneratedFolder(string path)
{
    /// <summary>The files that differ from <paramref name="files"/>, are missing, or should not be there.</summary>
    public IReadOnlyList<string> Differences(IReadOnlyList<GeneratedFile> files)
    {
        var changed = files.Where(file => !File.Exists(Full(file.Path)) || File.ReadAllText(Full(file.Path)) != file.Text).Select(file => file.Path);
        return [.. changed.Concat(Stale(files)).Order(StringComparer.Ordinal)];
    }

    /// <summary>Writes what differs and deletes what no longer belongs there; the number of files touched.</summary>
    public int Write(IReadOnlyList<GeneratedFile> files)
    {
        IReadOnlyList<string> differences = Differences(files);
        Dictionary<string, GeneratedFile> byPath = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        foreach (string difference in differences)
        {
            if (byPath.TryGetValue(difference, out GeneratedFile? file))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Full(difference))!);
                File.WriteAllText(Full(difference), file.Text);
            }
            else
            {
                File.Delete(Full(difference));
            }
        }

        return differences.Count;
    }

    private IEnumerable<string> Stale(IReadOnlyList<GeneratedFile> files)
    {
        if (!Directory.Exists(path))
        {
            return [];
        }

        var known = files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(path, file).Replace('\\', '/'))
            .Where(file => !known.Contains(file));
    }

    private string Full(string relative) => Path.Combine(path, relative);
}
