using TorchSharp.Transforms.Tests;
using static TorchSharp.torch;
using static TorchSharp.torchvision;

namespace TorchSharp.Datasets.Tests;

/// <summary>Real photographs in folders.</summary>
public class ImageFolderTests
{
    [SharedDataFact("flowers")]
    public void ReadsPhotographs()
    {
        var folder = Repository.Data("flowers")!;
        using var data = datasets.ImageFolder(folder);
        Assert.Equal(["daisy", "dandelion", "roses", "sunflowers", "tulips"], data.classes);
        Assert.Equal(200, data.Count);
        foreach (var index in (long[])[0, 57, 199])
        {
            using var scope = NewDisposeScope();
            var (image, label) = data.GetTensor(index);
            Assert.Equal(3, image.shape[0]);
            Assert.Equal(ScalarType.Byte, image.dtype);
            Assert.Equal(index / 40, label.item<long>());
        }
    }
}
