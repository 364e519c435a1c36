using Reporting;
using TorchSharp;
using static TorchSharp.torch;

namespace TransferLearning.Training;

/// <summary>The files of an image folder, looked through before hours are spent on them.</summary>
internal sealed record PictureFiles(IReadOnlyList<string> Classes, IReadOnlyList<string> Paths, IReadOnlyList<int> Labels)
{
    /// <summary>Finds the classes and reads every picture once.</summary>
    /// <exception cref="DemoException">Says what is missing, or which file is broken and how.</exception>
    public static PictureFiles Check(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new DemoException($"There is no folder {folder}. --data takes a folder with one folder of pictures per class.");
        }

        var pictures = torchvision.datasets.ImageFolder(folder);
        if (pictures.classes.Count < 2)
        {
            throw new DemoException($"{folder} holds the class '{pictures.classes[0]}' alone; there must be two at least to tell apart.");
        }

        var samples = pictures.samples;
        Work.ForEach("checking pictures", samples.Count, i =>
        {
            using var scope = NewDisposeScope();
            torchvision.io.read_image(samples[i].path, torchvision.io.ImageReadMode.RGB);
        });
        return new PictureFiles([.. pictures.classes], [.. samples.Select(sample => sample.path)], [.. samples.Select(sample => (int)sample.label)]);
    }
}
