using System.Globalization;
using System.Text;
using Torchlight.ApiReport.Lists;

namespace Torchlight.ApiReport.Report;

/// <summary>The coverage as a page: figures for each area, then what is missing and why.</summary>
internal static class MarkdownReport
{
    public static string Write(Coverage coverage)
    {
        var text = new StringBuilder($"""
            # TorchSharp's public surface, here

            Written by `./build.sh api --write`. A name is one member of one type, all its overloads together. A signature fits when the C# compiler
            accepts its callers: every argument by position, every argument by name, none that has a default, each that has one alone by name; the
            result goes to a variable of the listed type. "Left out" has a reason (`Bindings/ApiReport/left-out.tsv`) and counts as missing in the
            percentages; "open" is missing without one.

            Aims: {Coverage.NamesAim} % of the names and {Coverage.SignaturesAim} % of the signatures in the areas that count.

            | area | names | here | % | left out | open | signatures | fit | % | left out | open |
            |---|---|---|---|---|---|---|---|---|---|---|

            """);
        Rows(text, coverage.Areas.Where(area => PeerLists.IsCounted(area.Area)));
        Rows(text, [coverage.Counted]);
        text.Append("\nBeside them, counted with the libraries they belong to:\n\n| area | names | here | % | left out | open | signatures | fit | % | left out | open |\n|---|---|---|---|---|---|---|---|---|---|---|\n");
        Rows(text, coverage.Areas.Where(area => !PeerLists.IsCounted(area.Area)));

        text.Append("\n## What is missing in the areas that count\n");
        foreach (var area in coverage.Areas.Where(area => PeerLists.IsCounted(area.Area)))
        {
            MissingIn(text, coverage, area.Area);
        }

        return text.ToString();
    }

    private static void MissingIn(StringBuilder text, Coverage coverage, string area)
    {
        Missing[] names = [.. coverage.MissingNames.Where(item => item.Area == area)];
        Missing[] signatures = [.. coverage.MissingSignatures.Where(item => item.Area == area)];
        if (names.Length + signatures.Length == 0)
        {
            return;
        }

        text.Append($"\n### {area}\n");
        if (names.Length > 0)
        {
            text.Append("\n| type | names missing | reason |\n|---|---|---|\n");
            foreach (var group in names.GroupBy(item => (item.Type, item.Reason)))
            {
                text.Append($"| `{Cell(group.Key.Type)}` | {string.Join(", ", group.Select(item => Cell(item.What)))} | {group.Key.Reason ?? "open"} |\n");
            }
        }

        // Where the name itself is missing, so are its signatures.
        var missingNames = names.Select(item => (item.Type, item.Member)).ToHashSet();
        signatures = [.. signatures.Where(item => !missingNames.Contains((item.Type, item.Member)))];
        if (signatures.Length > 0)
        {
            text.Append("\n| signature | what its callers meet | reason |\n|---|---|---|\n");
            foreach (var item in signatures)
            {
                text.Append($"| `{Cell(item.What)}` | {Cell(item.Problem)} | {item.Reason ?? "open"} |\n");
            }
        }
    }

    private static void Rows(StringBuilder text, IEnumerable<AreaCoverage> areas)
    {
        foreach (var area in areas)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {area.Area} | {Cells(area.Names)} | {Cells(area.Signatures)} |\n");
        }
    }

    private static string Cells(Tally tally) => string.Create(
        CultureInfo.InvariantCulture,
        $"{tally.Listed} | {tally.Present} | {Math.Floor(tally.Percent * 10) / 10:0.0} | {tally.LeftOut} | {tally.Open}");

    private static string Cell(string text) => text.Replace("|", "\\|");
}
