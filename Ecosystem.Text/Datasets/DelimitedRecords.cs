using System.Text;

namespace TorchSharp.Modules;

/// <summary>
/// The records of a file of delimited fields (CSV, TSV), by the rules of Python's <c>csv.reader</c>: a quote opens a field only at its beginning, two
/// quotes inside stand for one, line ends inside are kept, and what follows a closing quote belongs to the field.
/// </summary>
internal sealed class DelimitedRecords : IDisposable
{
    private const int LongestField = 1 << 27;

    private readonly string file;
    private readonly TextLines lines;
    private readonly char delimiter;
    private readonly char? quote;
    private readonly StringBuilder field = new();
    private readonly List<string> fields = [];

    /// <param name="file">The path.</param>
    /// <param name="decoding">How its bytes become text.</param>
    /// <param name="delimiter">What stands between fields.</param>
    /// <param name="quote">What fields with delimiters or line ends stand in; null where quotes are plain characters.</param>
    public DelimitedRecords(string file, TextDecoding decoding, char delimiter, char? quote)
    {
        (this.file, this.delimiter, this.quote) = (file, delimiter, quote);
        lines = new TextLines(file, decoding);
    }

    /// <summary>The line where the record read last begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The next record, or null behind the last. Empty lines are no records.</summary>
    /// <exception cref="TextFileException">A quote is never closed, or the text is malformed.</exception>
    public string[]? Read()
    {
        string? line;
        do
        {
            line = lines.Read();
            if (line is null)
            {
                return null;
            }
        }
        while (line.Length == 0);
        Line = lines.Number;
        fields.Clear();
        for (var at = 0; at >= 0;)
        {
            at = quote is { } mark && at < line.Length && line[at] == mark ? Quoted(ref line, at + 1, mark) : Plain(line, at);
        }
        return [.. fields];
    }

    public void Dispose() => lines.Dispose();

    // Takes a field from its first character on; the result is where the next one begins, or -1 behind the last.
    private int Plain(string line, int at)
    {
        var end = line.IndexOf(delimiter, at);
        fields.Add(end < 0 ? line[at..] : line[at..end]);
        return end < 0 ? -1 : end + 1;
    }

    private int Quoted(ref string line, int at, char mark)
    {
        field.Clear();
        var opened = lines.Number;
        while (true)
        {
            var close = line.IndexOf(mark, at);
            if (close < 0)
            {
                field.Append(line, at, line.Length - at).Append(lines.Terminator);
                line = (field.Length <= LongestField ? lines.Read() : null) ?? throw Unclosed(opened);
                at = 0;
            }
            else if (close + 1 < line.Length && line[close + 1] == mark)
            {
                field.Append(line, at, close + 1 - at);
                at = close + 2;
            }
            else
            {
                field.Append(line, at, close - at);
                var end = line.IndexOf(delimiter, close + 1);
                field.Append(line, close + 1, (end < 0 ? line.Length : end) - close - 1);
                fields.Add(field.ToString());
                return end < 0 ? -1 : end + 1;
            }
        }
    }

    // An unclosed quote would otherwise take the whole rest of a large file into one field.
    private TextFileException Unclosed(long line) => new(
        file, line, "the quote that opens a field here is never closed. Close it, or pass quotechar: null if quotes are plain characters.");
}
