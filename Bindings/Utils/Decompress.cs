namespace TorchSharp.Utils;

/// <summary>Unpacks the archives that data sets come in. <see cref="torch.hub.extract_archive"/> knows more kinds and more options.</summary>
public static class Decompress
{
    /// <summary>Unpacks a gzip file into a folder, under its name without <c>.gz</c>. What is there already is left as it is.</summary>
    /// <param name="gzipFileName">The file, whose name ends in <c>.gz</c>.</param>
    /// <param name="targetDir">The folder; made where it is missing.</param>
    /// <exception cref="ArchiveException">No gzip file, or a damaged one.</exception>
    public static void DecompressGZipFile(string gzipFileName, string targetDir) => torch.hub.extract_archive(gzipFileName, targetDir);

    /// <summary>Unpacks a tar archive with gzip into a folder. What is there already is left as it is.</summary>
    /// <param name="gzArchiveName">The archive, whose name ends in <c>.tar.gz</c> or <c>.tgz</c>.</param>
    /// <param name="destFolder">The folder; made where it is missing.</param>
    /// <exception cref="ArchiveException">No such archive, a damaged one, or one whose entries would leave the folder.</exception>
    public static void ExtractTGZ(string gzArchiveName, string destFolder) => torch.hub.extract_archive(gzArchiveName, destFolder);
}
