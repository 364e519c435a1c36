using Torchlight.Generator.Catalog;
using Torchlight.Generator.Emit;
using Torchlight.Generator.Factories;
using Torchlight.Generator.Surface;

namespace Torchlight.Generator;

/// <summary>Everything that one run of the generator makes of its committed inputs.</summary>
internal sealed class Generation
{
    private Generation(IReadOnlyList<GeneratedFile> files, IReadOnlyList<string> problems, string summary)
    {
        Files = files;
        Problems = problems;
        Summary = summary;
    }

    public IReadOnlyList<GeneratedFile> Files { get; }

    /// <summary>What has to be put right before the output may be committed.</summary>
    public IReadOnlyList<string> Problems { get; }

    public string Summary { get; }

    /// <param name="inputs">The folder with <c>Schemas</c>, <c>overrides.tsv</c>, <c>surface.tsv</c> and <c>summaries.tsv</c>.</param>
    public static Generation Run(string inputs)
    {
        IReadOnlyList<SchemaDump> dumps = SchemaDump.ReadFolder(Path.Combine(inputs, "Schemas"));
        Overrides overrides = Overrides.Parse(File.ReadLines(Path.Combine(inputs, "overrides.tsv")));
        var emitted = new List<Operator>();
        var dropped = new List<DroppedOperator>();
        foreach (Operator op in OperatorCatalog.Merge(dumps))
        {
            if (Problem(op) is { } problem)
            {
                dropped.Add(new DroppedOperator(op, problem, overrides.ReasonFor(op.Schema.FullName)));
            }
            else
            {
                emitted.Add(op);
            }
        }

        IReadOnlyList<SurfaceMember> surface = SurfaceTable.Parse(File.ReadLines(Path.Combine(inputs, "surface.tsv")));
        var summaries = File.ReadLines(Path.Combine(inputs, "summaries.tsv"))
            .Select(line => line.Split('\t'))
            .ToDictionary(columns => columns[0], columns => columns[1], StringComparer.Ordinal);
        var files = new List<GeneratedFile>([.. AtenEmitter.Emit(emitted), .. FactoryEmitter.Emit(), .. TensorLiteralEmitter.Emit()])
        {
            OpNamesEmitter.Emit(emitted, dumps[0].Version),
            CoverageReport.Emit(dumps, emitted, dropped, surface),
        };
        files.AddRange(new SurfaceEmitter(emitted, summaries).Emit(surface));
        string summary = $"{emitted.Count} operators, {dropped.Count} dropped with a reason, {surface.Count} members of the surface";
        return new Generation(files, [.. Unexplained(dropped, overrides)], summary);
    }

    private static string? Problem(Operator op)
    {
        try
        {
            _ = new OperatorEmitter(op, 0);
            return null;
        }
        catch (UnsupportedTypeException e)
        {
            return e.Message;
        }
    }

    private static IEnumerable<string> Unexplained(IReadOnlyList<DroppedOperator> dropped, Overrides overrides)
    {
        HashSet<string> names = [.. dropped.Select(item => item.Operator.Schema.FullName)];
        return dropped.Where(item => item.Reason is null)
            .Select(item => $"{item.Operator.Schema.FullName} is dropped without a reason in overrides.tsv: {item.Problem}")
            .Concat(overrides.Names.Where(name => !names.Contains(name)).Select(name => $"overrides.tsv names {name}, which is not dropped"));
    }
}
