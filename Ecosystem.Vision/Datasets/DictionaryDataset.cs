using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// A data set of images in TorchSharp's form: samples are dictionaries of "data", float32 in [0, 1] and then transformed, and "label".
/// </summary>
/// <param name="source">The images, uint8; owned and disposed with this.</param>
/// <param name="transform">Applied to each image, after its conversion; none if null.</param>
/// <param name="categories">What "categories" holds for an index; there is none if null.</param>
internal sealed class DictionaryDataset(
    utils.data.Dataset<(Tensor image, Tensor label)> source, Func<Tensor, Tensor>? transform, Func<long, Tensor>? categories = null)
    : utils.data.Dataset
{
    public override long Count => source.Count;

    public override Dictionary<string, Tensor> GetTensor(long index)
    {
        using var scope = NewDisposeScope();
        var (image, label) = source.GetTensor(index);
        var data = torchvision.transforms.functional.convert_image_dtype(image);
        data = transform is null ? data : transform(data);
        var sample = new Dictionary<string, Tensor> { ["data"] = data.MoveToOuterDisposeScope(), ["label"] = label.MoveToOuterDisposeScope() };
        if (categories is not null)
        {
            sample["categories"] = categories(index).MoveToOuterDisposeScope();
        }

        return sample;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            source.Dispose();
        }
        base.Dispose(disposing);
    }
}
