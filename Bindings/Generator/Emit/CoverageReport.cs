using System.Globalization;
using Torchlight.Generator.Catalog;
using Torchlight.Generator.Surface;

namespace Torchlight.Generator.Emit;

/// <summary>The committed report of what is generated, what is not and why, and where versions differ.</summary>
internal static class CoverageReport
{
    public static GeneratedFile Emit(
        IReadOnlyList<SchemaDump> dumps,
        IReadOnlyList<Operator> emitted,
        IReadOnlyList<DroppedOperator> dropped,
        IReadOnlyList<SurfaceMember> surface)
    {
        var writer = new SourceWriter();
        writer.Line("# Coverage of torch.ops.aten");
        writer.Line();
        writer.Line("Written by `Bindings/Generator` from the schema dumps. An operator here is one overload.");
        writer.Line();
        writer.Line("| libtorch | operators | public | generated | public generated | dropped with a reason | dropped without | arguments dropped |");
        writer.Line("|---|---|---|---|---|---|---|---|");
        HashSet<string> names = [.. emitted.Select(op => op.Schema.FullName)];
        foreach (SchemaDump dump in dumps)
        {
            var all = dump.Schemas.Values.ToList();
            var open = all.Where(schema => !IsPrivate(schema.Name)).ToList();
            var missing = dropped.Where(item => dump.Schemas.ContainsKey(item.Operator.Schema.FullName)).ToList();
            writer.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"| {dump.Version} | {all.Count} | {open.Count} | {all.Count(s => names.Contains(s.FullName))} | {open.Count(s => names.Contains(s.FullName))} "
                + $"| {missing.Count(item => item.Reason is not null)} | {missing.Count(item => item.Reason is null)} | 0 |"));
        }

        writer.Line();
        writer.Line(string.Create(CultureInfo.InvariantCulture, $"All versions together: {emitted.Count} generated, {dropped.Count} dropped."));
        Section(writer, "Dropped", "operator | what stands in the way | reason", dropped.Select(
            item => $"`{item.Operator.Schema.FullName}` | {item.Problem} | {item.Reason ?? "NONE"}"));
        Section(writer, "Changed by a newer version", "operator | called as | changed in | to", emitted.Where(op => op.Changed is not null).Select(
            op => $"`{op.Schema.FullName}` | `{op.Schema.Text}` | {op.Changed!.Version} | `{op.Changed.Schema.Text}`"));
        Section(writer, "Arguments of newer versions", "operator | since | appended later", emitted.Where(op => op.Appended.Count > 0).Select(
            op => $"`{op.Schema.FullName}` | {op.Since} | {string.Join(", ", op.Appended.Select(argument => $"`{argument.Name}`"))}"));
        Section(writer, "The surface", "class | members generated from `surface.tsv`", surface
            .GroupBy(member => member.Class)
            .Select(group => string.Create(CultureInfo.InvariantCulture, $"`{group.Key}` | {group.Count()}")));
        return new GeneratedFile("coverage.md", writer.ToString());
    }

    private static bool IsPrivate(string name) => name.StartsWith('_') && !name.StartsWith("__", StringComparison.Ordinal);

    private static void Section(SourceWriter writer, string title, string columns, IEnumerable<string> rows)
    {
        writer.Line();
        writer.Line($"## {title}");
        writer.Line();
        writer.Line($"| {columns} |");
        writer.Line("|" + string.Concat(Enumerable.Repeat("---|", columns.Count(c => c == '|') + 1)));
        foreach (string row in rows)
        {
            writer.Line($"| {row} |");
        }
    }
}
