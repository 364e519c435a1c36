using System.Security.Cryptography;
using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchtext
{
    /// <summary>Files from the network, and what is in them (Python's <c>torchtext.utils</c>).</summary>
    public static partial class utils
    {
        /// <summary>Where Python's torchtext keeps what it downloads: <c>text</c> in <see cref="hub.get_torch_home"/>.</summary>
        internal static string CacheFolder => Path.Combine(hub.get_torch_home(), "text");

        /// <summary>Whether a file has a certain checksum.</summary>
        /// <param name="file_obj">The file, read from where it stands to its end.</param>
        /// <param name="hash_value">The checksum in hexadecimal digits, of any case.</param>
        /// <param name="hash_type">"sha256" or "md5".</param>
        /// <exception cref="ArgumentException">Another kind of checksum.</exception>
        public static bool validate_file(Stream file_obj, string hash_value, string hash_type = "sha256")
        {
            ArgumentNullException.ThrowIfNull(file_obj);
            ArgumentNullException.ThrowIfNull(hash_value);
            using var hash = IncrementalHash.CreateHash(Algorithm(hash_type));
            var buffer = new byte[1 << 20];
            int read;
            while ((read = file_obj.Read(buffer)) > 0)
            {
                hash.AppendData(buffer, 0, read);
            }
            return string.Equals(Convert.ToHexString(hash.GetHashAndReset()), hash_value, StringComparison.OrdinalIgnoreCase);
        }

        /// <summary>Downloads a file unless it is there already.</summary>
        /// <param name="url">The address.</param>
        /// <param name="path">The file; named by the address's last part in <paramref name="root"/> if null.</param>
        /// <param name="root">The folder for files without a path.</param>
        /// <param name="overwrite">Whether a file that is there is downloaded again.</param>
        /// <param name="hash_value">The file's checksum in hexadecimal digits; not checked if null. A file that is there is checked too.</param>
        /// <param name="hash_type">"sha256" or "md5".</param>
        /// <returns>The file's full path.</returns>
        /// <exception cref="DownloadException">It cannot be downloaded, or what came has another checksum.</exception>
        /// <exception cref="InvalidDataException">The file that is there has another checksum.</exception>
        public static string download_from_url(
            string url, string? path = null, string root = ".data", bool overwrite = false, string? hash_value = null, string hash_type = "sha256")
        {
            ArgumentException.ThrowIfNullOrEmpty(url);
            var algorithm = Algorithm(hash_type);
            var target = Path.GetFullPath(path ?? Path.Combine(root, url[(url.LastIndexOf('/') + 1)..]));
            if (overwrite || !File.Exists(target))
            {
                hub.download_url_to_file(url, target, hash_value, algorithm);
            }
            else if (hash_value is not null)
            {
                using var file = File.OpenRead(target);
                if (!validate_file(file, hash_value, hash_type))
                {
                    throw new InvalidDataException($"The {hash_type} of {target} is not {hash_value}. Delete the file and try again.");
                }
            }
            return target;
        }

        /// <summary>Unpacks an archive: .tar.gz, .tgz, .zip, or a single compressed file, .gz, which goes beside it.</summary>
        /// <param name="from_path">The archive.</param>
        /// <param name="to_path">The folder to unpack into; the archive's own if null.</param>
        /// <param name="overwrite">Whether files that exist are written again.</param>
        /// <returns>The paths of the archive's files, those that existed before too.</returns>
        /// <exception cref="ArchiveException">
        /// The archive is damaged, grows beyond all measure, or holds a path that leads out of the folder or a link; see
        /// <see cref="hub.extract_archive"/>.
        /// </exception>
        public static IReadOnlyList<string> extract_archive(string from_path, string? to_path = null, bool overwrite = false)
        {
            ArgumentException.ThrowIfNullOrEmpty(from_path);
            var isTar = from_path.EndsWith(".tar.gz", StringComparison.Ordinal);
            // As in Python, a single compressed file goes beside it and is always written.
            return !isTar && from_path.EndsWith(".gz", StringComparison.Ordinal)
                ? hub.extract_archive(from_path, to_path: null, overwrite: true)
                : hub.extract_archive(from_path, to_path, overwrite);
        }

        /// <summary>A file of a model or tokenizer on this machine, downloaded if it is an address.</summary>
        /// <param name="asset_path">A path, or an address.</param>
        /// <param name="overwite">Whether a file that was downloaded before is downloaded again (Python spells it so).</param>
        /// <returns>The file's path: the one given, or one in torchtext's cache folder.</returns>
        /// <exception cref="DownloadException">It cannot be downloaded.</exception>
        public static string get_asset_local_path(string asset_path, bool overwite = false)
        {
            ArgumentException.ThrowIfNullOrEmpty(asset_path);
            return Path.Exists(asset_path) ? asset_path : download_from_url(asset_path, root: CacheFolder, overwrite: overwite);
        }

        private static HashAlgorithmName Algorithm(string hash_type) => hash_type switch
        {
            "sha256" => HashAlgorithmName.SHA256,
            "md5" => HashAlgorithmName.MD5,
            _ => throw new ArgumentException($"hash_type is \"sha256\" or \"md5\", not \"{hash_type}\".", nameof(hash_type)),
        };
    }
}
