namespace Torchlight.Drawing;

/// <summary>Lines over a common axis: loss and accuracy by epoch, a learning rate by step.</summary>
public sealed class LineChart : Figure
{
    private const double LegendRow = 22;
    private const double Swatch = 22;
    private const int MostMarkers = 40;

    private readonly List<LineSeries> series = [];

    /// <summary>Width in units of drawing.</summary>
    public double Width { get; set; } = 860;

    /// <summary>Height in units of drawing.</summary>
    public double Height { get; set; } = 500;

    /// <summary>What the horizontal axis shows; null for nothing.</summary>
    public string? XLabel { get; set; }

    /// <summary>What the vertical axis shows; null for nothing.</summary>
    public string? YLabel { get; set; }

    /// <summary>Whether the vertical axis is logarithmic; values that are not above 0 are left out.</summary>
    public bool LogY { get; set; }

    /// <summary>The ends of the vertical axis; null to fit the values.</summary>
    public (double Low, double High)? YRange { get; set; }

    /// <summary>The lines, in the order of the legend.</summary>
    public IReadOnlyList<LineSeries> Series => series;

    /// <summary>Adds a line. Values that are not finite leave gaps.</summary>
    /// <param name="name">What the legend calls it.</param>
    /// <param name="points">Its points, from left to right.</param>
    /// <param name="color">Its colour; null for the next of the palette.</param>
    /// <returns>This chart.</returns>
    public LineChart Add(string name, IEnumerable<(double X, double Y)> points, Color? color = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(points);
        series.Add(new LineSeries(name, [.. points], color));
        return this;
    }

    /// <summary>Adds a line with a value for each of 0, 1, 2 and so on.</summary>
    /// <param name="name">What the legend calls it.</param>
    /// <param name="values">The values.</param>
    /// <param name="color">Its colour; null for the next of the palette.</param>
    /// <returns>This chart.</returns>
    public LineChart Add(string name, IEnumerable<double> values, Color? color = null) =>
        Add(name, values.Select((value, i) => ((double)i, value)), color);

    /// <inheritdoc/>
    public override Canvas Render()
    {
        var canvas = new Canvas(Width, Height, Scale);
        DrawHead(canvas);
        double top = DrawLegend(canvas, Theme.Margin + HeadHeight) + 10;
        var points = series.SelectMany(line => line.Points).Where(Shown).ToArray();
        if (points.Length == 0)
        {
            canvas.Text("no data", Width / 2, (top + Height) / 2, Theme.Subtitle, TextAnchor.Middle);
            return canvas;
        }

        PlotArea plot = PlotArea.Arrange(canvas, top, points, this);
        plot.DrawAxes(canvas, XLabel, YLabel);
        using (canvas.Clip(plot.Left - 6, plot.Top - 6, plot.Width + 12, plot.Height + 12))
        {
            for (int i = 0; i < series.Count; i++)
            {
                DrawLine(canvas, plot, i);
            }
        }

        return canvas;
    }

    private bool Shown((double X, double Y) point) => double.IsFinite(point.X) && double.IsFinite(point.Y) && (!LogY || point.Y > 0);

    private Color ColorOf(int index) => series[index].Color ?? Theme.ForSeries(index);

    private void DrawLine(Canvas canvas, PlotArea plot, int index)
    {
        (double X, double Y)[] places = [.. series[index].Points.Select(p => Shown(p) ? (plot.X(p.X), plot.Y(p.Y)) : (double.NaN, double.NaN))];
        canvas.Polyline(places, ColorOf(index), 2, Theme.DashFor(index));
        for (int i = 0; i < places.Length; i++)
        {
            // A point without neighbours would not show as a line.
            bool alone = (i == 0 || double.IsNaN(places[i - 1].X)) && (i == places.Length - 1 || double.IsNaN(places[i + 1].X));
            if (!double.IsNaN(places[i].X) && (alone || places.Length <= MostMarkers))
            {
                canvas.Circle(places[i].X, places[i].Y, 3.2, ColorOf(index), Color.White, 1.2);
            }
        }
    }

    /// <summary>Names in rows under the head, as many side by side as fit; returns where they end.</summary>
    private double DrawLegend(Canvas canvas, double y)
    {
        double x = Theme.Margin, right = Width - Theme.Margin;
        for (int i = 0; i < series.Count; i++)
        {
            string name = canvas.Fit(series[i].Name, Theme.Name, right - Theme.Margin - Swatch - 8);
            double width = Swatch + 8 + canvas.Measure(name, Theme.Name).Width;
            if (x > Theme.Margin && x + width > right)
            {
                x = Theme.Margin;
                y += LegendRow;
            }

            canvas.Polyline([(x + 2, y + 8), (x + Swatch, y + 8)], ColorOf(i), 3, Theme.DashFor(i));
            canvas.Text(name, x + Swatch + 8, y + 8, Theme.Name);
            x += width + 24;
        }

        return series.Count == 0 ? y : y + LegendRow;
    }
}
