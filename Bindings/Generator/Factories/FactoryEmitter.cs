using Torchlight.Generator.Emit;

namespace Torchlight.Generator.Factories;

/// <summary>
/// The overloads of the factories by number of dimensions: TorchSharp's callers write torch.zeros(2, 3) as often as
/// torch.zeros(new long[] { 2, 3 }). Each calls the hand-written one that takes a span.
/// </summary>
internal static class FactoryEmitter
{
    private static readonly Factory[] Factories =
    [
        new("zeros", "A new tensor of zeros", HasValue: false, HasGenerator: false),
        new("ones", "A new tensor of ones", HasValue: false, HasGenerator: false),
        new("empty", "A new tensor, elements unset", HasValue: false, HasGenerator: false),
        new("full", "A new tensor filled with a number", HasValue: true, HasGenerator: false),
        new("rand", "A new tensor of numbers drawn uniformly from [0, 1)", HasValue: false, HasGenerator: true),
        new("randn", "A new tensor of numbers drawn from the standard normal distribution", HasValue: false, HasGenerator: true),
    ];

    private static readonly string[][] Dimensions = [["size"], ["rows", "columns"], ["dim0", "dim1", "dim2"], ["dim0", "dim1", "dim2", "dim3"]];

    public static IEnumerable<GeneratedFile> Emit()
    {
        foreach (Factory factory in Factories)
        {
            var writer = new SourceWriter();
            writer.Lines(CSharp.Header);
            writer.Line("namespace TorchSharp;");
            writer.Line();
            writer.Line("public static partial class torch");
            writer.Open();
            Write(writer, factory, "long[] size", "size", [("size", "The sizes of its dimensions.")]);
            foreach (string type in (string[])["long", "int"])
            {
                foreach (string[] names in Dimensions)
                {
                    writer.Line();
                    Write(
                        writer,
                        factory,
                        string.Join(", ", names.Select(name => $"{type} {name}")),
                        $"(ReadOnlySpan<long>)[{string.Join(", ", names)}]",
                        names.Select((name, i) => (name, $"Size of dimension {i}.")));
                }
            }

            writer.Close();
            yield return new GeneratedFile($"Factories/torch.{factory.Name}.g.cs", writer.ToString());
        }
    }

    private static void Write(SourceWriter writer, Factory factory, string parameters, string size, IEnumerable<(string Name, string Text)> docs)
    {
        writer.Line($"/// <summary>{factory.Summary} (torch.{factory.Name}).</summary>");
        foreach ((string name, string text) in docs)
        {
            writer.Line($"/// <param name=\"{name}\">{text}</param>");
        }

        if (factory.HasValue)
        {
            writer.Line("/// <param name=\"value\">The number.</param>");
        }

        writer.Line("/// <param name=\"dtype\">Element type; the default one when null.</param>");
        writer.Line("/// <param name=\"device\">Device; the default one when null.</param>");
        writer.Line("/// <param name=\"requires_grad\">Whether autograd records what is done to it.</param>");
        if (factory.HasGenerator)
        {
            writer.Line("/// <param name=\"generator\">Where the numbers come from; the default generator when null.</param>");
        }

        writer.Line("/// <param name=\"names\">Names of its dimensions; null for none.</param>");
        string value = factory.HasValue ? ", Scalar value" : "";
        string generator = factory.HasGenerator ? ", Generator? generator = null" : "";
        writer.Line(
            $"public static Tensor {factory.Name}({parameters}{value}, ScalarType? dtype = null, Device? device = null, bool requires_grad = false{generator}, string[]? names = null) =>");
        writer.Line(
            $"    {factory.Name}({(size == "size" ? "(ReadOnlySpan<long>)size" : size)}{(factory.HasValue ? ", value" : "")}, dtype, device, requires_grad{(factory.HasGenerator ? ", generator" : "")}, names);");
    }

    private sealed record Factory(string Name, string Summary, bool HasValue, bool HasGenerator);
}
