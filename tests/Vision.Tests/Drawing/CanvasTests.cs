using Torchlight.Drawing;
using TorchSharp;
using Vision.Tests.IO;
using static TorchSharp.torch;

namespace Vision.Tests.Drawing;

public class CanvasTests
{
    private static readonly Color Red = Color.FromHex("#FF0000");

    [Fact]
    public void A_canvas_has_its_size_and_its_background()
    {
        using var canvas = new Canvas(40, 30, scale: 2, background: Color.FromHex("#102030"));
        using Tensor pixels = canvas.ToTensor();

        Assert.Equal([3, 60, 80], pixels.shape);
        Assert.Equal((0x10, 0x20, 0x30), At(pixels, 79, 59));
    }

    [Fact]
    public void Rectangles_lines_and_circles_land_where_they_should()
    {
        using var canvas = new Canvas(40, 30);
        canvas.Fill(10, 5, 4, 3, Red);
        canvas.Line(20.5, 0, 20.5, 29, Color.Black, 3);
        canvas.Circle(32, 20, 4, Color.Good, Color.Black);
        canvas.Rectangle(2.5, 20.5, 6, 6, Red);
        using Tensor pixels = canvas.ToTensor();

        Assert.Equal((255, 0, 0), At(pixels, 10, 5));
        Assert.Equal((255, 0, 0), At(pixels, 13, 7));
        Assert.Equal((255, 255, 255), At(pixels, 14, 7));
        Assert.Equal((255, 255, 255), At(pixels, 10, 4));
        Assert.Equal((0, 0, 0), At(pixels, 20, 15));
        Assert.Equal((Color.Good.R, Color.Good.G, Color.Good.B), At(pixels, 32, 20));
        Assert.Equal((255, 0, 0), At(pixels, 2, 23));
        Assert.Equal((255, 255, 255), At(pixels, 5, 23));
    }

