using System.Collections;
using Lightning;
using Reporting;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace SoundClassification.Training;

/// <summary>A folder of sounds, split by class, and the loaders over its three parts.</summary>
internal sealed class SoundData : LightningDataModule
{
    private readonly Settings _settings;

    /// <param name="folder">One folder of sounds per class, or files whose names tell the class.</param>
    /// <param name="settings">Rate, length, batch size, workers, seed.</param>
    /// <exception cref="DemoException">The folder is missing or holds no two classes of sounds, or a sound cannot be read.</exception>
    public SoundData(string folder, Settings settings)
    {
        _settings = settings;
        Files = SoundFiles.Check(folder);
        Split = Split.Deal(Files.Labels, Files.Indices, Files.Classes, settings.Seed);
        Shape = SoundShape.Of(Files.About, settings);
        Clips = new SoundClips(Files.Sounds, Shape, anywhere: false);
    }

    public IReadOnlyList<string> Classes => Files.Classes;

    public SoundFiles Files { get; }

    public Split Split { get; }

    public SoundShape Shape { get; }

    /// <summary>Every sound as evaluation hears it.</summary>
    public SoundClips Clips { get; }

    public override IEnumerable train_dataloader() => Loader(new SoundClips(Files.Sounds, Shape, anywhere: true), Split.Train, shuffle: true);

    public override IEnumerable val_dataloader() => Loader(Clips, Split.Validation, shuffle: false);

    public override IEnumerable test_dataloader() => Loader(Clips, Split.Test, shuffle: false);

    private DataLoader<(Tensor sound, Tensor label)> Loader(SoundClips clips, IReadOnlyList<int> part, bool shuffle)
    {
        // A last, small batch would jolt the batch norms; where there is no full one it has to do.
        var dropLast = shuffle && part.Count >= _settings.BatchSize;
        var subset = new Subset<(Tensor sound, Tensor label)>(clips, part.Select(i => (long)i));
        return new DataLoader<(Tensor sound, Tensor label)>(
            subset, _settings.BatchSize, shuffle, num_workers: _settings.Workers, drop_last: dropLast);
    }
}
