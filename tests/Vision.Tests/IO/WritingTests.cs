using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torchvision;
using static TorchSharp.torchvision.io;

namespace Vision.Tests.IO;

public class WritingTests
{
    [Fact]
    public void A_file_of_bytes_comes_back_as_written()
    {
        using var folder = new TemporaryFolder();
        using Tensor bytes = Bytes(5000);
        write_file(folder.File("a.bin"), bytes);
        using Tensor back = read_file(folder.File("a.bin"));

        Assert.Equal(bytes.bytes, back.bytes);
        Assert.Equal(["a.bin"], folder.Files);
    }

    [Fact]
    public async Task Writing_asynchronously_gives_the_same_files()
    {
        using var folder = new TemporaryFolder();
        using Tensor bytes = Bytes(100);
        using Tensor picture = read_image(TestData.Picture("rgb.png"));
        await write_file_async(folder.File("a.bin"), bytes);
        await write_image_async(picture, folder.File("a.png"), ImageFormat.Png);
        await using (FileStream stream = File.Create(folder.File("b.png")))
        {
            await write_image_async(picture, stream, ImageFormat.Png);
        }

        Assert.Equal(bytes.bytes.ToArray(), File.ReadAllBytes(folder.File("a.bin")));
        Assert.Equal(File.ReadAllBytes(folder.File("a.png")), File.ReadAllBytes(folder.File("b.png")));
        using Tensor back = read_image(folder.File("a.png"));
        Assert.Equal(picture.bytes, back.bytes);
    }

    [Fact]
    public void The_ways_to_write_agree()
    {
        using var folder = new TemporaryFolder();
        using Tensor picture = read_image(TestData.Picture("rgb.png"));
        using var stream = new MemoryStream();
        write_jpeg(picture, folder.File("default.jpg"));
        write_jpeg(picture, folder.File("75.jpg"), quality: 75);
        write_jpeg(picture, folder.File("20.jpg"), quality: 20);
        write_jpeg(picture, stream);
        write_image(picture, folder.File("imager.jpg"), ImageFormat.Jpeg, new CodecImager(20));
        write_png(picture, folder.File("0.png"), compression_level: 0);
        write_png(picture, folder.File("6.png"));
        using Tensor encoded = encode_image(picture, ImageFormat.Jpeg);

        byte[] file = File.ReadAllBytes(folder.File("default.jpg"));
        Assert.Equal(file, File.ReadAllBytes(folder.File("75.jpg")));
        Assert.Equal(file, stream.ToArray());
        Assert.Equal(file, encoded.bytes.ToArray());
        Assert.Equal(File.ReadAllBytes(folder.File("20.jpg")), File.ReadAllBytes(folder.File("imager.jpg")));
        Assert.True(new FileInfo(folder.File("0.png")).Length > new FileInfo(folder.File("6.png")).Length);
    }

    [Fact]
    public void A_picture_that_cannot_be_written_leaves_the_old_file_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.File("old.jpg"), "old");
        using Tensor two = zeros([2, 4, 4], dtype: uint8);

        Assert.Throws<ArgumentException>(() => write_jpeg(two, folder.File("old.jpg")));

        Assert.Equal("old", File.ReadAllText(folder.File("old.jpg")));
        Assert.Equal(["old.jpg"], folder.Files);
    }

    [Fact]
    public void A_name_that_a_folder_has_is_refused_and_leaves_nothing()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder.File("taken.png"));
        using Tensor picture = zeros([1, 4, 4], dtype: uint8);

        Assert.ThrowsAny<SystemException>(() => write_png(picture, folder.File("taken.png")));

        Assert.Empty(folder.Files);
    }

    [Fact]
    public void A_folder_that_is_missing_is_named()
    {
        using var folder = new TemporaryFolder();
        using Tensor picture = zeros([1, 4, 4], dtype: uint8);
        var error = Assert.Throws<DirectoryNotFoundException>(() => write_png(picture, folder.File("none/a.png")));
        Assert.Contains(folder.File("none"), error.Message);
    }

    private static Tensor Bytes(int count)
    {
        Tensor bytes = zeros([count], dtype: uint8);
        new Random(count).NextBytes(bytes.bytes);
        return bytes;
    }
}
