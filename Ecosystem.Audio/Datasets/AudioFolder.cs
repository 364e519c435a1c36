using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Sounds sorted into classes: one folder for each class, <c>root/bark/1.wav</c>, <c>root/meow/2.flac</c>, or names that tell the class. A sample is
/// what Python's sets of sounds return: waveform, sample rate, label. A file is read when its sample is asked for.
/// </summary>
public sealed class AudioFolder : utils.data.Dataset<(Tensor waveform, int sample_rate, long label)>
{
    /// <summary>Endings of the files that are taken unless the caller decides.</summary>
    public static readonly IReadOnlyList<string> AUDIO_EXTENSIONS = [".wav", ".flac", ".ogg", ".mp3", ".opus", ".aif", ".aiff", ".au"];

    private readonly Func<string, (Tensor, int)> loader;
    private readonly (string path, int label)[] found;

    /// <param name="root">The folder that holds the sounds.</param>
    /// <param name="loader">Reads a file and answers with its waveform, which the caller owns, and sample rate; <c>torchaudio.load</c> if null.</param>
    /// <param name="extensions">Endings of the files to take, with their dots, whatever the case; <see cref="AUDIO_EXTENSIONS"/> if null.</param>
    /// <param name="class_of">
    /// Tells the class of a file by its path below <paramref name="root"/> (with forward slashes), or null to leave the file out. If null, the class
    /// is the folder in <paramref name="root"/> that holds the file, and a folder without sounds is an error.
    /// </param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="FileNotFoundException">There are no sounds in it, or in one of the class folders.</exception>
    public AudioFolder(
        string root, Func<string, (Tensor waveform, int sample_rate)>? loader = null, IReadOnlyList<string>? extensions = null,
        Func<string, string?>? class_of = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        if (!Directory.Exists(root))
        {
            throw new DirectoryNotFoundException($"There is no folder {Path.GetFullPath(root)}.");
        }
        (this.root, this.loader) = (root, loader ?? (path => torchaudio.load(path)));
        var endings = extensions ?? AUDIO_EXTENSIONS;
        var sounds = Directory.GetFiles(root, "*", SearchOption.AllDirectories)
            .Where(path => endings.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
            .Select(path => (path, name: (class_of ?? FirstFolder)(Path.GetRelativePath(root, path).Replace(Path.DirectorySeparatorChar, '/'))))
            .Where(entry => entry.name is not null)
            .OrderBy(entry => entry.name, StringComparer.Ordinal)
            .ThenBy(entry => Path.GetDirectoryName(entry.path), StringComparer.Ordinal)
            .ThenBy(entry => Path.GetFileName(entry.path), StringComparer.Ordinal)
            .ToArray();
        classes = [.. sounds.Select(entry => entry.name!).Distinct(StringComparer.Ordinal)];
        class_to_idx = classes.Select((name, index) => (name, index)).ToDictionary(entry => entry.name, entry => entry.index, StringComparer.Ordinal);
        found = [.. sounds.Select(entry => (entry.path, class_to_idx[entry.name!]))];
        RequireSounds(endings, class_of is null);
    }

    /// <summary>The folder that holds the sounds.</summary>
    public string root { get; }

    /// <summary>The names of the classes, in ordinal order; a class's number is its place here.</summary>
    public IReadOnlyList<string> classes { get; }

    /// <summary>The number of each class.</summary>
    public IReadOnlyDictionary<string, int> class_to_idx { get; }

    /// <summary>Every file with the number of its class, by class, then by folder, then by name.</summary>
    public IReadOnlyList<(string path, int label)> samples => found;

    /// <summary>The class number of every sample.</summary>
    public IReadOnlyList<int> targets => [.. found.Select(sample => sample.label)];

    /// <inheritdoc/>
    public override long Count => found.Length;

    /// <summary>Reads a sample; the caller owns its waveform, float32 [channels, frames].</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    /// <exception cref="InvalidDataException">The file cannot be read; the message names it.</exception>
    public override (Tensor waveform, int sample_rate, long label) GetTensor(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        var (path, label) = found[index];
        try
        {
            var (waveform, rate) = loader(path);
            return (waveform, rate, label);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            throw new InvalidDataException($"Sample {index}, {path}, cannot be read: {problem.Message}", problem);
        }
    }

    // What lies in the root itself belongs to no class.
    private static string? FirstFolder(string path) => path.IndexOf('/') is var slash and > 0 ? path[..slash] : null;

    private void RequireSounds(IReadOnlyList<string> endings, bool foldersAreClasses)
    {
        var taken = $"Files taken end in {string.Join(", ", endings)}.";
        if (found.Length == 0)
        {
            throw new FileNotFoundException($"Found no sounds of any class in {Path.GetFullPath(root)}. {taken}");
        }
        if (!foldersAreClasses)
        {
            return;
        }
        string[] empty =
        [
            .. Directory.GetDirectories(root).Select(path => Path.GetFileName(path)).Where(name => !class_to_idx.ContainsKey(name)).Order(StringComparer.Ordinal),
        ];
        if (empty.Length > 0)
        {
            throw new FileNotFoundException($"Found no sound for the class(es) {string.Join(", ", empty)} in {Path.GetFullPath(root)}. {taken}");
        }
    }
}
