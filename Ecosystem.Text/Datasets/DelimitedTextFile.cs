using System.Collections;
using System.Globalization;
using System.Text;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// A file of delimited records (CSV, TSV), read when the data set is made, by the rules of Python's <c>csv.reader</c>: fields with delimiters, quotes
/// or line ends in them stand in quotes. A sample is one record's fields. Empty lines are no records.
/// </summary>
public sealed class DelimitedTextFile : utils.data.Dataset<string[]>, IEnumerable<string[]>
{
    private readonly List<string[]> records = [];

    /// <param name="path">The file.</param>
    /// <param name="delimiter">What stands between fields; a tab if null and the name ends in .tsv or .tab, else a comma.</param>
    /// <param name="header">Whether the first record names the columns.</param>
    /// <param name="quotechar">What fields with delimiters or line ends stand in; null where quotes are plain characters.</param>
    /// <param name="encoding">How the file's bytes become text; UTF-8 if null. A mark of the encoding at the beginning is skipped.</param>
    /// <param name="errors">What happens with bytes that are no text: "strict" throws, "replace" puts U+FFFD there, "ignore" leaves them out.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="TextFileException">
    /// A record has another number of fields than the first, a quote is never closed, or the bytes are malformed; the message says in which line.
    /// </exception>
    public DelimitedTextFile(
        string path, char? delimiter = null, bool header = false, char? quotechar = '"', Encoding? encoding = null, string errors = "strict")
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        this.path = path;
        var between = delimiter ?? (HasTabs(path) ? '\t' : ',');
        if (between is '\n' or '\r' || between == quotechar)
        {
            throw new ArgumentException($"The delimiter can be no line end and not the quote.", nameof(delimiter));
        }
        using var reader = new DelimitedRecords(path, TextDecoding.Create(encoding, errors), between, quotechar);
        if (header)
        {
            columns = reader.Read() ?? throw new TextFileException(path, 1, "the file is empty where its first record should name the columns.");
        }
        var width = columns?.Count;
        while (reader.Read() is { } record)
        {
            width ??= record.Length;
            if (record.Length != width)
            {
                throw new TextFileException(path, reader.Line, $"the record has {record.Length} field(s) where the first has {width}.");
            }
            records.Add(record);
        }
        this.width = width ?? 0;
    }

    /// <summary>The file.</summary>
    public string path { get; }

    /// <summary>The names of the columns, or null where the file has no header.</summary>
    public IReadOnlyList<string>? columns { get; }

    /// <summary>How many fields every record has; 0 in an empty file.</summary>
    public int width { get; }

    /// <inheritdoc/>
    public override long Count => records.Count;

    /// <summary>One record.</summary>
    /// <param name="index">From 0 to <see cref="Count"/> - 1.</param>
    public override string[] GetTensor(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return records[(int)index];
    }

    /// <summary>All records, in order.</summary>
    public IEnumerator<string[]> GetEnumerator() => records.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The records as texts with labels.</summary>
    /// <param name="text">The number of the column with the texts, from 0.</param>
    /// <param name="label">The number of the column with the classes.</param>
    /// <returns>
    /// Labels count from 0 in the order of the classes: by value if all are whole numbers, else in ordinal order of their names.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such column.</exception>
    public LabelledTextList labelled(int text, int label)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(text);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(text, width);
        ArgumentOutOfRangeException.ThrowIfNegative(label);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(label, width);
        string[] names = [.. records.Select(record => record[label]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (Array.TrueForAll(names, name => long.TryParse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)))
        {
            names = [.. names.OrderBy(name => long.Parse(name, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))];
        }
        var numbers = names.Select((name, number) => (name, number)).ToDictionary(entry => entry.name, entry => (long)entry.number, StringComparer.Ordinal);
        return new LabelledTextList(records.Select(record => (numbers[record[label]], record[text])), names);
    }

    /// <summary>The records as texts with labels, by the names of their columns.</summary>
    /// <param name="text">The column with the texts.</param>
    /// <param name="label">The column with the classes.</param>
    /// <returns>As for <see cref="labelled(int, int)"/>.</returns>
    /// <exception cref="ArgumentException">The file has no header, or no such column.</exception>
    public LabelledTextList labelled(string text, string label) => labelled(ColumnOf(text), ColumnOf(label));

    private int ColumnOf(string name)
    {
        if (columns is null)
        {
            throw new ArgumentException($"{path} was read without a header: pass header: true, or the columns' numbers.");
        }
        for (var column = 0; column < columns.Count; column++)
        {
            if (columns[column] == name)
            {
                return column;
            }
        }
        throw new ArgumentException($"{path} has no column \"{name}\"; it has {string.Join(", ", columns.Select(column => $"\"{column}\""))}.");
    }

    private static bool HasTabs(string path) =>
        path.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".tab", StringComparison.OrdinalIgnoreCase);
}
