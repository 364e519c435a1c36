using System.Globalization;

namespace Torchlight.Drawing;

/// <summary>
/// How often each true class was taken for which class: a row for each true class, with counts and their share of the row.
/// </summary>
public sealed class ConfusionMatrix : Figure
{
    private const double LongestName = 220;
    private const double Slant = 40;
    private static readonly double SlantCosine = Math.Cos(Slant * Math.PI / 180);
    private static readonly double SlantSine = Math.Sin(Slant * Math.PI / 180);

    private readonly string[] classes;
    private readonly long[,] counts;

    /// <summary>Makes the figure of a matrix.</summary>
    /// <param name="classes">The names of the classes.</param>
    /// <param name="counts">How many pictures of class [row] were taken for class [column].</param>
    /// <exception cref="ArgumentException">The sizes differ, there is no class, or a count is negative.</exception>
    public ConfusionMatrix(IReadOnlyList<string> classes, long[,] counts)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(counts);
        if (classes.Count == 0 || counts.GetLength(0) != classes.Count || counts.GetLength(1) != classes.Count)
        {
            throw new ArgumentException(
                $"{classes.Count} classes need a matrix of {classes.Count} x {classes.Count} counts; this one has {counts.GetLength(0)} x {counts.GetLength(1)}.",
                nameof(counts));
        }

        if (counts.Cast<long>().Any(count => count < 0))
        {
            throw new ArgumentException("A count is negative.", nameof(counts));
        }

