using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Data sets that come as one archive.</summary>
internal static class AudioArchive
{
    /// <summary>Sees to it that a data set's folder is there.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="download">Whether to fetch and unpack the archive if it is not.</param>
    /// <param name="url">Where the archive is.</param>
    /// <param name="archive">Where it goes; not fetched again if it is there.</param>
    /// <param name="checksum">Its SHA-256, or null where nobody knows.</param>
    /// <param name="unpackInto">The folder that it is unpacked into.</param>
    /// <exception cref="DirectoryNotFoundException">The folder is not there, and is not to be fetched or is not in the archive.</exception>
    public static void Require(string folder, bool download, string url, string archive, string? checksum, string unpackInto)
    {
        if (Directory.Exists(folder))
        {
            return;
        }
        if (!download)
        {
            throw new DirectoryNotFoundException($"There is no folder {Path.GetFullPath(folder)}. Check the root, or pass download: true to fetch {url}.");
        }
        if (!File.Exists(archive))
        {
            hub.download_url_to_file(url, archive, hash_prefix: checksum);
        }
        // Unpacked under another name, so that a run that breaks off leaves no folder that looks whole.
        var aside = folder.TrimEnd('/', Path.DirectorySeparatorChar) + ".unpacking";
        var relative = Path.GetRelativePath(unpackInto, folder);
        hub.extract_archive(archive, aside);
        var unpacked = relative == "." ? aside : Path.Combine(aside, relative);
        if (!Directory.Exists(unpacked))
        {
            throw new DirectoryNotFoundException($"The archive {archive} holds no folder {relative}.");
        }
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(folder))!);
        Directory.Move(unpacked, folder);
        if (Directory.Exists(aside))
        {
            Directory.Delete(aside, recursive: true);
        }
    }
}
