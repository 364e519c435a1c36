namespace Torchlight.Drawing;

/// <summary>The rectangle of a chart in which data are drawn, with its axes: from values to places.</summary>
internal sealed class PlotArea
{
    private const double TickGap = 8;
    private const double LabelHeight = 24;

    private readonly AxisTicks horizontal;
    private readonly AxisTicks vertical;
    private readonly bool logarithmic;

    private PlotArea(double left, double top, double width, double height, AxisTicks horizontal, AxisTicks vertical, bool logarithmic)
    {
        (Left, Top, Width, Height) = (left, top, width, height);
        (this.horizontal, this.vertical, this.logarithmic) = (horizontal, vertical, logarithmic);
    }

    internal double Left { get; }

    internal double Top { get; }

    internal double Width { get; }

    internal double Height { get; }

    private double Right => Left + Width;

    private double Bottom => Top + Height;

    /// <summary>Leaves room for the labels that the values need and gives the rest to the data.</summary>
    internal static PlotArea Arrange(Canvas canvas, double top, (double X, double Y)[] points, LineChart chart)
    {
        double bottom = canvas.Height - Theme.Margin - (chart.XLabel is null ? 0 : LabelHeight) - 20;
        double height = Math.Max(bottom - top, 40);
        (double low, double high) = chart.YRange ?? (points.Min(p => p.Y), points.Max(p => p.Y));
        int rows = Math.Max(2, (int)(height / 40));
        AxisTicks vertical = chart.LogY ? AxisTicks.Logarithmic(low, high, rows) : AxisTicks.Linear(low, high, rows, widen: chart.YRange is null);

        double labels = vertical.Labels.Max(label => canvas.Measure(label, Theme.Tick).Width);
        double left = Theme.Margin + (chart.YLabel is null ? 0 : LabelHeight) + labels + TickGap;
        double width = Math.Max(canvas.Width - Theme.Margin - left, 40);
        AxisTicks horizontal = HorizontalTicks(canvas, points, width);
        return new PlotArea(left, top, width, height, horizontal, vertical, chart.LogY);
    }

    internal double X(double value) => Left + (value - horizontal.Low) / (horizontal.High - horizontal.Low) * Width;

    internal double Y(double value)
    {
        double share = logarithmic
            ? Math.Log(value / vertical.Low) / Math.Log(vertical.High / vertical.Low)
            : (value - vertical.Low) / (vertical.High - vertical.Low);
        return Bottom - share * Height;
    }

    internal void DrawAxes(Canvas canvas, string? xLabel, string? yLabel)
    {
        for (int i = 0; i < vertical.Values.Count; i++)
        {
            double y = Y(vertical.Values[i]);
            canvas.Line(Left, y, Right, y, Theme.GridLine);
            canvas.Text(vertical.Labels[i], Left - TickGap, y, Theme.Tick, TextAnchor.End);
        }

        canvas.Line(Left, Bottom, Right, Bottom, Theme.Axis, 1.2);
        for (int i = 0; i < horizontal.Values.Count; i++)
        {
            double x = X(horizontal.Values[i]);
            canvas.Line(x, Bottom, x, Bottom + 5, Theme.Axis, 1.2);
            canvas.Text(horizontal.Labels[i], x, Bottom + 16, Theme.Tick, TextAnchor.Middle);
        }

        if (xLabel is not null)
        {
            canvas.Text(canvas.Fit(xLabel, Theme.Label, Width), Left + Width / 2, Bottom + 40, Theme.Label, TextAnchor.Middle);
        }

        if (yLabel is not null)
        {
            canvas.Text(canvas.Fit(yLabel, Theme.Label, Height), Theme.Margin + 4, Top + Height / 2, Theme.Label, TextAnchor.Middle, degrees: -90);
        }
    }

    /// <summary>As many marks as stand side by side without touching.</summary>
    private static AxisTicks HorizontalTicks(Canvas canvas, (double X, double Y)[] points, double width)
    {
        double low = points.Min(p => p.X), high = points.Max(p => p.X);
        bool whole = points.All(p => p.X % 1 == 0);
        AxisTicks ticks;
        int count = Math.Max(2, (int)(width / 56));
        do
        {
            ticks = AxisTicks.Linear(low, high, count, whole, widen: false);
            count--;
        }
        while (count >= 1 && !Apart(canvas, ticks, width));
        return ticks;
    }

    private static bool Apart(Canvas canvas, AxisTicks ticks, double width)
    {
        const double Space = 14;
        if (ticks.Values.Count < 2)
        {
            return true;
        }

        double distance = (ticks.Values[1] - ticks.Values[0]) / (ticks.High - ticks.Low) * width;
        return ticks.Labels.Max(label => canvas.Measure(label, Theme.Tick).Width) + Space <= distance;
    }
}