        this.classes = [.. classes];
        this.counts = (long[,])counts.Clone();
        Title = "Confusion matrix";
    }

    /// <summary>Counts pairs of labels.</summary>
    /// <param name="classes">The names of the classes.</param>
    /// <param name="actual">The true class of each picture, 0 to the number of classes less 1.</param>
    /// <param name="predicted">The predicted class of each picture.</param>
    /// <exception cref="ArgumentException">The lists differ in length or a label names no class.</exception>
    public static ConfusionMatrix FromLabels(IReadOnlyList<string> classes, IReadOnlyList<long> actual, IReadOnlyList<long> predicted)
    {
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(predicted);
        if (actual.Count != predicted.Count)
        {
            throw new ArgumentException($"{actual.Count} true labels and {predicted.Count} predicted ones.", nameof(predicted));
        }

        var counts = new long[classes.Count, classes.Count];
        for (int i = 0; i < actual.Count; i++)
        {
            if (actual[i] < 0 || actual[i] >= classes.Count || predicted[i] < 0 || predicted[i] >= classes.Count)
            {
                throw new ArgumentException($"The labels {actual[i]} and {predicted[i]} at {i} are not both among the {classes.Count} classes.", nameof(actual));
            }

            counts[actual[i], predicted[i]]++;
        }

        return new ConfusionMatrix(classes, counts);
    }

    /// <summary>The share of pictures on the diagonal; not a number if there are none.</summary>
    public double Accuracy => Right / (double)Total;

    private long Total => counts.Cast<long>().Sum();

    private long Right => Enumerable.Range(0, classes.Length).Sum(i => counts[i, i]);

    private double Cell => Math.Clamp(560.0 / classes.Length, 46, 104);

    /// <inheritdoc/>
    public override Canvas Render()
    {
        Subtitle ??= $"{Right} of {Total} right" + (Total == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", accuracy {Accuracy:F3}"));
        using var ruler = new Canvas(1, 1);
        double widest = Math.Min(classes.Max(name => ruler.Measure(name, Theme.Name).Width), LongestName);
        bool slanted = widest > Cell - 8;
        double side = Cell * classes.Length;
        double top = Theme.Margin + HeadHeight + 12;
        double left = Theme.Margin + 26 + widest + 10;
        double under = slanted ? widest * SlantSine + 24 : 28;

        const double ScaleWidth = 84;
        double width = Math.Max(left + side + ScaleWidth + Theme.Margin, ruler.Measure(Subtitle, Theme.Subtitle).Width + 2 * Theme.Margin);
        var canvas = new Canvas(width, top + side + under + 30 + Theme.Margin, Scale);
        DrawHead(canvas);
        DrawCells(canvas, left, top);
        DrawNames(canvas, left, top, widest, slanted);
        DrawScale(canvas, left + side + 24, top, side);
        canvas.Text("predicted", left + side / 2, top + side + under + 16, Theme.Label, TextAnchor.Middle);
        canvas.Text("true", Theme.Margin + 8, top + side / 2, Theme.Label, TextAnchor.Middle, degrees: -90);
        return canvas;
    }

    private static Color Shade(double share) => Theme.Pale.Mix(Theme.Deep, Math.Pow(share, 0.8));

    private void DrawCells(Canvas canvas, double left, double top)
    {
        for (int row = 0; row < classes.Length; row++)
        {
            long total = Enumerable.Range(0, classes.Length).Sum(column => counts[row, column]);
            for (int column = 0; column < classes.Length; column++)
            {
                double share = total == 0 ? 0 : counts[row, column] / (double)total;
                DrawCell(canvas, left + column * Cell, top + row * Cell, counts[row, column], share);
            }
        }
    }

    private void DrawCell(Canvas canvas, double x, double y, long count, double share)
    {
        Color shade = Shade(share);
        canvas.Fill(x + 1, y + 1, Cell - 2, Cell - 2, shade);
        if (count == 0)
        {
            canvas.Text("0", x + Cell / 2, y + Cell / 2, new TextStyle(12, Theme.Faint), TextAnchor.Middle);
            return;
        }

        bool dark = shade.Luminance < 0.6;
        double size = Math.Clamp(Cell / 4.4, 12, 20);
        string text = count.ToString(CultureInfo.InvariantCulture);
        double wide = canvas.Measure(text, new TextStyle(size, Theme.Ink, Bold: true)).Width;
        var number = new TextStyle(size * Math.Min(1, (Cell - 8) / wide), dark ? Color.White : Theme.Ink, Bold: true);
        canvas.Text(text, x + Cell / 2, y + Cell / 2 - size * 0.42, number, TextAnchor.Middle);
        var small = new TextStyle(Math.Clamp(Cell / 7, 9.5, 13), (dark ? Color.White : Theme.Ink).Mix(shade, 0.2));
        canvas.Text(Percent(share), x + Cell / 2, y + Cell / 2 + size * 0.66, small, TextAnchor.Middle);
    }

    /// <summary>Whole percents, but neither 0 of something nor 100 of not everything.</summary>
    internal static string Percent(double share) => Math.Round(share * 100) switch
    {
        0 when share > 0 => "<1%",
        100 when share < 1 => ">99%",
        double percent => percent.ToString("F0", CultureInfo.InvariantCulture) + "%",
    };

    private void DrawNames(Canvas canvas, double left, double top, double widest, bool slanted)
    {
        double bottom = top + Cell * classes.Length;
        for (int i = 0; i < classes.Length; i++)
        {
            string name = canvas.Fit(classes[i], Theme.Name, widest + 1);
            double middle = (i + 0.5) * Cell;
            canvas.Text(name, left - 10, top + middle, Theme.Name, TextAnchor.End);
            if (slanted)
            {
                canvas.Text(name, left + middle + 4 * SlantCosine, bottom + 14, Theme.Name, TextAnchor.End, degrees: -Slant);
            }
            else
            {
                canvas.Text(name, left + middle, bottom + 16, Theme.Name, TextAnchor.Middle);
            }
        }
    }

    private static void DrawScale(Canvas canvas, double x, double top, double side)
    {
        const double Width = 14;
        double height = Math.Min(side, 220);
        const int Steps = 110;
        for (int i = 0; i < Steps; i++)
        {
            double share = 1 - (i + 0.5) / Steps;
            canvas.Fill(x, top + 1 + i * height / Steps, Width, height / Steps + 0.5, Shade(share));
        }

        foreach (int percent in (ReadOnlySpan<int>)[0, 25, 50, 75, 100])
        {
            double y = top + 1 + height * (1 - percent / 100.0);
            canvas.Text($"{percent}%", x + Width + 8, Math.Clamp(y, top + 6, top + height - 4), Theme.Tick);
        }
    }
}
