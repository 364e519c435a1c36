using System.Text;

namespace Lightning;

/// <summary>A line chart as SVG. Its colours are the page's (variables of CSS) with fallbacks, so that it also stands alone.</summary>
internal sealed class SvgChart
{
    private const double Width = 640;
    private const double Height = 360;
    private const double Left = 72;
    private const double Right = 16;
    private const double Bottom = 46;
    private const int ReadPoints = 80;
    private static readonly string[] Colors = ["#2f7ed8", "#e0662f", "#2a9d6f", "#b0489c", "#b38600", "#5b6bc8", "#c83c4e", "#3a99a8"];

    internal required string Title { get; init; }

    internal required IReadOnlyList<ChartLine> Lines { get; init; }

    internal string XLabel { get; init; } = "step";

    internal bool LogX { get; init; }

    internal bool LogY { get; init; }

    /// <summary>The x are counts: only whole numbers are written.</summary>
    internal bool WholeX { get; init; } = true;

    /// <summary>A file of its own has paper of its own; in a page it lies on the page's.</summary>
    internal bool Paper { get; init; }

    /// <summary>A point to point out, and what to say of it.</summary>
    internal (double X, double Y, string Label)? Mark { get; init; }

    /// <summary>The whole element; a file of it opens in any browser.</summary>
    internal string Draw()
    {
        var points = Lines.SelectMany(line => line.Points).Where(Shown).ToList();
        var legendRows = Lines.Count > 1 ? LegendRows() : 0;
        var top = 40 + (legendRows * 20);
        var svg = new StringBuilder();
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{SvgText.Escape(Title)}\" ");
        svg.Append("font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"var(--text, #333)\">");
        svg.Append(Paper ? "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>" : "");
        svg.Append($"<text x=\"{Left}\" y=\"22\" font-size=\"15\" font-weight=\"600\">{SvgText.Escape(Title)}</text>");
        if (points.Count == 0)
        {
            return svg.Append($"<text x=\"{Width / 2}\" y=\"{Height / 2}\" text-anchor=\"middle\">no finite values yet</text></svg>").ToString();
        }

        var x = new ChartAxis(points.Min(point => point.X), points.Max(point => point.X), Left, Width - Right, LogX, WholeX);
        var y = new ChartAxis(points.Min(point => point.Y), points.Max(point => point.Y), Height - Bottom, top + 6, LogY, whole: false);
        Frame(svg, x, y, top);
        foreach (var (index, line) in Lines.Index())
        {
            Line(svg, line, Colors[index % Colors.Length], x, y);
        }

        if (Mark is { } mark && Shown((mark.X, mark.Y)))
        {
            var end = x[mark.X] > Width * 0.6;
            svg.Append($"<circle cx=\"{SvgText.Place(x[mark.X])}\" cy=\"{SvgText.Place(y[mark.Y])}\" r=\"5\" fill=\"#c83c4e\"/>");
            svg.Append($"<text x=\"{SvgText.Place(x[mark.X] + (end ? -9 : 9))}\" y=\"{SvgText.Place(y[mark.Y] - 9)}\" font-weight=\"600\" ");
            svg.Append($"text-anchor=\"{(end ? "end" : "start")}\">{SvgText.Escape(mark.Label)}</text>");
        }

        if (legendRows > 0)
        {
            Legend(svg);
        }

        return svg.Append("</svg>").ToString();
    }

    private bool Shown((double X, double Y) point) =>
        double.IsFinite(point.X) && double.IsFinite(point.Y) && (!LogX || point.X > 0) && (!LogY || point.Y > 0);

    private void Frame(StringBuilder svg, ChartAxis x, ChartAxis y, double top)
    {
        svg.Append("<g stroke=\"var(--grid, #ddd)\" stroke-width=\"1\">");
        foreach (var tick in y.Ticks)
        {
            svg.Append($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{SvgText.Place(y[tick])}\" y2=\"{SvgText.Place(y[tick])}\"/>");
        }

        svg.Append($"</g><g stroke=\"var(--axis, #888)\"><line x1=\"{Left}\" x2=\"{Left}\" y1=\"{SvgText.Place(top)}\" y2=\"{Height - Bottom}\"/>");
        svg.Append($"<line x1=\"{Left}\" x2=\"{Width - Right}\" y1=\"{Height - Bottom}\" y2=\"{Height - Bottom}\"/></g><g fill=\"var(--faint, #666)\">");
        foreach (var tick in y.Ticks)
        {
            svg.Append($"<text x=\"{Left - 8}\" y=\"{SvgText.Place(y[tick] + 4)}\" text-anchor=\"end\">{SvgText.Number(tick)}</text>");
        }

        foreach (var tick in x.Ticks)
        {
            svg.Append($"<text x=\"{SvgText.Place(x[tick])}\" y=\"{Height - Bottom + 18}\" text-anchor=\"middle\">{SvgText.Number(tick)}</text>");
        }

        svg.Append($"<text x=\"{SvgText.Place((Left + Width - Right) / 2)}\" y=\"{Height - 8}\" text-anchor=\"middle\">{SvgText.Escape(XLabel)}</text></g>");
    }

    private void Line(StringBuilder svg, ChartLine line, string color, ChartAxis x, ChartAxis y)
    {
        svg.Append($"<path fill=\"none\" stroke=\"{color}\" stroke-width=\"1.8\" stroke-linejoin=\"round\" d=\"");
        var pen = false;
        foreach (var point in line.Points)
        {
            if (!Shown(point))
            {
                pen = false;
                continue;
            }

            svg.Append(pen ? 'L' : 'M').Append(SvgText.Place(x[point.X])).Append(' ').Append(SvgText.Place(y[point.Y]));
            pen = true;
        }

        svg.Append("\"/>");
        var shown = line.Points.Where(Shown).ToList();
        var dots = line.Dots || shown.Count == 1;
        var every = Math.Max(1, shown.Count / ReadPoints);
        for (var i = (shown.Count - 1) % every; i < shown.Count; i += every)
        {
            // What a pointer over the line reads.
            var point = shown[i];
            svg.Append($"<circle cx=\"{SvgText.Place(x[point.X])}\" cy=\"{SvgText.Place(y[point.Y])}\" r=\"{(dots ? "2.6" : "5")}\" fill=\"{color}\"");
            svg.Append(dots ? ">" : " fill-opacity=\"0\">");
            svg.Append($"<title>{SvgText.Escape(line.Name)}: {SvgText.Number(point.Y, 6)} at {SvgText.Escape(XLabel)} {SvgText.Number(point.X)}</title></circle>");
        }
    }

    private int LegendRows()
    {
        var rows = 1;
        var place = Left;
        foreach (var line in Lines)
        {
            if (place + EntryWidth(line) > Width - Right && place > Left)
            {
                rows++;
                place = Left;
            }

            place += EntryWidth(line);
        }

        return rows;
    }

    private void Legend(StringBuilder svg)
    {
        var (place, row) = (Left, 44.0);
        foreach (var (index, line) in Lines.Index())
        {
            if (place + EntryWidth(line) > Width - Right && place > Left)
            {
                (place, row) = (Left, row + 20);
            }

            svg.Append($"<rect x=\"{SvgText.Place(place)}\" y=\"{SvgText.Place(row - 7)}\" width=\"14\" height=\"4\" rx=\"2\" fill=\"{Colors[index % Colors.Length]}\"/>");
            svg.Append($"<text x=\"{SvgText.Place(place + 19)}\" y=\"{SvgText.Place(row)}\">{SvgText.Escape(line.Name)}</text>");
            place += EntryWidth(line);
        }
    }

    // Nobody measures text here; this is wide enough for common letters.
    private static double EntryWidth(ChartLine line) => 36 + (line.Name.Length * 6.8);
}
