using System.Text.RegularExpressions;
using Reporting;
using TorchSharp;
using TorchSharp.Modules;

namespace SoundClassification.Training;

/// <summary>A folder of labelled sounds, looked through before minutes are spent on them.</summary>
/// <param name="Sounds">The data set.</param>
/// <param name="About">What each file holds.</param>
/// <param name="Indices">The number in each file's name, where the names tell the classes; null where folders do.</param>
internal sealed partial record SoundFiles(AudioFolder Sounds, IReadOnlyList<torchaudio.AudioMetaData> About, IReadOnlyList<int>? Indices)
{
    public IReadOnlyList<string> Classes => Sounds.classes;

    public IReadOnlyList<int> Labels { get; } = Sounds.targets;

    /// <summary>The path of every file.</summary>
    public IReadOnlyList<string> Paths { get; } = [.. Sounds.samples.Select(sample => sample.path)];

    /// <summary>Finds the classes and reads every sound once.</summary>
    /// <exception cref="DemoException">Says what is missing.</exception>
    /// <exception cref="AudioFormatException">Says which file is broken and how.</exception>
    public static SoundFiles Check(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DemoException(
                $"There is no folder {folder}. --data takes a folder with one folder of sounds per class, or with files named {{label}}_{{speaker}}_{{index}}.wav.");
        }

        var byName = !Directory.EnumerateDirectories(folder).Any();
        var sounds = torchaudio.datasets.AudioFolder(folder, class_of: byName ? path => Label(path) : null);
        if (sounds.classes.Count < 2)
        {
            throw new DemoException($"{folder} holds the class '{sounds.classes[0]}' alone; there must be two at least to tell apart.");
        }

        var about = new torchaudio.AudioMetaData[sounds.Count];
        Work.ForEach("checking sounds", about.Length, i => about[i] = Read(sounds.samples[i].path));
        return new SoundFiles(sounds, about, byName ? [.. sounds.samples.Select(sample => Index(sample.path))] : null);
    }

    // A file may be cut off where its header does not tell; only reading all of it does.
    private static torchaudio.AudioMetaData Read(string path)
    {
        var (sound, rate) = torchaudio.load(path);
        using (sound)
        {
            return sound.shape[1] > 0
                ? new torchaudio.AudioMetaData { sample_rate = rate, frame_count = sound.shape[1], num_channels = (int)sound.shape[0] }
                : throw new DemoException($"{path} holds no sound: it has 0 frames. Take it out of the folder.");
        }
    }

    private static string? Label(string path) => Name().Match(path) is { Success: true } match ? match.Groups["label"].Value : null;

    private static int Index(string path) => int.Parse(Name().Match(Path.GetFileName(path)).Groups["index"].Value);

    [GeneratedRegex(@"^(?<label>.+)_(?<speaker>[^_]+)_(?<index>\d{1,9})\.[^.]+$")]
    private static partial Regex Name();
}
