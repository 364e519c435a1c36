using System.Globalization;
using Spectre.Console;

namespace Lightning;

/// <summary>Shows the results of validate and test.</summary>
internal static class EvaluationTable
{
    internal static void Print(string entry, IReadOnlyList<IReadOnlyDictionary<string, double>> results)
    {
        var names = results.SelectMany(result => result.Keys).Distinct().ToList();
        if (names.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumn($"{entry} metric");
        for (var loader = 0; loader < results.Count; loader++)
        {
            table.AddColumn(results.Count == 1 ? "value" : $"loader {loader}", column => column.RightAligned());
        }

        foreach (var name in names)
        {
            string[] cells =
            [
                Markup.Escape(name),
                .. results.Select(result => result.TryGetValue(name, out var value) ? value.ToString("G9", CultureInfo.InvariantCulture) : ""),
            ];
            table.AddRow(cells);
        }

        AnsiConsole.Write(table);
    }
}
