namespace TorchSharp;

public static partial class torch
{
    public static partial class hub
    {
        /// <summary>
        /// Unpacks an archive (.tar.gz, .tgz, .tar, .zip) or a single compressed file (.gz). Python's <c>extract_archive</c> of torchtext, torchvision
        /// and torchaudio.
        /// </summary>
        /// <param name="from_path">The archive.</param>
        /// <param name="to_path">The folder to unpack into, made if need be; the archive's own if null.</param>
        /// <param name="overwrite">Whether files that exist are written again; they are left as they are otherwise.</param>
        /// <param name="max_bytes">
        /// How many bytes the archive may grow to, counted as they come and not believed from the archive (an entry counts at least 512); 1 GiB and a
        /// hundred times the archive's size if null.
        /// </param>
        /// <returns>The paths of the archive's files, in its order, those that existed before too.</returns>
        /// <remarks>
        /// Files are written aside and renamed, so that an interrupted run leaves none half done. Lengths and checksums are verified where the format
        /// has them. Times and permissions are not taken over.
        /// </remarks>
        /// <exception cref="FileNotFoundException">There is no such archive.</exception>
        /// <exception cref="ArchiveException">
        /// The archive is damaged or cut short, grows beyond the limit, or holds an absolute path, a path with "..", a link or a device. The message
        /// names the entry; files before it are written, none behind it.
        /// </exception>
        public static IReadOnlyList<string> extract_archive(string from_path, string? to_path = null, bool overwrite = false, long? max_bytes = null)
        {
            ArgumentException.ThrowIfNullOrEmpty(from_path);
            var path = ExpandUser(from_path);
            if (!File.Exists(path))
            {
                throw new FileNotFoundException($"There is no archive {Path.GetFullPath(path)}.", path);
            }
            var folder = to_path is null ? Path.GetDirectoryName(path)! : ExpandUser(to_path);
            if (folder.Length > 0)
            {
                Directory.CreateDirectory(folder);
            }
            return ArchiveExtractor.Extract(path, folder, overwrite, max_bytes ?? ArchiveExtractor.DefaultLimit(path));
        }
    }
}
