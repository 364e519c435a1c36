using System.Globalization;
using Torchlight.Generator.Catalog;

namespace Torchlight.Generator.Emit;

/// <summary>
/// The names of the operators that <c>OpTable</c> calls by number. They are constant UTF-8 in the assembly, in pages, read only
/// when an operator is first called: starting up costs nothing however many operators there are.
/// </summary>
internal static class OpNamesEmitter
{
    private const int PageSize = 64;

    public static GeneratedFile Emit(IReadOnlyList<Operator> operators, Version oldest)
    {
        var writer = new SourceWriter();
        writer.Lines(CSharp.Header);
        writer.Line("using System.Text;");
        writer.Line();
        writer.Line("namespace TorchSharp.Interop;");
        writer.Line();
        writer.Lines(
            """
            /// <summary>The operators that generated code calls by number.</summary>
            internal static partial class OpNames
            """);
        writer.Open();
        writer.Lines(
            $$"""
            /// <summary>How many there are.</summary>
            internal const int Count = {{operators.Count.ToString(CultureInfo.InvariantCulture)}};

            /// <summary>The name of an operator (<c>aten::add</c>), its overload (empty for the default one), and the first libtorch that has it.</summary>
            internal static (string Name, string Overload, string Since) Get(int index)
            {
                (string entry, string version) = Split(Entry(index), '@');
                (string name, string overload) = Split(entry, '.');
                return ("aten::" + name, overload, version.Length == 0 ? "{{oldest}}" : version);
            }

            /// <summary>
            /// The first libtorch that gave an operator another schema than the one generated code calls, and the one that dropped it; null where
            /// there is none.
            /// </summary>
            internal static (string? ChangedIn, string? RemovedIn) Fate(int index) => index switch
            {
            """);
        WriteFates(writer, operators);
        writer.Lines(
            $$"""
                _ => (null, null),
            };

            private static string Entry(int index)
            {
                ReadOnlySpan<byte> page = Page(index / {{PageSize}});
                for (int skip = index % {{PageSize}}; skip > 0; skip--)
                {
                    page = page[(page.IndexOf((byte)';') + 1)..];
                }

                int end = page.IndexOf((byte)';');
                return Encoding.UTF8.GetString(end < 0 ? page : page[..end]);
            }

            private static (string Head, string Tail) Split(string text, char separator)
            {
                int at = text.IndexOf(separator);
                return at < 0 ? (text, string.Empty) : (text[..at], text[(at + 1)..]);
            }

            private static ReadOnlySpan<byte> Page(int page) => page switch
            {
            """);
        foreach ((int page, Operator[] chunk) in operators.Chunk(PageSize).Index())
        {
            writer.Line($"    {page} => \"{string.Join(';', chunk.Select(op => Entry(op, oldest)))}\"u8,");
        }

        writer.Line("    _ => throw new ArgumentOutOfRangeException(nameof(page)),");
        writer.Line("};");
        writer.Close();
        return new GeneratedFile("OpNames.g.cs", writer.ToString());
    }

    private static string Entry(Operator op, Version oldest)
    {
        string name = op.Schema.Overload.Length == 0 ? op.Schema.Name : $"{op.Schema.Name}.{op.Schema.Overload}";
        return op.Since == oldest ? name : $"{name}@{op.Since}";
    }

    private static void WriteFates(SourceWriter writer, IReadOnlyList<Operator> operators)
    {
        var fates = operators.Index()
            .Where(item => item.Item.Changed is not null || item.Item.RemovedIn is not null)
            .GroupBy(item => $"({Quote(item.Item.Changed?.Version)}, {Quote(item.Item.RemovedIn)})")
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var fate in fates)
        {
            foreach (var (chunk, isLast) in Rows([.. fate.Select(item => item.Index)]))
            {
                string row = string.Join(" or ", chunk);
                writer.Line(isLast ? $"    {row} => {fate.Key}," : $"    {row} or");
            }
        }
    }

    private static IEnumerable<(int[] Row, bool IsLast)> Rows(int[] indices)
    {
        int[][] rows = [.. indices.Chunk(16)];
        return rows.Select((row, i) => (row, i == rows.Length - 1));
    }

    private static string Quote(Version? version) => version is null ? "null" : $"\"{version}\"";
}
