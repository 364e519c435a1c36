using Torchlight.Drawing;
using TorchSharp;
using Vision.Tests.IO;
using static TorchSharp.torch;

namespace Vision.Tests.Drawing;

public class FigureTests
{
    [Fact]
    public void A_chart_has_its_size_and_shows_its_lines_in_their_colours()
    {
        var chart = new LineChart { Title = "Loss", XLabel = "epoch", YLabel = "loss", Width = 500, Height = 300, Scale = 1 };
        chart.Add("train", [2.0, 1.0, 0.5, 0.3], Color.FromHex("#FF0000")).Add("validation", [2.1, 1.2, 0.9, 0.8], Color.FromHex("#0000FF"));
        using Canvas canvas = chart.Render();
        using Tensor picture = canvas.ToTensor();

        Assert.Equal([3, 300, 500], picture.shape);
        Assert.True(Pixels(picture, (255, 0, 0)) > 300);
        Assert.True(Pixels(picture, (0, 0, 255)) > 300);
        Assert.Equal(2, chart.Series.Count);
    }

    [Fact]
    public void A_logarithmic_chart_leaves_out_what_has_no_logarithm()
    {
        var chart = new LineChart { LogY = true, Scale = 1, Width = 300, Height = 200 };
        chart.Add("rate", [0, -1, double.NaN, 1e-3, 1e-5], Color.FromHex("#FF0000"));
        using Canvas canvas = chart.Render();
        using Tensor picture = canvas.ToTensor();

        Assert.True(Pixels(picture, (255, 0, 0)) > 50);
    }

    [Fact]
    public void A_chart_without_values_says_so()
    {
        using Canvas empty = new LineChart { Scale = 1 }.Render();
        using Canvas gaps = new LineChart { Scale = 1 }.Add("none", [double.NaN, double.PositiveInfinity]).Render();
        using Tensor picture = empty.ToTensor();
        using Tensor other = gaps.ToTensor();

        Assert.True(Dark(picture) > 20);
        Assert.True(Dark(other) > 20);
    }

    [Fact]
    public void Lines_outside_a_given_range_stay_inside_the_chart()
    {
        var chart = new LineChart { Title = "Accuracy", Scale = 1, Width = 300, Height = 200, YRange = (0, 1) };
        chart.Add("wild", [0.5, 50, -50, 0.5], Color.FromHex("#FF0000"));
        using Canvas canvas = chart.Render();
        using Tensor picture = canvas.ToTensor();
        using Tensor border = picture[TensorIndex.Colon, TensorIndex.Slice(0, 20), TensorIndex.Colon];
        using Tensor copy = border.contiguous();

        Assert.Equal(0, Pixels(copy, (255, 0, 0)));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(20)]
    public void A_matrix_grows_with_its_classes_and_with_their_names(int classes)
    {
        var counts = new long[classes, classes];
        for (int i = 0; i < classes; i++)
        {
            counts[i, i] = 10 * i;
        }

        using Canvas small = new ConfusionMatrix([.. Enumerable.Range(0, classes).Select(i => $"{i}")], counts).Render();
        using Canvas large = new ConfusionMatrix([.. Enumerable.Range(0, classes).Select(i => $"the {i}th of the classes, with a name beyond all measure")], counts).Render();

        Assert.True(small.Width > classes * 40 && small.Height > classes * 40);
        Assert.InRange(large.Width - small.Width, 20, 260);
        using Tensor picture = small.ToTensor();
        Assert.True(Dark(picture) > 100);
    }

