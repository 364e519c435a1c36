using static TorchSharp.torch;
using static TorchSharp.torchvision;
using F = TorchSharp.torchvision.transforms.functional;

namespace TorchSharp.Transforms.Tests;

/// <summary>What holds for every image.</summary>
public class TransformLawTests
{
    public static TheoryData<int, int, int> Shapes => new() { { 1, 1, 1 }, { 3, 5, 8 }, { 1, 7, 4 }, { 3, 16, 16 } };

    private static Tensor Image(int channels, int height, int width) =>
        torch.arange(channels * height * width).remainder(251).to_type(ScalarType.Byte).view(channels, height, width);

    private static void Same(Tensor expected, Tensor actual)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.True(torch.ops.aten.equal(expected, actual));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void InvolutionsUndoThemselves(int channels, int height, int width)
    {
        using var scope = NewDisposeScope();
        var image = Image(channels, height, width);
        Same(image, F.hflip(F.hflip(image)));
        Same(image, F.vflip(F.vflip(image)));
        Same(image, F.invert(F.invert(image)));
        Same(image, F.pad(F.pad(image, (1, 2, 3, 4), fill: 9), (-1, -2, -3, -4)));
        Same(image, F.convert_image_dtype(F.convert_image_dtype(image, ScalarType.Float64), ScalarType.Byte));
        Same(image, F.convert_image_dtype(F.convert_image_dtype(image), ScalarType.Byte));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void NeutralParametersChangeNothing(int channels, int height, int width)
    {
        using var scope = NewDisposeScope();
        var image = Image(channels, height, width);
        Same(image, F.adjust_brightness(image, 1));
        Same(image, F.adjust_contrast(image, 1));
        Same(image, F.adjust_saturation(image, 1));
        Same(image, F.adjust_sharpness(image, 1));
        Same(image, F.posterize(image, 8));
        Same(image, F.crop(image, 0, 0, height, width));
        Same(image, F.center_crop(image, height, width));
        Same(image, F.resize(image, height, width));
        Same(image, F.rotate(image, 0));
        Same(image, F.rotate(image, 0, InterpolationMode.Bilinear, expand: true, fill: [7f]));
        Same(image, F.affine(image, 0.0, (0, 0), 1.0, [0.0, 0.0]));
        Same(image, F.gaussian_blur(image, [1]));
    }

    [Fact]
    public void BatchIsTransformedImageByImage()
    {
        using var scope = NewDisposeScope();
        var (first, second) = (Image(3, 9, 11), F.invert(Image(3, 9, 11)));
        var batch = torch.stack([first, second]);
        foreach (var transform in (Func<Tensor, Tensor>[])[
            x => F.resize(x, 5, 6), F.autocontrast, F.equalize, x => F.adjust_contrast(x, 0.5), x => F.adjust_hue(x, 0.2), x => F.adjust_sharpness(x, 2),
            x => F.gaussian_blur(x, [3]), x => F.rotate(x, 30), x => F.rgb_to_grayscale(x), x => F.center_crop(x, 20, 4)])
        {
            Same(torch.stack([transform(first), transform(second)]), transform(batch));
        }
    }

    [Fact]
    public void GreyImagesAndPlainPlanesAreImagesToo()
    {
        using var scope = NewDisposeScope();
        var plane = Image(1, 6, 7).squeeze(0);
        Assert.Equal([3L, 4L], F.resize(plane, 3, 4).shape);
        Same(F.rotate(plane.unsqueeze(0), 45).squeeze(0), F.rotate(plane, 45));
        Same(Image(1, 6, 7), F.rgb_to_grayscale(Image(1, 6, 7)));
    }

    [Fact]
    public void NothingStaysBehindInTheScope()
    {
        using var image = Image(3, 20, 30);
        var pipeline = transforms.Compose(
            transforms.RandomResizedCrop(8), transforms.RandomHorizontalFlip(), transforms.ColorJitter(0.1f, 0.1f, 0.1f, 0.1f),
            transforms.RandomRotation(10), transforms.GaussianBlur(3), transforms.RandomGrayscale(0.5), transforms.ConvertImageDtype(ScalarType.Float32),
            transforms.Normalize([0.5], [0.5]), transforms.RandomErasing(p: 1));
        using var scope = NewDisposeScope();
        for (var i = 1; i <= 5; i++)
        {
            var result = pipeline.call(image);
            Assert.Equal([3L, 8L, 8L], result.shape);
            Assert.Equal(i, scope.DisposablesCount);
        }
    }

    [Fact]
    public void OwnFunctionsInASequenceMayReturnTheirArgument()
    {
        using var image = Image(3, 4, 4);
        using (NewDisposeScope())
        {
            using var result = transforms.Compose(transforms.Lambda(x => x), transforms.Lambda(x => x)).call(image);
            Assert.NotSame(image, result);
            using var empty = transforms.Compose().call(image);
            Assert.NotSame(image, empty);
        }
        Same(Image(3, 4, 4), image);
    }

    [Fact]
    public void NormalizeOutlivesTheScopeItWasMadeIn()
    {
        ITransform normalize;
        using (NewDisposeScope())
        {
            normalize = transforms.Normalize([0.5, 0.5, 0.5], [0.25, 0.25, 0.25]);
        }
        using var scope = NewDisposeScope();
        Assert.Equal(-2f, normalize.call(torch.zeros(3, 2, 2))[0, 0, 0].item<float>());
        Assert.Equal(ScalarType.Float64, normalize.call(torch.zeros(3, 2, 2, dtype: ScalarType.Float64)).dtype);
    }

    [Fact]
    public void SameSeedGivesTheSameResultOnAnyThread()
    {
        var pipeline = transforms.Compose(transforms.RandomResizedCrop(8), transforms.RandomHorizontalFlip());
        using var image = Image(3, 20, 30);
        var results = new Tensor[4];
        Parallel.For(0, results.Length, i =>
        {
            using var generator = new Generator(7);
            using var _ = torch.random.Use(generator);
            results[i] = pipeline.call(image);
        });
        Assert.All(results, result => Same(results[0], result));
        Array.ForEach(results, result => result.Dispose());
    }
}
