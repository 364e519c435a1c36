using System.Text;

namespace Lightning;

/// <summary>A confusion matrix as SVG: rows are the true classes, columns what they were taken for; darker is a greater share of the row.</summary>
internal sealed class SvgMatrix
{
    private const double Cell = 46;

    internal required string Title { get; init; }

    internal required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Counts, row by row.</summary>
    internal required double[,] Counts { get; init; }

    internal string Draw()
    {
        var classes = Classes.Count;
        var label = Math.Min(150, 16 + (Classes.Max(name => name.Length) * 7.0));
        var cell = classes > 20 ? Math.Max(12, Cell * 20 / classes) : Cell;
        var (left, top) = (label + 24, 56 + label);
        var (width, height) = (left + (classes * cell) + 16, top + (classes * cell) + 16);
        var svg = new StringBuilder();
        svg.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {SvgText.Place(width)} {SvgText.Place(height)}\" ");
        svg.Append($"style=\"min-width:0;max-width:{SvgText.Place(Math.Max(width, 320))}px\" role=\"img\" aria-label=\"{SvgText.Escape(Title)}\" ");
        svg.Append("font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"var(--text, #333)\">");
        svg.Append($"<text x=\"8\" y=\"20\" font-size=\"15\" font-weight=\"600\">{SvgText.Escape(Title)}</text>");
        svg.Append($"<text x=\"{SvgText.Place(left)}\" y=\"40\" fill=\"var(--faint, #666)\">taken for →</text>");
        svg.Append($"<text x=\"14\" y=\"{SvgText.Place(top)}\" fill=\"var(--faint, #666)\" text-anchor=\"end\" transform=\"rotate(-90 14 {SvgText.Place(top)})\">← true class</text>");
        for (var row = 0; row < classes; row++)
        {
            var middle = row * cell + (cell / 2) + 4;
            svg.Append($"<text x=\"{SvgText.Place(left - 6)}\" y=\"{SvgText.Place(top + middle)}\" text-anchor=\"end\">{SvgText.Escape(Short(Classes[row]))}</text>");
            var (x, y) = (left + middle, top - 6);
            svg.Append($"<text x=\"{SvgText.Place(x)}\" y=\"{SvgText.Place(y)}\" transform=\"rotate(-90 {SvgText.Place(x)} {SvgText.Place(y)})\">{SvgText.Escape(Short(Classes[row]))}</text>");
            Row(svg, row, cell, left, top);
        }

        return svg.Append("</svg>").ToString();
    }

    private void Row(StringBuilder svg, int row, double cell, double left, double top)
    {
        var total = 0.0;
        for (var column = 0; column < Classes.Count; column++)
        {
            total += Counts[row, column];
        }

        for (var column = 0; column < Classes.Count; column++)
        {
            var count = Counts[row, column];
            var share = total > 0 ? count / total : 0;
            var (x, y) = (left + (column * cell), top + (row * cell));
            svg.Append($"<rect x=\"{SvgText.Place(x)}\" y=\"{SvgText.Place(y)}\" width=\"{SvgText.Place(cell - 1.5)}\" height=\"{SvgText.Place(cell - 1.5)}\" ");
            svg.Append($"fill=\"{(row == column ? "#2a9d6f" : "#c83c4e")}\" fill-opacity=\"{SvgText.Place(0.06 + (0.84 * share))}\">");
            svg.Append($"<title>{SvgText.Escape(Classes[row])} taken for {SvgText.Escape(Classes[column])}: {SvgText.Number(count, 6)} of {SvgText.Number(total, 6)}</title></rect>");
            if (cell >= 30 && count != 0)
            {
                var ink = share > 0.55 ? " fill=\"#fff\"" : "";
                svg.Append($"<text x=\"{SvgText.Place(x + (cell / 2))}\" y=\"{SvgText.Place(y + (cell / 2) + 4)}\" text-anchor=\"middle\"{ink}>{SvgText.Number(count, 5)}</text>");
            }
        }
    }

    private static string Short(string name) => name.Length <= 19 ? name : name[..18] + "…";
}
