using System.Globalization;
using System.Text;

namespace Lightning;

/// <summary>The report as one page: no file beside it, nothing from a network, no script.</summary>
internal static class ReportPage
{
    private const string Style = """
        :root{color-scheme:light dark;--back:#fff;--card:#f7f8fa;--text:#1f2430;--faint:#5b6475;--grid:#e1e5ec;--axis:#8b94a6;--line:#dfe3ea;--accent:#2f7ed8}
        @media(prefers-color-scheme:dark){:root{--back:#14171d;--card:#1c2028;--text:#e6e9ef;--faint:#9aa4b5;--grid:#2c323d;--axis:#5d6675;--line:#2c323d;--accent:#6aa9ee}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:1400px;padding:24px clamp(12px,3vw,40px) 48px;background:var(--back);color:var(--text);font:15px/1.5 system-ui,sans-serif}
        h1{font-size:1.5rem;margin:0;overflow-wrap:anywhere}h2{font-size:1.1rem;margin:36px 0 12px}
        .facts{color:var(--faint);margin:4px 0 0}.state{font-weight:600;color:var(--accent)}
        .charts{display:grid;gap:16px;grid-template-columns:repeat(auto-fit,minmax(min(100%,430px),1fr))}
        .card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:10px;min-width:0;overflow-x:auto}
        .card svg{display:block;width:100%;min-width:480px;height:auto}
        .scroll{overflow-x:auto}
        table{border-collapse:collapse;min-width:min(100%,480px)}
        th,td{text-align:right;padding:5px 14px 5px 0;border-bottom:1px solid var(--line);white-space:nowrap;font-variant-numeric:tabular-nums}
        th{color:var(--faint);font-weight:600}th:first-child,td:first-child{text-align:left}
        td.text{text-align:left;white-space:pre-wrap;overflow-wrap:anywhere}
        .pictures{display:grid;gap:14px;grid-template-columns:repeat(auto-fill,minmax(min(100%,170px),1fr))}
        figure{margin:0}figure img{width:100%;display:block;border-radius:6px;background:var(--card);image-rendering:auto}
        figure img.small{image-rendering:pixelated}
        figcaption{color:var(--faint);font-size:.85rem;overflow-wrap:anywhere}
        """;

    internal static string Write(ReportContent content)
    {
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        if (content.Status is null)
        {
            page.Append("<meta http-equiv=\"refresh\" content=\"15\">");
        }

        page.Append($"<title>{SvgText.Escape(content.Title)}</title><style>{Style}</style></head><body>\n");
        page.Append($"<header><h1>{SvgText.Escape(content.Title)}</h1><p class=\"facts\"><span class=\"state\">{Status(content.Status)}</span>");
        page.Append($" · {Elapsed(content.Elapsed)} · begun {content.Begun.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}");
        if (content.Epoch is { } epoch)
        {
            page.Append(CultureInfo.InvariantCulture, $" · epoch {epoch}");
        }

        page.Append(CultureInfo.InvariantCulture, $" · step {content.Step}</p></header>\n");
        Charts(page, content.Series);
        Metrics(page, content.Series);
        Matrices(page, content.Matrices);
        Pictures(page, content.Pictures);
        Settings(page, content.HyperParameters);
        return page.Append("</body></html>\n").ToString();
    }

    private static void Charts(StringBuilder page, IReadOnlyList<ReportSeries> series)
    {
        if (series.Count == 0)
        {
            page.Append("<p class=\"facts\">Nothing has been logged yet.</p>\n");
            return;
        }

        page.Append("<h2>Curves</h2><div class=\"charts\">\n");
        foreach (var (title, members) in ReportGroups.Of(series))
        {
            var chart = new SvgChart
            {
                Title = title,
                Lines = [.. members.Select(item => new ChartLine(item.Name, item.Points, Dots: item.Count <= 60))],
                LogY = ReportGroups.SpansMagnitudes(title, members),
            };
            page.Append("<div class=\"card\">").Append(chart.Draw()).Append("</div>\n");
        }

        page.Append("</div>\n");
    }

    private static void Metrics(StringBuilder page, IReadOnlyList<ReportSeries> series)
    {
        if (series.Count == 0)
        {
            return;
        }

        page.Append("<h2>Metrics</h2><div class=\"scroll\"><table><thead><tr><th>name</th><th>last</th><th>least</th><th>at step</th><th>greatest</th><th>at step</th><th>values</th></tr></thead><tbody>\n");
        foreach (var item in series)
        {
            page.Append($"<tr><td>{SvgText.Escape(item.Name)}</td><td>{SvgText.Number(item.Last.Y, 6)}</td>");
            foreach (var extreme in ((double X, double Y)?[])[item.Least, item.Greatest])
            {
                page.Append(extreme is { } point ? $"<td>{SvgText.Number(point.Y, 6)}</td><td>{SvgText.Number(point.X, 9)}</td>" : "<td></td><td></td>");
            }

            page.Append(CultureInfo.InvariantCulture, $"<td>{item.Count}</td></tr>\n");
        }

        page.Append("</tbody></table></div>\n");
    }

    private static void Matrices(StringBuilder page, IEnumerable<SvgMatrix> matrices)
    {
        var open = false;
        foreach (var matrix in matrices)
        {
            page.Append(open ? "" : "<h2>Confusion</h2><div class=\"charts\">\n");
            page.Append("<div class=\"card\">").Append(matrix.Draw()).Append("</div>\n");
            open = true;
        }

        page.Append(open ? "</div>\n" : "");
    }

    private static void Pictures(StringBuilder page, IEnumerable<ReportPicture> pictures)
    {
        foreach (var group in pictures.GroupBy(picture => picture.Tag))
        {
            page.Append($"<h2>{SvgText.Escape(group.Key)}</h2><div class=\"pictures\">\n");
            foreach (var picture in group)
            {
                page.Append($"<figure><img alt=\"{SvgText.Escape(picture.Caption)}\"{(picture.Width < 100 ? " class=\"small\"" : "")} src=\"data:image/png;base64,");
                page.Append(Convert.ToBase64String(picture.Png)).Append($"\"><figcaption>{SvgText.Escape(picture.Caption)}</figcaption></figure>\n");
            }

            page.Append("</div>\n");
        }
    }

    private static void Settings(StringBuilder page, IReadOnlyList<(string Name, string Value)> settings)
    {
        if (settings.Count == 0)
        {
            return;
        }

        page.Append("<h2>Hyperparameters</h2><div class=\"scroll\"><table><tbody>\n");
        foreach (var (name, value) in settings)
        {
            page.Append($"<tr><td>{SvgText.Escape(name)}</td><td class=\"text\">{SvgText.Escape(value)}</td></tr>\n");
        }

        page.Append("</tbody></table></div>\n");
    }

    private static string Status(string? status) => status switch
    {
        null => "running",
        "success" => "finished",
        var other => SvgText.Escape(other),
    };

    private static string Elapsed(TimeSpan time) => time.TotalHours >= 1
        ? $"{(int)time.TotalHours} h {time.Minutes} min"
        : time.TotalMinutes >= 1 ? $"{time.Minutes} min {time.Seconds} s" : time.TotalSeconds.ToString("F1", CultureInfo.InvariantCulture) + " s";
}