    [Fact]
    public void A_matrix_counts_pairs_of_labels()
    {
        ConfusionMatrix matrix = ConfusionMatrix.FromLabels(["a", "b"], [0, 0, 1, 1, 1], [0, 1, 1, 1, 0]);

        Assert.Equal(0.6, matrix.Accuracy, 12);
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.FromLabels(["a"], [0], [1]));
        Assert.Throws<ArgumentException>(() => ConfusionMatrix.FromLabels(["a"], [0, 0], [0]));
        Assert.Throws<ArgumentException>(() => new ConfusionMatrix(["a"], new long[2, 2]));
        Assert.Throws<ArgumentException>(() => new ConfusionMatrix(["a"], new long[,] { { -1 } }));
        Assert.Throws<ArgumentException>(() => new ConfusionMatrix([], new long[0, 0]));
    }

    [Fact]
    public void A_matrix_without_pictures_can_be_drawn()
    {
        using Canvas canvas = new ConfusionMatrix(["a", "b", "c"], new long[3, 3]).Render();
        Assert.True(canvas.Width > 100);
    }

    [Theory]
    [InlineData(0.0, "0%")]
    [InlineData(0.001, "<1%")]
    [InlineData(0.5, "50%")]
    [InlineData(0.999, ">99%")]
    [InlineData(1.0, "100%")]
    public void Percents_do_not_round_something_away(double share, string expected) => Assert.Equal(expected, ConfusionMatrix.Percent(share));

    [Theory]
    [InlineData(0, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 1)]
    [InlineData(9, 3)]
    public void A_grid_has_a_row_for_every_four_pictures(int count, int rows)
    {
        using Tensor picture = full([3, 20, 30], 0.25);
        var grid = new ImageGrid { Columns = 4, TileSize = 100, Scale = 1 };
        for (int i = 0; i < count; i++)
        {
            grid.AddPrediction(picture, i % 2 == 0 ? "tulip" : "a rose by any other name", "tulip", 0.98);
        }

        using Canvas canvas = grid.Render();
        Assert.Equal(count, grid.Count);
        Assert.InRange(canvas.Height, rows * (count == 0 ? 40 : 100), rows * 200 + 60);
        using Tensor drawn = canvas.ToTensor();
        Assert.Equal(count > 0, Pixels(drawn, (64, 64, 64)) > 1000);
        Assert.Equal(count > 0, Pixels(drawn, (Color.Good.R, Color.Good.G, Color.Good.B)) > 100);
        Assert.Equal(count > 1, Pixels(drawn, (Color.Bad.R, Color.Bad.G, Color.Bad.B)) > 100);
    }

    [Fact]
    public void A_grid_keeps_its_pictures_after_the_tensors_are_gone()
    {
        var grid = new ImageGrid { Scale = 1 };
        using (Tensor picture = full([1, 8, 8], 0.25))
        {
            grid.Add(picture, new Caption("first"), new Caption("second", Color.Bad));
        }

        using Canvas canvas = grid.Render();
        using Tensor drawn = canvas.ToTensor();
        Assert.True(Pixels(drawn, (64, 64, 64)) > 1000);
    }

    [Fact]
    public void A_figure_is_drawn_the_same_twice_and_saved_whole()
    {
        using var folder = new TemporaryFolder();
        var chart = new LineChart { Title = "Twice", Subtitle = "the same" };
        chart.Add("x", Enumerable.Range(0, 100).Select(i => Math.Sin(i / 7.0)));
        chart.Save(folder.File("a.png"));
        chart.Save(folder.File("b.png"));

        Assert.Equal(File.ReadAllBytes(folder.File("a.png")), File.ReadAllBytes(folder.File("b.png")));
    }

    private static int Pixels(Tensor picture, (int R, int G, int B) color) => Count(picture, (r, g, b) => (r, g, b) == color);

    private static int Dark(Tensor picture) => Count(picture, (r, g, b) => r + g + b < 450);

    private static int Count(Tensor picture, Func<int, int, int, bool> wanted)
    {
        byte[] bytes = picture.bytes.ToArray();
        int plane = bytes.Length / 3;
        return Enumerable.Range(0, plane).Count(i => wanted(bytes[i], bytes[plane + i], bytes[2 * plane + i]));
    }
}
