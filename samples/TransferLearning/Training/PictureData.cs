using Reporting;
using System.Collections;
using Lightning;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace TransferLearning.Training;

/// <summary>An image folder, split by class, and the loaders over its three parts.</summary>
internal sealed class PictureData : LightningDataModule
{
    // What PyTorch's own checkpoints were trained with.
    private static readonly double[] Mean = [0.485, 0.456, 0.406];
    private static readonly double[] Deviation = [0.229, 0.224, 0.225];

    private readonly Settings _settings;
    private readonly Dataset<(Tensor image, Tensor label)> _forTraining;
    private readonly Dataset<(Tensor image, Tensor label)> _forEvaluation;

    /// <param name="folder">One folder of pictures per class.</param>
    /// <param name="settings">Image size, batch size, workers, seed.</param>
    /// <param name="trainShare">Share of each class that trains.</param>
    /// <param name="validationShare">Share of each class that validates; the rest is for the test.</param>
    /// <exception cref="DemoException">The folder is missing or holds no two classes of pictures, or a picture cannot be read.</exception>
    public PictureData(string folder, Settings settings, double trainShare, double validationShare)
    {
        _settings = settings;
        var files = PictureFiles.Check(folder);
        Classes = files.Classes;
        Files = files.Paths;
        Labels = files.Labels;
        Split = Split.Stratified(Labels, Classes, trainShare, validationShare, settings.Seed);
        _forTraining = torchvision.datasets.ImageFolder(folder, Augmented(settings.ImageSize));
        _forEvaluation = torchvision.datasets.ImageFolder(folder, Plain(settings.ImageSize));
    }

    public IReadOnlyList<string> Classes { get; }

    public IReadOnlyList<string> Files { get; }

    public IReadOnlyList<int> Labels { get; }

    public Split Split { get; }

    public override IEnumerable train_dataloader() => Loader(_forTraining, Split.Train, shuffle: true);

    public override IEnumerable val_dataloader() => Loader(_forEvaluation, Split.Validation, shuffle: false);

    public override IEnumerable test_dataloader() => Loader(_forEvaluation, Split.Test, shuffle: false);

    /// <summary>The middle of a picture, as evaluation sees it.</summary>
    public static torchvision.ITransform Middle(int size) => torchvision.transforms.Compose(
        torchvision.transforms.Resize(size, InterpolationMode.Bilinear, antialias: true),
        torchvision.transforms.CenterCrop(size));

    private static torchvision.ITransform Plain(int size) => torchvision.transforms.Compose(
        Middle(size),
        torchvision.transforms.ConvertImageDtype(float32),
        torchvision.transforms.Normalize(Mean, Deviation));

    private static torchvision.ITransform Augmented(int size) => torchvision.transforms.Compose(
        torchvision.transforms.RandomResizedCrop(size, scaleMin: 0.7),
        torchvision.transforms.RandomHorizontalFlip(),
        torchvision.transforms.ColorJitter(brightness: 0.3f),
        torchvision.transforms.ConvertImageDtype(float32),
        torchvision.transforms.Normalize(Mean, Deviation));

    private DataLoader<(Tensor image, Tensor label)> Loader(Dataset<(Tensor image, Tensor label)> pictures, IReadOnlyList<int> part, bool shuffle)
    {
        // A last, small batch would jolt the batch norms; where there is no full one it has to do.
        var dropLast = shuffle && part.Count >= _settings.BatchSize;
        var subset = new Subset<(Tensor image, Tensor label)>(pictures, part.Select(i => (long)i));
        return new DataLoader<(Tensor image, Tensor label)>(
            subset, _settings.BatchSize, shuffle, num_workers: _settings.Workers, drop_last: dropLast);
    }
}
