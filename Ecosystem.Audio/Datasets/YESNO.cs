using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// YesNo: sixty recordings of one person who says yes or no eight times, in Hebrew. Python's <c>torchaudio.datasets.YESNO</c>: the same files in the
/// same order.
/// </summary>
public sealed class YESNO : utils.data.Dataset<torchaudio.datasets.YesnoDatasetItem>
{
    internal const string Url = "http://www.openslr.org/resources/1/waves_yesno.tar.gz";
    private const string Checksum = "c3f49e0cca421f96b75b41640749167b52118f232498667ca7a5f9416aef8e73";

    private readonly string[] files;

    /// <param name="root">The folder where the data set is or goes.</param>
    /// <param name="url">The address of the archive.</param>
    /// <param name="folder_in_archive">The folder in <paramref name="root"/> and in the archive that holds the recordings.</param>
    /// <param name="download">Whether to download and unpack the archive if the folder is not there.</param>
    /// <exception cref="DirectoryNotFoundException">The data are not there and <paramref name="download"/> is false.</exception>
    /// <exception cref="DownloadException">The archive cannot be downloaded.</exception>
    public YESNO(string root, string url = Url, string folder_in_archive = "waves_yesno", bool download = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        ArgumentException.ThrowIfNullOrEmpty(url);
        ArgumentException.ThrowIfNullOrEmpty(folder_in_archive);
        var folder = Path.Combine(root, folder_in_archive);
        var archive = Path.Combine(root, url[(url.LastIndexOf('/') + 1)..]);
        AudioArchive.Require(folder, download, url, archive, url == Url ? Checksum : null, unpackInto: root);
        files =
        [
            .. Directory.GetFiles(folder)
                .Where(path => path.EndsWith(".wav", StringComparison.Ordinal))
                .OrderBy(path => Path.GetFileNameWithoutExtension(path), StringComparer.Ordinal),
        ];
    }

    /// <inheritdoc/>
    public override long Count => files.Length;

    /// <summary>Reads a recording; the caller owns its waveform.</summary>
    /// <param name="n">From 0 to <see cref="Count"/> - 1.</param>
    public override torchaudio.datasets.YesnoDatasetItem GetTensor(long n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(n, Count);
        var (waveform, rate) = torchaudio.load(files[n]);
        return new() { waveform = waveform, sample_rate = rate, labels = Path.GetFileNameWithoutExtension(files[n]).Split('_') };
    }
}
