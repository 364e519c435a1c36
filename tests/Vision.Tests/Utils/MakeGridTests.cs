using TorchSharp;
using Vision.Tests.IO;
using static TorchSharp.torch;
using static TorchSharp.torchvision;
using static TorchSharp.torchvision.utils;

namespace Vision.Tests.Utils;

public class MakeGridTests
{
    /// <summary>The cases of tests/golden/vision-io/make.py and how each calls make_grid.</summary>
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Cases = new()
    {
        ["defaults"] = t => make_grid(t),
        ["nrow"] = t => make_grid(t, nrow: 3),
        ["padding"] = t => make_grid(t, nrow: 4, padding: 5, pad_value: 0.25),
        ["no_padding"] = t => make_grid(t, padding: 0),
        ["normalize"] = t => make_grid(t, normalize: true),
        ["scale_each"] = t => make_grid(t, normalize: true, scale_each: true),
        ["value_range"] = t => make_grid(t, normalize: true, value_range: (-1.5, 0.5)),
        ["gray"] = t => make_grid(t, nrow: 2, pad_value: 1.0),
        ["single"] = t => make_grid(t, padding: 4),
        ["single_gray"] = t => make_grid(t),
        ["matrix"] = t => make_grid(t, normalize: true),
        ["flat"] = t => make_grid(t, normalize: true),
        ["bytes"] = t => make_grid(t, pad_value: 9),
        ["one_of_many"] = t => make_grid(t, padding: 3),
        ["double"] = t => make_grid(t, normalize: true, scale_each: true),
        ["two_channels"] = t => make_grid(t),
    };

    public static TheoryData<string> Names { get; } = [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Grids_equal_pythons(string name)
    {
        using Tensor images = GridGoldens.Read(name + ".input");
        using Tensor expected = GridGoldens.Read(name + ".grid");
        byte[] before = images.bytes.ToArray();
        using Tensor grid = Cases[name](images);
        using Tensor actual = grid.contiguous();

        Assert.Equal(expected.dtype, actual.dtype);
        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.bytes.ToArray(), actual.bytes.ToArray());
        Assert.Equal(before, images.bytes.ToArray());
    }

    /// <summary>Python saves neither grids of bytes nor grids of two channels.</summary>
    public static TheoryData<string> SavedNames { get; } = [.. Cases.Keys.Except(["two_channels", "bytes"])];

    [Theory]
    [MemberData(nameof(SavedNames))]
    public void Saved_grids_equal_pythons(string name)
    {
        using var folder = new TemporaryFolder();
        using Tensor images = GridGoldens.Read(name + ".input");
        using Tensor expected = GridGoldens.Read(name + ".saved");
        using Tensor grid = Cases[name](images);
        save_image(grid, folder.File("grid.png"));
        using Tensor actual = io.read_image(folder.File("grid.png"));

        Assert.Equal(expected.shape, actual.shape);
        Assert.Equal(expected.bytes.ToArray(), actual.bytes.ToArray());
    }

    [Fact]
    public void A_list_of_pictures_is_a_batch()
    {
        using Tensor images = GridGoldens.Read("nrow.input");
        using Tensor expected = make_grid(images, nrow: 3);
        Tensor[] list = images.unbind(0);
        using Tensor actual = make_grid(list, nrow: 3);

        Assert.Equal(expected.bytes.ToArray(), actual.bytes.ToArray());
        Assert.All(list, picture => picture.Dispose());
    }

    [Fact]
    public void Only_the_grid_is_left_behind()
    {
        using Tensor images = GridGoldens.Read("nrow.input");
        using DisposeScope scope = NewDisposeScope();
        Tensor grid = make_grid(images, nrow: 3, normalize: true, scale_each: true);

        Assert.Equal(1, scope.DisposablesCount);
        grid.Dispose();
    }

    [Fact]
    public void What_is_no_batch_of_pictures_is_refused()
    {
        using Tensor line = zeros([5]);
        using Tensor nothing = zeros([0, 3, 4, 4]);
        Assert.Contains("[5]", Assert.Throws<ArgumentException>(() => make_grid(line)).Message);
        Assert.Throws<ArgumentException>(() => make_grid(nothing));
        Assert.Throws<ArgumentOutOfRangeException>(() => make_grid(line, nrow: 0));
    }

    [Fact]
    public void The_format_of_a_saved_grid_follows_from_the_name()
    {
        using var folder = new TemporaryFolder();
        using Tensor images = GridGoldens.Read("bytes.input");
        using var stream = new MemoryStream();
        save_image(images, folder.File("a.JPG"));
        save_image(images, folder.File("b.webp"), ImageFormat.Unknown);
        save_image(images, folder.File("c.jpg"), ImageFormat.Png, nrow: 2);
        save_image(images, stream, ImageFormat.Png, nrow: 2);

        Assert.Equal([0xff, 0xd8], File.ReadAllBytes(folder.File("a.JPG"))[..2]);
        Assert.Equal("RIFF"u8.ToArray(), File.ReadAllBytes(folder.File("b.webp"))[..4]);
        Assert.Equal(stream.ToArray(), File.ReadAllBytes(folder.File("c.jpg")));
        Assert.Contains(".webp", Assert.Throws<ArgumentException>(() => save_image(images, folder.File("d.xyz"))).Message);
    }
}
