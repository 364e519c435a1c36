using System.Globalization;
using System.Security.Cryptography;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchvision;
using static TorchSharp.torchvision.io;

namespace Vision.Tests.IO;

public class EncodingTests
{
    public static TheoryData<string, string, int, string> Files { get; } = Rows();

    [Theory]
    [MemberData(nameof(Files))]
    public void Files_equal_the_oracles_byte_for_byte(string name, string format, int quality, string digest)
    {
        using Tensor picture = read_image(TestData.Picture(name));
        using Tensor file = format == "jpeg" ? encode_jpeg(picture, quality) : encode_png(picture, quality);

        Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(file.bytes)));
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 33, 20)]
    [InlineData(2, 7, 130)]
    [InlineData(3, 64, 1)]
    [InlineData(3, 1, 500)]
    [InlineData(4, 31, 29)]
    public void Png_and_lossless_webp_keep_every_value(int channels, int height, int width)
    {
        using Tensor picture = Noise(channels, height, width);
        using Tensor png = encode_png(picture);
        using Tensor fromPng = decode_png(png);
        using Tensor webp = encode_webp(picture, lossless: true);
        using Tensor fromWebp = decode_webp(webp, ImageReadMode.RGB_ALPHA);

        Assert.Equal(picture.shape, fromPng.shape);
        Assert.Equal(picture.bytes, fromPng.bytes);
        int size = height * width;
        int[] planes = channels switch { 1 => [0, 0, 0], 2 => [0, 0, 0, 1], 3 => [0, 1, 2], _ => [0, 1, 2, 3] };
        for (int i = 0; i < planes.Length; i++)
        {
            Assert.Equal(picture.bytes.Slice(planes[i] * size, size), fromWebp.bytes.Slice(i * size, size));
        }
    }

    [Fact]
    public void A_tensor_of_any_layout_is_encoded_as_it_reads()
    {
        using Tensor picture = read_image(TestData.Picture("rgb.png"));
        using Tensor turned = picture.transpose(1, 2);
        using Tensor copy = turned.contiguous();
        using Tensor expected = encode_png(copy);
        using Tensor actual = encode_png(turned);

        Assert.Equal(expected.bytes, actual.bytes);
    }

    [Theory]
    [InlineData(ImageFormat.Jpeg)]
    [InlineData(ImageFormat.Webp)]
    public void Better_quality_is_nearer_to_the_picture(ImageFormat format)
    {
        using Tensor picture = read_image(TestData.Picture("large.jpg"));
        double[] errors = [.. new[] { 10, 40, 75, 95 }.Select(quality =>
        {
            using Tensor file = encode_image(picture, format, new CodecImager(quality));
            using Tensor decoded = decode_image(file);
            return picture.bytes.ToArray().Zip(decoded.bytes.ToArray(), (a, b) => (double)(a - b) * (a - b)).Average();
        })];

        Assert.Equal(errors.OrderDescending(), errors);
        Assert.True(errors[^1] < 20);
    }

    [Fact]
    public void What_does_not_fit_the_format_is_refused_in_words()
    {
        using Tensor two = Noise(2, 4, 4);
        using Tensor flat = zeros([4, 4], dtype: uint8);
        using Tensor real = zeros([3, 4, 4]);
        using Tensor nothing = zeros([3, 0, 4], dtype: uint8);
        using Tensor wide = zeros([1, 1, 70000], dtype: uint8);

        Assert.Contains("1 or 3 channels, not 2", Assert.Throws<ArgumentException>(() => encode_jpeg(two)).Message);
        Assert.Contains("[4, 4]", Assert.Throws<ArgumentException>(() => encode_png(flat)).Message);
        Assert.Contains("Float32", Assert.Throws<ArgumentException>(() => encode_png(real)).Message);
        Assert.Contains("at least one pixel", Assert.Throws<ArgumentException>(() => encode_png(nothing)).Message);
        Assert.Contains("1 to 100", Assert.Throws<ArgumentException>(() => encode_jpeg(two[..1], 101)).Message);
        Assert.Contains("0 to 9", Assert.Throws<ArgumentException>(() => encode_png(two, 10)).Message);
        Assert.Equal(ImageProblem.TooLarge, Assert.Throws<ImageFormatException>(() => encode_jpeg(wide)).Problem);
        Assert.Equal(ImageProblem.TooLarge, Assert.Throws<ImageFormatException>(() => encode_webp(wide)).Problem);
        Assert.Throws<NotSupportedException>(() => encode_image(two, ImageFormat.Tiff));
    }

    private static Tensor Noise(int channels, int height, int width)
    {
        Tensor picture = zeros([channels, height, width], dtype: uint8);
        new Random(channels * 1000 + height).NextBytes(picture.bytes);
        return picture;
    }

    private static TheoryData<string, string, int, string> Rows()
    {
        var rows = new TheoryData<string, string, int, string>();
        foreach (string[] row in TestData.Table("encoded.tsv"))
        {
            rows.Add(row[0], row[1], int.Parse(row[2], CultureInfo.InvariantCulture), row[4]);
        }

        return rows;
    }
}