    [Fact]
    public void A_point_that_is_not_finite_breaks_a_line()
    {
        using var canvas = new Canvas(60, 10);
        canvas.Polyline([(0, 5), (15, 5), (double.NaN, 5), (45, 5), (60, double.PositiveInfinity), (59, 5)], Color.Black, 2);
        using Tensor pixels = canvas.ToTensor();

        Assert.Equal((0, 0, 0), At(pixels, 10, 5));
        Assert.Equal((255, 255, 255), At(pixels, 30, 5));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_picture_is_drawn_pixel_for_pixel(int channels)
    {
        using Tensor picture = Noise(channels, 11, 17);
        using var canvas = new Canvas(40, 30);
        canvas.Image(picture, 20, 15, 17, 11);
        using Tensor pixels = canvas.ToTensor();
        using Tensor drawn = pixels[TensorIndex.Colon, TensorIndex.Slice(15, 26), TensorIndex.Slice(20, 37)];
        using Tensor copy = drawn.contiguous();
        byte[] expected = channels == 3 ? picture.bytes.ToArray() : [.. picture.bytes, .. picture.bytes, .. picture.bytes];

        Assert.Equal(expected, copy.bytes.ToArray());
    }

    [Fact]
    public void Numbers_from_0_to_1_and_transparency_are_understood()
    {
        using Tensor half = full([3, 4, 4], 0.5);
        using Tensor clear = zeros([4, 4, 4], dtype: uint8);
        using var canvas = new Canvas(20, 10);
        canvas.Image(half, 0, 0, 4, 4);
        canvas.Image(clear, 10, 0, 4, 4);
        using Tensor pixels = canvas.ToTensor();

        Assert.Equal((128, 128, 128), At(pixels, 2, 2));
        Assert.Equal((255, 255, 255), At(pixels, 12, 2));
    }

    [Fact]
    public void Text_leaves_ink_and_is_as_wide_as_measured()
    {
        using var canvas = new Canvas(300, 40);
        var style = new TextStyle(16, Color.Black);
        (double width, double height) = canvas.Measure("confusion", style);
        canvas.Text("confusion", 150, 20, style, TextAnchor.Middle);
        using Tensor pixels = canvas.ToTensor();
        int[] inked = [.. Enumerable.Range(0, 300).Where(x => Enumerable.Range(0, 40).Any(y => At(pixels, x, y).Item1 < 128))];

        Assert.InRange(width, 40, 140);
        Assert.InRange(height, 14, 30);
        Assert.InRange(inked[0], 150 - width / 2 - 2, 150 - width / 2 + 4);
        Assert.InRange(inked[^1], 150 + width / 2 - 4, 150 + width / 2 + 2);
        Assert.True(canvas.Measure("confusion", style with { Size = 32 }).Width > 1.8 * width);
    }

    [Theory]
    [InlineData("Ünïcödé 花 🌼 and a family 👩‍👩‍👧")]
    [InlineData("half a pair \ud83c and a zero \0 and\ta\ntab")]
    [InlineData("")]
    public void Any_text_can_be_drawn_and_shortened(string text)
    {
        using var canvas = new Canvas(200, 40);
        var style = new TextStyle(13, Color.Black);
        canvas.Text(text, 5, 20, style);
        string shorter = canvas.Fit(text, style, 60);

        Assert.True(canvas.Measure(shorter, style).Width <= 60);
        Assert.True(shorter == text || shorter.EndsWith('…'));
    }

    [Fact]
    public void Nothing_is_drawn_outside_a_clipping_until_it_ends()
    {
        using var canvas = new Canvas(20, 20);
        using (canvas.Clip(0, 0, 10, 20))
        {
            canvas.Fill(0, 0, 20, 20, Red);
        }

        using Tensor clipped = canvas.ToTensor();
        canvas.Fill(15, 15, 5, 5, Red);
        using Tensor after = canvas.ToTensor();

        Assert.Equal((255, 0, 0), At(clipped, 9, 10));
        Assert.Equal((255, 255, 255), At(clipped, 10, 10));
        Assert.Equal((255, 0, 0), At(after, 17, 17));
    }

    [Fact]
    public void A_saved_canvas_is_read_back_as_it_was()
    {
        using var folder = new TemporaryFolder();
        using var canvas = new Canvas(50, 20);
        canvas.Text("saved", 5, 10, new TextStyle(12, Red, Bold: true));
        canvas.SavePng(folder.File("canvas.png"));
        using Tensor expected = canvas.ToTensor();
        using Tensor actual = torchvision.io.read_image(folder.File("canvas.png"));

        Assert.Equal(expected.bytes, actual.bytes);
        Assert.Equal(["canvas.png"], folder.Files);
    }

    [Fact]
    public void What_cannot_be_drawn_is_refused()
    {
        using Tensor five = zeros([5, 4, 4], dtype: uint8);
        using var canvas = new Canvas(20, 20);

        Assert.Throws<ArgumentOutOfRangeException>(() => new Canvas(0, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Canvas(20000, 10, scale: 2));
        Assert.Contains("[5, 4, 4]", Assert.Throws<ArgumentException>(() => canvas.Image(five, 0, 0, 4, 4)).Message);
        Assert.Throws<FormatException>(() => Color.FromHex("red"));
        canvas.Dispose();
        canvas.Dispose();
        Assert.Throws<ObjectDisposedException>(() => canvas.Fill(0, 0, 1, 1, Red));
    }

    private static (int, int, int) At(Tensor picture, int x, int y)
    {
        int width = (int)picture.shape[2], plane = (int)picture.shape[1] * width, i = y * width + x;
        ReadOnlySpan<byte> bytes = picture.bytes;
        return (bytes[i], bytes[plane + i], bytes[2 * plane + i]);
    }

    private static Tensor Noise(int channels, int height, int width)
    {
        Tensor picture = zeros([channels, height, width], dtype: uint8);
        new Random(channels).NextBytes(picture.bytes);
        return picture;
    }
}
