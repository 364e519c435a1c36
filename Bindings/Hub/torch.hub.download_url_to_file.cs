using System.Security.Cryptography;

namespace TorchSharp;

public static partial class torch
{
    public static partial class hub
    {
        /// <summary>
        /// Downloads a file (Python's <c>torch.hub.download_url_to_file</c>). The bytes go to <c>dst.part</c> and take the final name when they are
        /// all there and right; what an interrupted download left there is gone on with if the server still has the same content. Processes that
        /// download the same file take turns, and who had to wait finds it done.
        /// </summary>
        /// <param name="url">The address: http, https or file. Proxies are taken from the usual environment variables.</param>
        /// <param name="dst">The file, replaced if it exists; its folder is made.</param>
        /// <param name="hash_prefix">What the file's SHA-256 begins with, in hexadecimal; not checked if null.</param>
        /// <param name="progress">Whether to show a progress bar (<see cref="CreateProgressBar"/>).</param>
        /// <exception cref="DownloadException">
        /// The server has no such file, cannot be reached or stays silent; the checksum is another; the disk is full. The message names the address
        /// and the file.
        /// </exception>
        public static void download_url_to_file(string url, string dst, string? hash_prefix = null, bool progress = true) =>
            download_url_to_file(url, dst, hash_prefix, HashAlgorithmName.SHA256, progress);

        /// <summary>Downloads a file that is checked by a checksum of another kind.</summary>
        /// <param name="url">As for <see cref="download_url_to_file(string, string, string?, bool)"/>.</param>
        /// <param name="dst">As for <see cref="download_url_to_file(string, string, string?, bool)"/>.</param>
        /// <param name="hash_prefix">What the file's checksum begins with, in hexadecimal; not checked if null.</param>
        /// <param name="hash_type">SHA256 or MD5.</param>
        /// <param name="progress">Whether to show a progress bar.</param>
        /// <exception cref="DownloadException">As for <see cref="download_url_to_file(string, string, string?, bool)"/>.</exception>
        public static void download_url_to_file(string url, string dst, string? hash_prefix, HashAlgorithmName hash_type, bool progress = true) =>
            Task.Run(() => Download(url, dst, ExpectedHash.Parse(hash_prefix, hash_type), progress, CancellationToken.None)).GetAwaiter().GetResult();

        /// <summary>Downloads a file without holding a thread.</summary>
        /// <param name="url">As for <see cref="download_url_to_file(string, string, string?, bool)"/>.</param>
        /// <param name="dst">As for <see cref="download_url_to_file(string, string, string?, bool)"/>.</param>
        /// <param name="hash_prefix">What the file's SHA-256 begins with, in hexadecimal; not checked if null.</param>
        /// <param name="progress">Whether to show a progress bar.</param>
        /// <param name="cancellationToken">Stops the download; what is there so far stays for the next try.</param>
        /// <exception cref="DownloadException">As for <see cref="download_url_to_file(string, string, string?, bool)"/>.</exception>
        public static Task download_url_to_file_async(
            string url, string dst, string? hash_prefix = null, bool progress = true, CancellationToken cancellationToken = default) =>
            Download(url, dst, ExpectedHash.Parse(hash_prefix, HashAlgorithmName.SHA256), progress, cancellationToken);

        private static async Task Download(string url, string dst, ExpectedHash expected, bool progress, CancellationToken cancellation)
        {
            ArgumentException.ThrowIfNullOrEmpty(url);
            ArgumentException.ThrowIfNullOrEmpty(dst);
            if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https" or "file"))
            {
                throw new ArgumentException($"\"{url}\" is no address to download from: it has to begin with http://, https:// or file://.", nameof(url));
            }
            var target = Path.GetFullPath(ExpandUser(dst));
            if (progress)
            {
                Console.Error.WriteLine($"Downloading: \"{url}\" to {target}");
            }
            using var bar = CreateProgressBar(!progress);
            await new Downloader(url, target, expected, DownloadOptions.Default).RunAsync(bar, SayWaiting, cancellation).ConfigureAwait(false);

            void SayWaiting()
            {
                if (progress)
                {
                    Console.Error.WriteLine($"Another process is downloading {target}: waiting for it.");
                }
            }
        }
    }
}
