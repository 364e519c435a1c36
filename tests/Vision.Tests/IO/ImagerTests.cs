using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchvision;
using static TorchSharp.torchvision.io;

namespace Vision.Tests.IO;

public class ImagerTests
{
    [Fact]
    public void An_imager_that_is_passed_does_the_work()
    {
        var imager = new Blank();
        using Tensor picture = read_image(TestData.Picture("rgb.png"), ImageReadMode.GRAY, imager);
        using Tensor file = encode_image(picture, ImageFormat.Bmp, imager);

        Assert.Equal([1, 2, 2], picture.shape);
        Assert.Equal(ImageReadMode.GRAY, imager.Mode);
        Assert.Equal([(byte)'B'], file.bytes.ToArray());
    }

    [Fact]
    public async Task An_imager_written_for_TorchSharp_is_asynchronous_without_doing_anything_for_it()
    {
        var imager = new Blank();
        using var stream = new MemoryStream();
        using Tensor picture = await read_image_async(TestData.Picture("rgb.png"), ImageReadMode.RGB, imager);
        await write_image_async(picture, stream, ImageFormat.Bmp, imager: imager);

        Assert.Equal([1, 2, 2], picture.shape);
        Assert.Equal([(byte)'B'], stream.ToArray());
    }

    [Fact]
    public void The_refusing_imager_says_what_to_do()
    {
        var imager = new NotImplementedImager();
        Assert.Contains("DefaultImager", Assert.Throws<NotSupportedException>(() => imager.DecodeImage([])).Message);
        Assert.Throws<NotSupportedException>(() => read_image(TestData.Picture("rgb.png"), imager: imager));
    }

    [Fact]
    public void The_default_imager_is_the_codecs_and_never_null()
    {
        Assert.IsType<CodecImager>(DefaultImager);
        Assert.Throws<ArgumentNullException>(() => DefaultImager = null!);
        Assert.Throws<ArgumentOutOfRangeException>(() => new CodecImager(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new CodecImager(101));
    }

    [Theory]
    [InlineData(1, 19, 26)]
    [InlineData(3, 57, 77)]
    [InlineData(8, 150, 203)]
    public void Scaled_decoding_gives_the_side_rounded_up(int eighths, int height, int width)
    {
        var imager = new CodecImager { JpegScaleEighths = eighths };
        using Tensor picture = read_image(TestData.Picture("large.jpg"), ImageReadMode.RGB, imager);
        Assert.Equal([3, height, width], picture.shape);
    }

    /// <summary>Everything is a blank picture of 2 x 2; only what TorchSharp asks of an imager is there.</summary>
    private sealed class Blank : Imager
    {
        public ImageReadMode Mode { get; private set; }

        public override Tensor DecodeImage(Stream stream, ImageReadMode mode = ImageReadMode.UNCHANGED) => DecodeImage([], mode);

        public override Tensor DecodeImage(byte[] data, ImageReadMode mode = ImageReadMode.UNCHANGED)
        {
            Mode = mode;
            return zeros([1, 2, 2], dtype: uint8);
        }

        public override void EncodeImage(Tensor image, ImageFormat format, Stream stream) => stream.WriteByte((byte)format.ToString()[0]);

        public override byte[] EncodeImage(Tensor image, ImageFormat format) => [(byte)format.ToString()[0]];
    }
}
