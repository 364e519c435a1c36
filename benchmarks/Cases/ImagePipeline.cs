using System.Diagnostics;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace Torchlight.Benchmarks.Cases;

/// <summary>What feeds a training run: files decoded, cropped, resized, normalised and stacked by two workers.</summary>
internal static class ImagePipeline
{
    /// <summary>Seconds for so many passes over a folder; one pass goes before them.</summary>
    public static double Epochs(long iterations, string folder)
    {
        set_num_threads(1);
        var transform = torchvision.transforms.Compose(
            torchvision.transforms.RandomResizedCrop(224),
            torchvision.transforms.RandomHorizontalFlip(),
            torchvision.transforms.ConvertImageDtype(float32),
            torchvision.transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]));
        using var pictures = torchvision.datasets.ImageFolder(folder, transform);
        using var loader = new DataLoader<(Tensor image, Tensor label)>(pictures, 32, shuffle: true, num_workers: 2);
        Pass(loader);
        var start = Stopwatch.GetTimestamp();
        for (long i = 0; i < iterations; i++)
        {
            Pass(loader);
        }

        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private static void Pass(DataLoader<(Tensor image, Tensor label)> loader)
    {
        foreach (var (image, label) in loader)
        {
            image.Dispose();
            label.Dispose();
        }
    }
}
