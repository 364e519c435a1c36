using System.Text;
using Spectre.Console;

namespace Torchlight.Benchmarks;

/// <summary>The outcome, for the terminal and for a file.</summary>
internal static class Table
{
    private static readonly string[] Heads = ["what", "Torchlight", "peer", "figure", "budget", "verdict"];

    private const string Preamble =
        "# Benchmarks\n\nWritten by `./build.sh bench --write`: medians of sides that took turns in one run. Ratios count, not the figures beside them.\n\n";

    private const string Begin = "<!-- measured -->";
    private const string End = "<!-- end of measured -->";

    public static void Print(IEnumerable<Row> rows)
    {
        // In a file or a pipe there is no width to keep to, and no colour to see.
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = 200;
            AnsiConsole.Profile.Capabilities.Ansi = false;
        }

        var table = new Spectre.Console.Table().Border(TableBorder.Rounded);
        foreach (var head in Heads)
        {
            table.AddColumn(head);
        }

        foreach (var row in rows)
        {
            var colour = row.Met switch { true => "green", false => "red", null => "grey" };
            table.AddRow([.. Cells(row)[..^1].Select(Markup.Escape), $"[{colour}]{Verdict(row)}[/]"]);
        }

        AnsiConsole.Write(table);
    }

    public static void Write(IEnumerable<Row> rows, string path)
    {
        File.WriteAllText(path, Preamble + Markdown(rows));
        Console.WriteLine($"written to {path}");
    }

    /// <summary>Puts the table in the place of the one that the file has between two marks.</summary>
    public static void Replace(IEnumerable<Row> rows, string path)
    {
        var text = File.ReadAllText(path);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        if (begin < 0 || end < begin)
        {
            throw new InvalidDataException($"{path} has no place for the table: it lies between the lines {Begin} and {End}");
        }

        File.WriteAllText(path, $"{text[..(begin + Begin.Length)]}\n{Markdown(rows)}{text[end..]}");
        Console.WriteLine($"written to {path}");
    }

    private static string Markdown(IEnumerable<Row> rows)
    {
        var text = new StringBuilder();
        text.Append("| ").AppendJoin(" | ", Heads).Append(" |\n|").AppendJoin('|', Heads.Select(_ => "---")).Append("|\n");
        foreach (var row in rows)
        {
            text.Append("| ").AppendJoin(" | ", Cells(row)).Append(" |\n");
        }

        return text.ToString();
    }

    private static string[] Cells(Row row) => [row.Name, row.Ours, row.Peer, row.Figure, row.Limit, Verdict(row)];

    private static string Verdict(Row row) => row.Met switch { true => "kept", false => "missed", null => "not measured" };
}
