using System.Globalization;
using System.Security.Cryptography;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchvision.io;

namespace Vision.Tests.IO;

public class DecodingTests
{
    public static TheoryData<string, string, bool, int, string, string> Pictures { get; } = Rows();

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Pixels_equal_the_oracles(string name, string mode, bool upright, int scale, string shape, string digest)
    {
        var imager = new CodecImager { ApplyExifOrientation = upright, JpegScaleEighths = scale };
        using Tensor picture = read_image(TestData.Picture(name), Enum.Parse<ImageReadMode>(mode), imager);

        Assert.Equal(uint8, picture.dtype);
        Assert.Equal(shape, string.Join('x', picture.shape));
        Assert.Equal(digest, Digest(picture));
    }

    [Fact]
    public void The_goldens_cover_every_picture_and_mode()
    {
        Assert.True(Pictures.Count() > 200);
        Assert.Equal(TestData.PictureNames, TestData.Table("decoded.tsv").Select(row => row[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [SharedDataFact("flowers")]
    public void Photographs_equal_the_oracles()
    {
        string[][] rows = [.. TestData.Table("shared.tsv")];
        Assert.NotEmpty(rows);
        foreach (string[] row in rows)
        {
            using Tensor picture = read_image(Path.Combine(Repository.Data()!, row[0]), ImageReadMode.RGB);
            Assert.Equal(string.Join('x', row[1..4]), string.Join('x', picture.shape));
            Assert.True(row[4] == Digest(picture), row[0]);
        }
    }

    [Fact]
    public void Every_way_to_read_gives_the_same_pixels()
    {
        string path = TestData.Picture("rgb420.jpg");
        using Tensor expected = read_image(path);
        using Tensor file = read_file(path);
        using var stream = new MemoryStream(File.ReadAllBytes(path));
        using Tensor fromFile = decode_image(file);
        using Tensor fromJpeg = decode_jpeg(file, ImageReadMode.RGB);
        using Tensor fromStream = read_image(stream);
        using Tensor fromImager = DefaultImager.DecodeImage(File.ReadAllBytes(path));

        Assert.All([fromFile, fromJpeg, fromStream, fromImager], actual => Assert.Equal(Digest(expected), Digest(actual)));
    }

    [Fact]
    public async Task Every_asynchronous_way_to_read_gives_the_same_pixels()
    {
        string path = TestData.Picture("alpha.webp");
        using Tensor expected = read_image(path, ImageReadMode.RGB_ALPHA);
        using FileStream stream = File.OpenRead(path);
        using Tensor fromName = await read_image_async(path, ImageReadMode.RGB_ALPHA);
        using Tensor fromStream = await read_image_async(stream, ImageReadMode.RGB_ALPHA);
        using Tensor file = await read_file_async(path);
        using Tensor fromFile = decode_webp(file, ImageReadMode.RGB_ALPHA);

        Assert.All([fromName, fromStream, fromFile], actual => Assert.Equal(Digest(expected), Digest(actual)));
    }

    [Fact]
    public void A_stream_that_cannot_seek_is_read_to_its_end()
    {
        byte[] file = File.ReadAllBytes(TestData.Picture("large.jpg"));
        using var plain = new MemoryStream(file);
        using var trickle = new TrickleStream(plain);
        using Tensor expected = read_image(TestData.Picture("large.jpg"));
        using Tensor actual = read_image(trickle);

        Assert.Equal(Digest(expected), Digest(actual));
    }

    [Fact]
    public void Orientation_is_left_alone_unless_asked_for()
    {
        using Tensor stored = read_image(TestData.Picture("exif6.jpg"));
        using Tensor upright = read_image(TestData.Picture("exif6.jpg"), ImageReadMode.UNCHANGED, apply_exif_orientation: true);

        Assert.Equal([3, 43, 61], stored.shape);
        Assert.Equal([3, 61, 43], upright.shape);
    }

    [Fact]
    public void Many_threads_may_decode_at_once()
    {
        string[] names = [.. TestData.PictureNames];
        string[] expected = [.. names.Select(Read)];
        Parallel.For(0, 8 * names.Length, i => Assert.Equal(expected[i % names.Length], Read(names[i % names.Length])));

        static string Read(string name)
        {
            using Tensor picture = read_image(TestData.Picture(name), ImageReadMode.RGB);
            return Digest(picture);
        }
    }

    private static string Digest(Tensor picture) => Convert.ToHexStringLower(SHA256.HashData(picture.bytes));

    private static TheoryData<string, string, bool, int, string, string> Rows()
    {
        var rows = new TheoryData<string, string, bool, int, string, string>();
        foreach (string[] row in TestData.Table("decoded.tsv"))
        {
            rows.Add(row[0], row[1], row[2] == "1", int.Parse(row[3], CultureInfo.InvariantCulture), string.Join('x', row[4..7]), row[8]);
        }

        return rows;
    }
}
