using System.Text.RegularExpressions;

namespace TorchSharp;

public static partial class torch
{
    public static partial class hub
    {
        /// <summary>
        /// Reads a file of weights from the network, through the cache that Python shares: a file that is there already is not downloaded again.
        /// Python's <c>torch.hub.load_state_dict_from_url</c>.
        /// </summary>
        /// <param name="url">The address.</param>
        /// <param name="model_dir">The folder to keep it in; <c>checkpoints</c> under <see cref="get_dir"/> if null.</param>
        /// <param name="map_location">Where all tensors go; null for the devices they were saved on.</param>
        /// <param name="progress">Whether to show a progress bar.</param>
        /// <param name="check_hash">Whether the file's name ends in a dash and the first digits of its SHA-256, which are then checked.</param>
        /// <param name="file_name">The name to keep it under; the address's last part if null.</param>
        /// <returns>What <see cref="serialization.load(string, Device?, bool, IProgressBar?)"/> returns; for weights a dictionary of tensors, which the caller owns.</returns>
        /// <exception cref="DownloadException">It cannot be downloaded.</exception>
        /// <exception cref="TorchFileFormatException">It is no such file.</exception>
        /// <exception cref="ArgumentException"><paramref name="check_hash"/> is set and the name has no digits.</exception>
        public static object? load_state_dict_from_url(
            string url, string? model_dir = null, Device? map_location = null, bool progress = true, bool check_hash = false, string? file_name = null)
        {
            ArgumentException.ThrowIfNullOrEmpty(url);
            var folder = model_dir is null ? Path.Combine(get_dir(), "checkpoints") : ExpandUser(model_dir);
            var name = file_name ?? Path.GetFileName(new Uri(url, UriKind.Absolute).LocalPath);
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                download_url_to_file(url, path, check_hash ? HashIn(name) : null, progress);
            }
            return serialization.load(path, map_location);
        }

        private static string HashIn(string name) => HashInName().Match(name) is { Success: true } match
            ? match.Groups[1].Value
            : throw new ArgumentException($"check_hash needs a name like resnet18-f37072fd.pth, which {name} is not.", nameof(name));

        [GeneratedRegex("-([a-f0-9]*)\\.")]
        private static partial Regex HashInName();
    }
}
