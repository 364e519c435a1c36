using System.Globalization;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Speech Commands: one-second utterances of single words. Python's <c>torchaudio.datasets.SPEECHCOMMANDS</c>: the same files in the same order.
/// </summary>
public sealed class SPEECHCOMMANDS : utils.data.Dataset<torchaudio.datasets.SpeechCommandsDatasetItem>
{
    private const string Origin = "http://download.tensorflow.org/data/";
    private const string HashDivider = "_nohash_";
    private const string NoiseFolder = "_background_noise_";
    private const string ValidationList = "validation_list.txt";
    private const string TestingList = "testing_list.txt";
    private const int SampleRate = 16000;

    private static readonly Dictionary<string, string> Checksums = new()
    {
        [Origin + "speech_commands_v0.01.tar.gz"] = "743935421bb51cccdb6bdd152e04c5c70274e935c82119ad7faeec31780d811d",
        [Origin + "speech_commands_v0.02.tar.gz"] = "af14739ee7dc311471de98f5f9d2c9191b18aedfe957f4a6ff791c709868ff58",
    };

    private readonly string archive;
    private readonly string[] files;

    /// <param name="root">The folder where the data set is or goes.</param>
    /// <param name="url">The address of the archive, or just "speech_commands_v0.01" or "speech_commands_v0.02".</param>
    /// <param name="folder_in_archive">The folder in <paramref name="root"/> that holds the version's.</param>
    /// <param name="download">Whether to download and unpack the archive if the folder is not there.</param>
    /// <param name="subset">"training", "validation" or "testing", by the lists that come with the data; all utterances if null.</param>
    /// <exception cref="ArgumentException">There is no such subset.</exception>
    /// <exception cref="DirectoryNotFoundException">The data are not there and <paramref name="download"/> is false.</exception>
    /// <exception cref="FileNotFoundException">A list that the subset needs is missing.</exception>
    /// <exception cref="DownloadException">The archive cannot be downloaded.</exception>
    public SPEECHCOMMANDS(
        string root, string url = "speech_commands_v0.02", string folder_in_archive = "SpeechCommands", bool download = false, string? subset = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        ArgumentException.ThrowIfNullOrEmpty(url);
        ArgumentNullException.ThrowIfNull(folder_in_archive);
        if (subset is not (null or "training" or "validation" or "testing"))
        {
            throw new ArgumentException($"The subset is \"training\", \"validation\", \"testing\" or null, not \"{subset}\".", nameof(subset));
        }
        if (url is "speech_commands_v0.01" or "speech_commands_v0.02")
        {
            url = $"{Origin}{url}.tar.gz";
        }
        archive = Path.Combine(root, folder_in_archive);
        var name = url[(url.LastIndexOf('/') + 1)..];
        var folder = Path.Combine(archive, WithoutTwoExtensions(name));
        AudioArchive.Require(folder, download, url, Path.Combine(root, name), Checksums.GetValueOrDefault(url), unpackInto: folder);
        files = subset switch
        {
            "validation" => Listed(folder, ValidationList),
            "testing" => Listed(folder, TestingList),
            "training" => [.. Found(folder).Except([.. Listed(folder, ValidationList), .. Listed(folder, TestingList)])],
            _ => Found(folder),
        };
    }

    /// <inheritdoc/>
    public override long Count => files.Length;

    /// <summary>What is known of an utterance without reading its sound. Python's <c>get_metadata</c>.</summary>
    /// <param name="n">From 0 to <see cref="Count"/> - 1.</param>
    /// <returns>The path below the data set's folder, frames in a second, the word, the speaker, and the number of the utterance.</returns>
    /// <exception cref="FormatException">The file is not named <c>speaker_nohash_number.wav</c>.</exception>
    public (string path, int sample_rate, string label, string speaker_id, int utterance_number) get_metadata(long n)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(n, Count);
        var file = files[n];
        // The archives with other splits have files that end in .wav.wav.
        var speaker = Path.GetFileNameWithoutExtension(Path.GetFileNameWithoutExtension(file));
        return speaker.Split(HashDivider) is [var who, var times]
            && int.TryParse(times, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? (Path.GetRelativePath(archive, file), SampleRate, Path.GetFileName(Path.GetDirectoryName(file)!), who, number)
            : throw new FormatException($"{file} is not named as an utterance is: speaker{HashDivider}number.wav.");
    }

    /// <summary>Reads an utterance; the caller owns its waveform.</summary>
    /// <param name="n">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="InvalidDataException">The sound has not 16,000 frames in a second.</exception>
    public override torchaudio.datasets.SpeechCommandsDatasetItem GetTensor(long n)
    {
        var (path, expected, label, speaker, number) = get_metadata(n);
        var (waveform, rate) = torchaudio.load(Path.Combine(archive, path));
        if (rate != expected)
        {
            waveform.Dispose();
            throw new InvalidDataException($"{Path.Combine(archive, path)} has {rate} frames in a second where {expected} belong.");
        }
        return new() { waveform = waveform, sample_rate = rate, label = label, speaker_id = speaker, utterance_number = number };
    }

    private static string WithoutTwoExtensions(string name)
    {
        for (var times = 0; times < 2 && name.LastIndexOf('.') is var dot and >= 0; times++)
        {
            name = name[..dot];
        }
        return name;
    }

    // Python sorts the whole paths, in which the separator takes part.
    private static string[] Found(string folder) =>
    [
        .. Directory.GetDirectories(folder)
            .Where(path => !Path.GetFileName(path).Contains(NoiseFolder, StringComparison.Ordinal))
            .SelectMany(path => Directory.GetFiles(path))
            .Where(path => path.EndsWith(".wav", StringComparison.Ordinal) && Path.GetFileName(path).Contains(HashDivider, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static string[] Listed(string folder, string list)
    {
        var path = Path.Combine(folder, list);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"The list {path}, which comes with the data, is missing; without it there are no subsets.", path);
        }
        return
        [
            .. File.ReadLines(path)
                .Select(line => line.Trim())
                .Where(line => line.Length > 0)
                .Select(line => Path.Combine(folder, Path.Combine(line.Split('/')))),
        ];
    }
}
