using System.Globalization;
using Torchlight.ApiReport.Lists;

namespace Torchlight.ApiReport.Report;

/// <summary>The coverage as lines for a terminal.</summary>
internal static class ConsoleReport
{
    private const string Header = "                                            names                                signatures";
    private const string Columns = "area                                        listed  present      %  left out  open    listed      fit      %  left out  open";

    /// <summary>A line for each area, then the totals.</summary>
    public static IEnumerable<string> Table(Coverage coverage) =>
    [
        Header,
        Columns,
        .. coverage.Areas.Where(area => PeerLists.IsCounted(area.Area)).Select(Line),
        Line(coverage.Counted),
        "beside them:",
        .. coverage.Areas.Where(area => !PeerLists.IsCounted(area.Area)).Select(Line),
    ];

    /// <summary>What is missing in the areas whose name starts so.</summary>
    public static IEnumerable<string> MissingIn(Coverage coverage, string area) =>
    [
        .. coverage.MissingNames.Where(item => IsIn(item, area)).Select(item => $"name       {item.Type} {item.What}{Reason(item)}"),
        .. coverage.MissingSignatures.Where(item => IsIn(item, area)).Select(item => $"signature  {item.What}{Reason(item)}\n             {item.Problem}"),
    ];

    private static bool IsIn(Missing item, string area) => item.Area.StartsWith(area, StringComparison.OrdinalIgnoreCase);

    private static string Reason(Missing item) => item.Reason is null ? "" : $"\n             left out: {item.Reason}";

    private static string Line(AreaCoverage area) => string.Create(
        CultureInfo.InvariantCulture,
        $"{area.Area,-42}{Cells(area.Names)}  {Cells(area.Signatures)}");

    private static string Cells(Tally tally) => string.Create(
        CultureInfo.InvariantCulture,
        $"{tally.Listed,8}{tally.Present,9}{Floor(tally.Percent),7:0.0}{tally.LeftOut,10}{tally.Open,6}");

    // Never rounded up: 98.0 means at least 98.
    private static double Floor(double percent) => Math.Floor(percent * 10) / 10;
}
