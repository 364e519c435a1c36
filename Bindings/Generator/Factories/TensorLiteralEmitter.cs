using Torchlight.Generator.Emit;

namespace Torchlight.Generator.Factories;

/// <summary>
/// torch.tensor and torch.as_tensor for each element type: numbers, lists, arrays of up to four dimensions, memory. All end in
/// <c>FromSpan</c>, <c>FromList</c> or <c>from_array</c>.
/// </summary>
internal static class TensorLiteralEmitter
{
    private const string Tail = "ScalarType? dtype = null, Device? device = null, bool requires_grad = false, string[]? names = null";
    private const string Rest = "dtype, device, requires_grad, names";

    private static readonly (string Type, string File)[] Elements =
    [
        ("bool", "bool"), ("byte", "byte"), ("sbyte", "sbyte"), ("short", "short"), ("int", "int"), ("long", "long"), ("Half", "Half"),
        ("BFloat16", "BFloat16"), ("float", "float"), ("double", "double"), ("(float Real, float Imaginary)", "complex64"),
        ("System.Numerics.Complex", "complex128"),
    ];

    public static IEnumerable<GeneratedFile> Emit()
    {
        foreach ((string type, string file) in Elements)
        {
            var writer = new SourceWriter();
            writer.Lines(CSharp.Header);
            writer.Line("namespace TorchSharp;");
            writer.Line();
            writer.Line("public static partial class torch");
            writer.Open();
            WriteNumber(writer, type);

            // TorchSharp calls the array of long otherwise than all others.
            string array = type == "long" ? "dataArray" : "rawArray";
            Write(writer, $"{type}[] {array}", $"FromSpan<{type}>(NotNull({array}), [{array}.Length], {Rest})");
            Write(writer, $"{type}[] {array}, ReadOnlySpan<long> dimensions", $"FromSpan<{type}>(NotNull({array}), dimensions, {Rest})", "dimensions");
            Write(writer, $"IList<{type}> rawArray", $"FromList(rawArray, [NotNull(rawArray).Count], {Rest})");
            Write(writer, $"IList<{type}> rawArray, ReadOnlySpan<long> dimensions", $"FromList(rawArray, dimensions, {Rest})", "dimensions");
            foreach (string[] sizes in (string[][])[["rows", "columns"], ["dim0", "dim1", "dim2"], ["dim0", "dim1", "dim2", "dim3"]])
            {
                string parameters = string.Join(", ", sizes.Select(size => $"long {size}"));
                Write(writer, $"IList<{type}> rawArray, {parameters}", $"FromList(rawArray, [{string.Join(", ", sizes)}], {Rest})", sizes);
            }

            foreach (string rank in (string[])[",", ",,", ",,,"])
            {
                Write(writer, $"{type}[{rank}] rawArray", $"from_array(rawArray, {Rest})");
            }

            Write(writer, $"Memory<{type}> rawArray, ReadOnlySpan<long> dimensions", $"FromSpan<{type}>(rawArray.Span, dimensions, {Rest})", "dimensions");
            WriteAsTensor(writer, $"{type}[] rawArray", $"FromSpan<{type}>(NotNull(rawArray), [rawArray.Length], dtype, device, false, null)");
            WriteAsTensor(writer, $"IList<{type}> rawArray", $"FromList(rawArray, [NotNull(rawArray).Count], dtype, device, false, null)");
            writer.Close();
            yield return new GeneratedFile($"Factories/torch.tensor.{file}.g.cs", writer.ToString());
        }
    }

    // The overloads without a type are TorchSharp's; those with one are Python's.
    private static void WriteNumber(SourceWriter writer, string type)
    {
        bool untyped = type is "byte" or "sbyte" or "short" or "int" or "float" or "Half";
        if (untyped)
        {
            Document(writer);
            writer.Line($"public static Tensor tensor({type} scalar, Device? device = null, bool requires_grad = false) =>");
            writer.Line($"    FromSpan<{type}>([scalar], [], null, device, requires_grad, null);");
            writer.Line();
        }

        // A long is also a float to the compiler, whose overload would be as good for a type that is not null.
        if (type == "long")
        {
            Document(writer, "dtype");
            writer.Line("public static Tensor tensor(long scalar, ScalarType dtype, Device? device = null, bool requires_grad = false) =>");
            writer.Line("    FromSpan<long>([scalar], [], dtype, device, requires_grad, null);");
            writer.Line();
        }

        Document(writer, "dtype");
        writer.Line($"public static Tensor tensor({type} scalar, {(untyped ? "ScalarType dtype" : "ScalarType? dtype = null")}, Device? device = null, bool requires_grad = false) =>");
        writer.Line($"    FromSpan<{type}>([scalar], [], dtype, device, requires_grad, null);");
        writer.Line();
    }

    private static void Document(SourceWriter writer, params string[] more)
    {
        writer.Line("/// <summary>A zero-dimensional tensor of a number (torch.tensor).</summary>");
        writer.Line("/// <param name=\"scalar\">The number.</param>");
        foreach (string name in more)
        {
            writer.Line($"/// <param name=\"{name}\">Element type; the number's when null.</param>");
        }

        writer.Line("/// <param name=\"device\">Device; the default one when null.</param>");
        writer.Line("/// <param name=\"requires_grad\">Whether autograd records what is done to it.</param>");
    }

    private static void Write(SourceWriter writer, string parameters, string body, params string[] sizes)
    {
        writer.Line("/// <summary>A new tensor with a copy of the elements (torch.tensor).</summary>");
        string array = parameters.Split(',')[0].Split(' ')[^1] is "dataArray" ? "dataArray" : "rawArray";
        writer.Line($"/// <param name=\"{array}\">The elements, in the order of their indices.</param>");
        foreach (string size in sizes)
        {
            writer.Line($"/// <param name=\"{size}\">{(size == "dimensions" ? "The shape" : "Size of this dimension")}; has to fit the number of elements.</param>");
        }

        writer.Line("/// <param name=\"dtype\">Element type; that of the elements when null.</param>");
        writer.Line("/// <param name=\"device\">Device; the default one when null.</param>");
        writer.Line("/// <param name=\"requires_grad\">Whether autograd records what is done to it.</param>");
        writer.Line("/// <param name=\"names\">Names of its dimensions; null for none.</param>");
        writer.Line($"public static Tensor tensor({parameters}, {Tail}) =>");
        writer.Line($"    {body};");
        writer.Line();
    }

    private static void WriteAsTensor(SourceWriter writer, string parameters, string body)
    {
        writer.Line("/// <summary>A new tensor with a copy of the elements (torch.as_tensor).</summary>");
        writer.Line("/// <param name=\"rawArray\">The elements.</param>");
        writer.Line("/// <param name=\"dtype\">Element type; that of the elements when null.</param>");
        writer.Line("/// <param name=\"device\">Device; the default one when null.</param>");
        writer.Line($"public static Tensor as_tensor({parameters}, ScalarType? dtype = null, Device? device = null) =>");
        writer.Line($"    {body};");
        writer.Line();
    }
}
