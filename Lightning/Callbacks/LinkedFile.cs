namespace Lightning;

/// <summary>A name for a file that exists already: a relative symbolic link, so that the folder can be moved; a copy where links are not allowed.</summary>
internal static class LinkedFile
{
    internal static void Make(string path, string target)
    {
        if (path == target)
        {
            return;
        }

        // Made aside and renamed: the name always leads to a whole file.
        var aside = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Guid.NewGuid():N}.tmp");
        try
        {
            File.CreateSymbolicLink(aside, Path.GetRelativePath(Path.GetDirectoryName(path)!, target));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or PlatformNotSupportedException)
        {
            File.Copy(target, aside, overwrite: true);
        }

        File.Move(aside, path, overwrite: true);
    }
}
