using System.Collections;
using System.Globalization;
using System.Text;

namespace TorchSharp;

public static partial class torch
{
    public static partial class profiler
    {
        /// <summary>Calls summed up by name, and their table (what Python's <c>key_averages</c> gives).</summary>
        public sealed class EventAverages : IReadOnlyList<FunctionEventAvg>
        {
            private readonly List<FunctionEventAvg> rows;

            private EventAverages(List<FunctionEventAvg> rows) => this.rows = rows;

            /// <inheritdoc/>
            public int Count => rows.Count;

            /// <summary>How long everything took, without counting anything twice.</summary>
            public double self_cpu_time_total => rows.Sum(row => row.self_cpu_time_total);

            /// <inheritdoc/>
            public FunctionEventAvg this[int index] => rows[index];

            /// <summary>The rows as a table of text.</summary>
            /// <param name="sort_by">
            /// The column, largest first: count, cpu_time, cpu_time_total, self_cpu_time_total, cpu_memory_usage or self_cpu_memory_usage; null for the
            /// order of the first calls.
            /// </param>
            /// <param name="row_limit">How many rows at most; default 100, -1 for all.</param>
            /// <param name="max_name_column_width">How much of a name is shown; default 55.</param>
            /// <param name="header">A line above; default none.</param>
            /// <exception cref="ArgumentException">There is no such column.</exception>
            public string table(string? sort_by = null, int row_limit = 100, int max_name_column_width = 55, string? header = null)
            {
                List<FunctionEventAvg> shown = sort_by is null ? rows : [.. rows.OrderByDescending(Column(sort_by))];
                if (row_limit >= 0 && shown.Count > row_limit)
                {
                    shown = shown[..row_limit];
                }

                bool memory = rows.Exists(row => row.cpu_memory_usage != 0);
                bool shapes = rows.Exists(row => row.input_shapes.Length > 0);
                double whole = Math.Max(self_cpu_time_total, double.Epsilon);
                string[] titles =
                [
                    "Name", "Self CPU %", "Self CPU", "CPU total %", "CPU total", "CPU time avg", .. memory ? ["CPU Mem", "Self CPU Mem"] : Array.Empty<string>(),
                    "# of Calls", .. shapes ? ["Input Shapes"] : Array.Empty<string>(),
                ];
                List<string[]> cells =
                [
                    titles,
                    .. shown.Select(row => (string[])
                    [
                        Cut(row.key, max_name_column_width), Percent(row.self_cpu_time_total / whole), Time(row.self_cpu_time_total),
                        Percent(row.cpu_time_total / whole), Time(row.cpu_time_total), Time(row.cpu_time),
                        .. memory ? [Bytes(row.cpu_memory_usage), Bytes(row.self_cpu_memory_usage)] : Array.Empty<string>(),
                        row.count.ToString(CultureInfo.InvariantCulture), .. shapes ? [row.input_shapes] : Array.Empty<string>(),
                    ]),
                ];
                return Draw(cells, header);
            }

            /// <inheritdoc/>
            public override string ToString() => table();

            /// <inheritdoc/>
            public IEnumerator<FunctionEventAvg> GetEnumerator() => rows.GetEnumerator();

            IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

            internal static EventAverages Of(IReadOnlyList<FunctionEvent> events, bool byShape) => new(
            [
                .. events.GroupBy(call => (call.name, Shapes: byShape ? call.input_shapes : "")).Select(group => new FunctionEventAvg(
                    group.Key.name, group.Key.Shapes, group.Count(), group.Sum(call => call.cpu_time_total),
                    group.Sum(call => call.self_cpu_time_total), group.Sum(call => call.cpu_memory_usage),
                    group.Sum(call => call.self_cpu_memory_usage))),
            ]);

            private static Func<FunctionEventAvg, double> Column(string name) => name switch
            {
                "count" => row => row.count,
                "cpu_time" => row => row.cpu_time,
                "cpu_time_total" => row => row.cpu_time_total,
                "self_cpu_time_total" => row => row.self_cpu_time_total,
                "cpu_memory_usage" => row => row.cpu_memory_usage,
                "self_cpu_memory_usage" => row => row.self_cpu_memory_usage,
                _ => throw new ArgumentException(
                    $"there is no column '{name}'; there are count, cpu_time, cpu_time_total, self_cpu_time_total, cpu_memory_usage and " +
                    "self_cpu_memory_usage", nameof(name)),
            };

            private string Draw(List<string[]> cells, string? header)
            {
                int[] widths = [.. Enumerable.Range(0, cells[0].Length).Select(column => cells.Max(row => row[column].Length))];
                string line = string.Join("  ", widths.Select(width => new string('-', width)));
                var text = new StringBuilder();
                if (header is not null)
                {
                    text.Append(header).Append('\n');
                }

                text.Append(line).Append('\n');
                foreach ((int index, string[] row) in cells.Index())
                {
                    text.AppendJoin("  ", row.Select((cell, column) => column == 0 ? cell.PadRight(widths[column]) : cell.PadLeft(widths[column])))
                        .Append('\n');
                    text.Append(index == 0 ? $"{line}\n" : "");
                }

                return text.Append(line).Append('\n').Append("Self CPU time total: ").Append(Time(self_cpu_time_total)).Append('\n').ToString();
            }

            private static string Cut(string name, int width) => name.Length <= width ? name : $"{name[..Math.Max(width - 3, 0)]}...";

            private static string Percent(double share) => (share * 100).ToString("F2", CultureInfo.InvariantCulture) + "%";

            private static string Time(double microseconds) => microseconds switch
            {
                >= 1e6 => (microseconds / 1e6).ToString("F3", CultureInfo.InvariantCulture) + "s",
                >= 1e3 => (microseconds / 1e3).ToString("F3", CultureInfo.InvariantCulture) + "ms",
                _ => microseconds.ToString("F3", CultureInfo.InvariantCulture) + "us",
            };

            private static string Bytes(long bytes) => Math.Abs(bytes) switch
            {
                >= 1L << 30 => (bytes / (double)(1L << 30)).ToString("F2", CultureInfo.InvariantCulture) + " Gb",
                >= 1L << 20 => (bytes / (double)(1L << 20)).ToString("F2", CultureInfo.InvariantCulture) + " Mb",
                >= 1L << 10 => (bytes / (double)(1L << 10)).ToString("F2", CultureInfo.InvariantCulture) + " Kb",
                _ => $"{bytes} b",
            };
        }
    }
}
