using Torchlight.Generator.Catalog;
using Torchlight.Generator.Emit;

namespace Torchlight.Generator.Surface;

/// <summary>The members of <c>Tensor</c>, <c>torch</c> and their kin that follow from <c>surface.tsv</c>.</summary>
internal sealed class SurfaceEmitter(IReadOnlyList<Operator> operators, IReadOnlyDictionary<string, string> summaries)
{
    // Several operators may share a method's name and differ in their parameters only; any of them documents the call.
    private readonly Dictionary<string, Operator> byMethod = operators
        .GroupBy(op => CSharp.Identifier(op.MethodName), StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.First(), StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Nested = new(StringComparer.Ordinal)
    {
        ["torch.fft"] = "Discrete Fourier transforms (torch.fft).",
        ["torch.linalg"] = "Linear algebra (torch.linalg). Matrices are the last two dimensions; those before them are batches.",
        ["torch.sparse_"] = "Operations of sparse tensors (torch.sparse, a name that C# needs for the method).",
        ["torch.special"] = "Special functions, element by element (torch.special).",
    };

    /// <exception cref="FormatException">A row calls an operator that does not exist.</exception>
    public IEnumerable<GeneratedFile> Emit(IReadOnlyList<SurfaceMember> members) =>
        members.GroupBy(member => (member.Class, Letter: Letter(member)))
            .OrderBy(group => group.Key.Class, StringComparer.Ordinal)
            .ThenBy(group => group.Key.Letter)
            .Select(group => File(group.Key.Class, group.Key.Letter, group));

    private static char Letter(SurfaceMember member) => char.ToLowerInvariant(member.Name.TrimStart('@', '_')[0]);

    private GeneratedFile File(string type, char letter, IEnumerable<SurfaceMember> members)
    {
        var writer = new SourceWriter();
        writer.Lines(CSharp.Header);
        writer.Line("using System.Runtime.CompilerServices;");
        writer.Line("using aten = TorchSharp.torch.ops.aten;");
        writer.Line();
        writer.Line("namespace TorchSharp;");
        writer.Line();
        writer.Line("public static partial class torch");
        writer.Open();
        string? nested = type switch { "torch" => null, "Tensor" => "partial class Tensor", _ => $"static partial class {type["torch.".Length..]}" };
        if (nested is not null)
        {
            if (Nested.TryGetValue(type, out string? about))
            {
                writer.Line($"/// <summary>{about}</summary>");
            }

            writer.Line($"public {nested}");
            writer.Open();
        }

        bool isFirst = true;
        foreach (SurfaceMember member in members)
        {
            if (!isFirst)
            {
                writer.Line();
            }

            isFirst = false;
            Write(writer, member);
        }

        writer.Close();
        if (nested is not null)
        {
            writer.Close();
        }

        return new GeneratedFile($"Surface/{type}.{letter}.g.cs", writer.ToString());
    }

    private void Write(SourceWriter writer, SurfaceMember member)
    {
        List<Operator> called = [.. member.Calls.Select(call => Called(member, call))];
        string python = member.Class == "Tensor" ? "torch.Tensor" : member.Class;
        string name = member.Name.TrimStart('@');
        writer.Line($"/// <summary>{CSharp.Documentation(Summary(member.Class, name))}</summary>");
        writer.Line($"/// <remarks>Python: <c>{python}.{name}</c>{Calls(called)}.{Since(called)}</remarks>");
        if (member.Attributes.Length > 0)
        {
            writer.Line(member.Attributes);
        }

        string modifier = member.IsStatic ? "public static" : "public";
        string declaration = $"{modifier} {member.ReturnType} {member.Name}";
        writer.Line(member.Parameters is null ? $"{declaration} => {member.Expression};" : $"{declaration}({member.Parameters}) =>");
        if (member.Parameters is not null)
        {
            writer.Line($"    {member.Expression};");
        }
    }

    // Names that end in an underscore share the sentence of their base where they have none of their own.
    private string Summary(string type, string name)
    {
        if (summaries.TryGetValue($"{type}.{name}", out string? own) || summaries.TryGetValue(name, out own))
        {
            return own;
        }

        return name.EndsWith('_') && summaries.TryGetValue(name.TrimEnd('_'), out string? shared)
            ? $"{shared.TrimEnd('.')}, in place."
            : throw new FormatException($"summaries: nothing says what {type}.{name} does");
    }

    private Operator Called(SurfaceMember member, string call) =>
        byMethod.TryGetValue(call, out Operator? op)
            ? op
            : throw new FormatException($"surface: {member.Class}.{member.Name} calls {call}, which is no operator");

    private static string Calls(IReadOnlyList<Operator> called) =>
        called.Count == 0 ? string.Empty : "; calls " + string.Join(" or ", called.Select(op => $"<c>{op.Schema.FullName}</c>"));

    private static string Since(IReadOnlyList<Operator> called) =>
        called.Count > 0 && called.Max(op => op.Since) is { } since && since > called[0].Since ? $" Parts need libtorch {since}." : string.Empty;
}
