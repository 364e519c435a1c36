using static TorchSharp.torch;
using static TorchSharp.torchvision;
using F = TorchSharp.torchvision.transforms.functional;

namespace TorchSharp.Transforms.Tests;

/// <summary>Mistakes are one clear exception.</summary>
public class TransformErrorTests
{
    private static readonly Tensor Image = torch.zeros([3, 8, 9], dtype: ScalarType.Byte);

    private static string Refused<T>(Func<object> mistake)
        where T : Exception => Assert.ThrowsAny<T>(mistake).Message;

    [Fact]
    public void SizesAreChecked()
    {
        Assert.Contains("greater than", Refused<ArgumentException>(() => F.resize(Image, 10, maxSize: 10)));
        Assert.Contains("short side", Refused<ArgumentException>(() => transforms.Resize(4, 4, maxSize: 9)));
        Assert.Contains("0 x 4", Refused<ArgumentException>(() => F.resize(Image, 0, 4)));
        Assert.Contains("larger than the image, 8 x 9", Refused<ArgumentException>(() => transforms.RandomCrop(20).call(Image)));
        Assert.Contains("larger than the image, 8 x 9", Refused<ArgumentException>(() => transforms.FiveCrop(9).call(Image)));
        Assert.Contains("no pixels", Refused<ArgumentException>(() => F.crop(Image, 0, 0, 0, 3)));
        Assert.Contains("leaves nothing", Refused<ArgumentException>(() => F.pad(Image, -4)));
        Assert.Contains("1, 2 or 4", Refused<ArgumentException>(() => F.pad(Image, [1, 2, 3])));
        Assert.Contains("narrower", Refused<ArgumentException>(() => F.pad(Image, 8, padding_mode: PaddingModes.Reflect)));
        Assert.Contains("unknown", Refused<ArgumentException>(() => F.pad(Image, [1], "mirror")));
        Assert.Contains("at least two dimensions", Refused<ArgumentException>(() => F.get_image_size(torch.zeros(3))));
    }

    [Fact]
    public void ChannelsAndTypesAreChecked()
    {
        var five = torch.zeros([5, 4, 4], dtype: ScalarType.Byte);
        Assert.Contains("1 or 3 channels", Refused<ArgumentException>(() => F.adjust_hue(five, 0.1)));
        Assert.Contains("shape [5, 4, 4]", Refused<ArgumentException>(() => F.rgb_to_grayscale(five)));
        Assert.Contains("shape [4, 4]", Refused<ArgumentException>(() => F.rgb_to_grayscale(five[0], 3)));
        Assert.Contains("has none to make a border of", Refused<ArgumentException>(() => F.pad(five[0][..0], 1, padding_mode: PaddingModes.Replicate)));
        Assert.Contains("widths of up to", Refused<ArgumentException>(() => F.pad(five, 1L << 40)));
        Assert.Contains("convert it first", Refused<ArgumentException>(() => transforms.Normalize([0.5], [0.5]).call(Image)));
        Assert.Contains("divide by zero", Refused<ArgumentException>(() => transforms.Normalize([0.5], [0.0])));
        Assert.Contains("uint8", Refused<ArgumentException>(() => F.posterize(torch.zeros(3, 4, 4), 3)));
        Assert.Contains("uint8", Refused<ArgumentException>(() => F.equalize(torch.zeros(3, 4, 4))));
        Assert.Contains("overflow", Refused<ArgumentException>(() => F.convert_image_dtype(torch.zeros(3, 4, 4), ScalarType.Int32)));
        Assert.Contains("not supported", Refused<ArgumentException>(() => F.invert(torch.zeros([3, 4, 4], dtype: ScalarType.ComplexFloat32))));
    }

    [Fact]
    public void ParametersAreChecked()
    {
        Assert.Contains("[-0.5, 0.5]", Refused<ArgumentOutOfRangeException>(() => F.adjust_hue(Image, 0.6)));
        Assert.Contains("negative", Refused<ArgumentOutOfRangeException>(() => F.adjust_brightness(Image, -1)));
        Assert.Contains("negative", Refused<ArgumentOutOfRangeException>(() => F.adjust_gamma(Image, double.NaN)));
        Assert.Contains("[0, 0.5]", Refused<ArgumentOutOfRangeException>(() => transforms.ColorJitter(hue: 0.7f)));
        Assert.Contains("range", Refused<ArgumentOutOfRangeException>(() => new ColorJitter(brightness: (2, 1))));
        Assert.Contains("above full brightness", Refused<ArgumentOutOfRangeException>(() => F.solarize(Image, 256)));
        Assert.Contains("0 to 8 bits", Refused<ArgumentOutOfRangeException>(() => F.posterize(Image, 9)));
        Assert.Contains("odd", Refused<ArgumentException>(() => F.gaussian_blur(Image, [4])));
        Assert.Contains("does not fit", Refused<ArgumentException>(() => F.gaussian_blur(Image, [31])));
        Assert.Contains("positive", Refused<ArgumentException>(() => F.gaussian_blur(Image, 3, 0f)));
        Assert.Contains("Nearest or Bilinear", Refused<ArgumentException>(() => F.rotate(Image, 3, InterpolationMode.Bicubic)));
        Assert.Contains("one for each of the 3 channels", Refused<ArgumentException>(() => F.rotate(Image, 3, fill: [1f, 2f])));
        Assert.Contains("not one for images", Refused<ArgumentException>(() => F.resize(Image, 4, 4, InterpolationMode.Area)));
        Assert.Contains("outside the image", Refused<ArgumentException>(() => F.erase(Image, 5, 5, 4, 4, torch.zeros(1))));
        Assert.Contains("four points", Refused<ArgumentException>(() => F.perspective(Image, new int[][] { [0, 0] }, new int[][] { [0, 0] })));
        Assert.Contains("null", Refused<ArgumentException>(() => transforms.Compose(transforms.Invert(), null!)));
        Assert.Contains("nothing to choose", Refused<ArgumentException>(() => transforms.RandomChoice()));
        Assert.Contains("weights", Refused<ArgumentException>(() => transforms.RandomChoice([transforms.Invert()], [0.5, 0.5])));
    }
}
