using System.Text;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchvision.io;

namespace Vision.Tests.IO;

public class BrokenPictureTests
{
    public static TheoryData<string> Names { get; } = [.. TestData.PictureNames];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_cut_short_is_refused_and_says_so(string name)
    {
        byte[] file = File.ReadAllBytes(TestData.Picture(name));
        foreach (int length in new[] { file.Length / 2, file.Length / 4, 40, 20 })
        {
            var error = Assert.Throws<ImageFormatException>(() => Decode(file.AsSpan(0, length)));
            Assert.Equal(ImageProblem.Truncated, error.Problem);
            Assert.Contains("truncated", error.Message);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_damaged_file_is_decoded_or_refused(string name)
    {
        const int Times = 120;
        var random = new Random(name.Length);
        byte[] file = File.ReadAllBytes(TestData.Picture(name));
        for (int i = 0; i < Times; i++)
        {
            byte[] damaged = [.. file];
            for (int hit = random.Next(1, 9); hit > 0; hit--)
            {
                damaged[random.Next(random.Next(2) == 0 ? Math.Min(200, file.Length) : file.Length)] = (byte)random.Next(256);
            }

            try
            {
                Decode(damaged.AsSpan(0, random.Next(4) == 0 ? random.Next(file.Length) : file.Length));
            }
            catch (ImageFormatException error)
            {
                Assert.NotEmpty(error.Message);
            }
        }
    }

    [Fact]
    public void A_text_file_named_jpg_is_called_what_it_is()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("holiday.jpg");
        File.WriteAllText(path, "Hello, this is no picture.");

        var error = Assert.Throws<ImageFormatException>(() => read_image(path));

        Assert.Equal(ImageProblem.UnknownFormat, error.Problem);
        Assert.Equal(path, error.Path);
        Assert.Contains(path, error.Message);
        Assert.Contains("not a JPEG, PNG or WebP file: it begins with 'Hello, this is n...'", error.Message);
    }

    [Theory]
    [InlineData("GIF89a......", "a GIF file")]
    [InlineData("II*\0........", "a TIFF file")]
    [InlineData("%PDF-1.7", "a PDF file")]
    public void Another_known_format_is_named(string beginning, string expected)
    {
        var error = Assert.Throws<ImageFormatException>(() => Decode(Encoding.Latin1.GetBytes(beginning)));

        Assert.Equal(ImageProblem.Unsupported, error.Problem);
        Assert.Contains(expected, error.Message);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_shown_in_hexadecimal()
    {
        var error = Assert.Throws<ImageFormatException>(() => Decode([0, 1, 0xfe, 0x7f, 9]));
        Assert.Contains("the bytes 00 01 fe 7f 09", error.Message);
        Assert.Contains("it is empty", Assert.Throws<ImageFormatException>(() => Decode([])).Message);
    }

    [Fact]
    public async Task What_is_not_a_file_is_file_not_found()
    {
        using var folder = new TemporaryFolder();
        string missing = folder.File("missing.png"), inMissingFolder = folder.File("missing/also.png"), directory = folder.File(".");

        Assert.Equal(missing, Assert.Throws<FileNotFoundException>(() => read_image(missing)).FileName);
        Assert.Equal(inMissingFolder, Assert.Throws<FileNotFoundException>(() => read_file(inMissingFolder)).FileName);
        Assert.Contains("is a folder", Assert.Throws<FileNotFoundException>(() => read_image(directory)).Message);
        Assert.Equal(missing, (await Assert.ThrowsAsync<FileNotFoundException>(() => read_image_async(missing))).FileName);
    }

    [Fact]
    public void A_picture_above_the_limit_is_refused_before_it_is_allocated()
    {
        byte[] file = File.ReadAllBytes(TestData.Picture("gray.png"));
        // 30,000 x 30,000 in the header; the checksum after it has to be right for the header to be believed.
        byte[] header = [0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30];
        header.CopyTo(file, 16);
        uint crc = Crc(file.AsSpan(12, 17));
        byte[] checksum = [(byte)(crc >> 24), (byte)(crc >> 16), (byte)(crc >> 8), (byte)crc];
        checksum.CopyTo(file, 29);

        var error = Assert.Throws<ImageFormatException>(() => Decode(file));

        Assert.Equal(ImageProblem.TooLarge, error.Problem);
        Assert.Contains("30000 x 30000", error.Message);
        Assert.Contains("357913940", error.Message);
        var strict = new CodecImager { MaxPixels = 100 };
        Assert.Throws<ImageFormatException>(() => strict.DecodeImage(File.ReadAllBytes(TestData.Picture("rgb420.jpg"))));
    }

    [Fact]
    public void A_decoder_of_one_format_refuses_another()
    {
        using Tensor file = read_file(TestData.Picture("rgb.png"));
        var error = Assert.Throws<ImageFormatException>(() => decode_jpeg(file));
        Assert.Contains("expected a Jpeg file but this is a Png file", error.Message);
    }

    [Fact]
    public void Bytes_to_decode_are_a_row_of_bytes()
    {
        using Tensor square = zeros([3, 3], dtype: uint8);
        using Tensor real = zeros([9]);
        Assert.Contains("[3, 3]", Assert.Throws<ArgumentException>(() => decode_image(square)).Message);
        Assert.Contains("Float32", Assert.Throws<ArgumentException>(() => decode_image(real)).Message);
    }

    private static void Decode(ReadOnlySpan<byte> file)
    {
        using Tensor picture = DefaultImager.DecodeImage(file, ImageReadMode.RGB);
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        uint crc = uint.MaxValue;
        foreach (byte b in bytes)
        {
            crc ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xedb88320u & (0u - (crc & 1)));
            }
        }

        return ~crc;
    }
}
