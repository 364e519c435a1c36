using System.Text;

namespace Lightning;

/// <summary>A table of text: the first column to the left, numbers to the right.</summary>
internal sealed class ProfileTable(string title, string[] header)
{
    private readonly List<string[]> _rows = [header];

    internal void Add(params string[] cells) => _rows.Add(cells);

    public override string ToString()
    {
        var widths = header.Select((_, column) => _rows.Max(row => row[column].Length)).ToArray();
        var line = string.Join("  ", widths.Select(width => new string('-', width)));
        var text = new StringBuilder(title).Append('\n').Append(line).Append('\n');
        foreach (var (index, row) in _rows.Index())
        {
            text.AppendJoin("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column]))).Append('\n');
            text.Append(index == 0 ? $"{line}\n" : "");
        }

        return text.Append(line).ToString();
    }
}
