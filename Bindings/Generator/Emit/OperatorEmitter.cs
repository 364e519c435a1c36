using Torchlight.Generator.Catalog;
using Torchlight.Generator.Schema;

namespace Torchlight.Generator.Emit;

/// <summary>One operator as a method of <c>torch.ops.aten</c>.</summary>
internal sealed class OperatorEmitter
{
    private readonly Operator op;
    private readonly int index;
    private readonly List<ArgumentCode> arguments = [];
    private readonly List<(string Type, string Reader, SchemaArgument? Written, string Name)> results = [];

    /// <param name="op">The operator.</param>
    /// <param name="index">Its row in <c>OpNames</c>.</param>
    /// <exception cref="UnsupportedTypeException">One of its types has no counterpart.</exception>
    public OperatorEmitter(Operator op, int index)
    {
        this.op = op;
        this.index = index;
        arguments.AddRange(op.Schema.Arguments.Select(argument => ArgumentMap.Map(argument, appended: false)));
        arguments.AddRange(op.Appended.Select(argument => ArgumentMap.Map(argument, appended: true)));
        foreach (SchemaArgument result in op.Schema.Returns)
        {
            (string type, string reader) = ResultMap.Map(result.Type);
            results.Add((type, reader, ResultMap.WrittenArgument(op.Schema, result), result.Name));
        }
    }

    /// <summary>The method's name and parameter types, which no other method may have.</summary>
    public string Signature
    {
        get
        {
            // Nullable references are no types of their own for the compiler.
            IEnumerable<string> types = Ordered
                .Select(argument => argument.Parameter[..argument.Parameter.LastIndexOf(' ')])
                .Select(type => type is "Tensor?" or "string?" or "Generator?" or "Device?" ? type[..^1] : type);
            return $"{op.MethodName}({string.Join(", ", types)})";
        }
    }

    // C# wants parameters with defaults last; the order is the schema's otherwise.
    private IEnumerable<ArgumentCode> Ordered =>
        arguments.Where(argument => argument.Default is null).Concat(arguments.Where(argument => argument.Default is not null));

    public void Write(SourceWriter writer)
    {
        writer.Line($"/// <summary><c>{CSharp.Documentation(op.Schema.Text)}</c></summary>");
        writer.Line($"/// <remarks>{Remarks()}</remarks>");
        string parameters = string.Join(", ", Ordered.Select(a => a.Default is null ? a.Parameter : $"{a.Parameter} = {a.Default}"));
        writer.Line($"public static {ReturnType()} {CSharp.Identifier(op.MethodName)}({parameters})");
        writer.Open();
        WriteBody(writer);
        writer.Close();
    }

    private string Remarks()
    {
        string overload = op.Schema.Overload.Length == 0 ? "default" : op.Schema.Overload;
        string remarks = $"Python: <c>torch.ops.aten.{op.Schema.Name}.{overload}</c>. Since libtorch {op.Since}";
        if (op.Appended.Count > 0)
        {
            remarks += $"; {string.Join(", ", op.Appended.Select(a => $"<c>{a.Name}</c>"))} since a later one";
        }

        if (op.Changed is { } changed)
        {
            remarks += $"; libtorch {changed.Version} changed it to <c>{CSharp.Documentation(changed.Schema.Text)}</c>";
        }

        return remarks + (op.RemovedIn is { } removed ? $"; gone in libtorch {removed}." : ".");
    }

    private string ReturnType()
    {
        switch (results.Count)
        {
            case 0:
                return "void";
            case 1:
                return results[0].Type;
            default:
                var parts = results.Select(r => r.Name.Length == 0 ? r.Type : $"{r.Type} {CSharp.Identifier(r.Name)}");
                return $"({string.Join(", ", parts)})";
        }
    }

    private void WriteBody(SourceWriter writer)
    {
        foreach (string line in arguments.SelectMany(argument => argument.Setup))
        {
            writer.Line(line);
        }

        List<string> pins = [.. arguments.SelectMany(argument => argument.Pins)];
        foreach (string pin in pins)
        {
            writer.Line($"fixed ({pin})");
        }

        if (pins.Count > 0)
        {
            writer.Open();
        }

        WriteCall(writer);
        if (pins.Count > 0)
        {
            writer.Close();
        }
    }

    private void WriteCall(SourceWriter writer)
    {
        string sent = "null";
        if (arguments.Count > 0)
        {
            sent = "args__";
            writer.Line($"Value* args__ = stackalloc Value[{arguments.Count}];");
        }

        for (int i = 0; i < arguments.Count; i++)
        {
            writer.Line($"args__[{i}] = {arguments[i].Value};");
        }

        string received = results.Count switch { 0 => "null", 1 => "&result__", _ => "results__" };
        if (results.Count == 1)
        {
            writer.Line("Value result__;");
        }
        else if (results.Count > 1)
        {
            writer.Line($"Value* results__ = stackalloc Value[{results.Count}];");
        }

        writer.Line($"OpTable.Call({index}, {sent}, {arguments.Count}, {received}, {results.Count});");
        foreach (ArgumentCode argument in arguments.Where(argument => argument.KeepAlive is not null))
        {
            writer.Line(argument.KeepAlive!);
        }

        WriteReturn(writer);
    }

    private void WriteReturn(SourceWriter writer)
    {
        var values = new List<string>();
        for (int i = 0; i < results.Count; i++)
        {
            string value = results.Count == 1 ? "result__" : $"results__[{i}]";
            if (results[i].Written is { } written)
            {
                // The operator hands its own argument back: one reference more, which we do not keep.
                writer.Line($"{value}.Release();");
                values.Add(CSharp.Identifier(written.Name));
            }
            else
            {
                values.Add($"{value}.{results[i].Reader}()");
            }
        }

        if (values.Count > 0)
        {
            writer.Line(values.Count == 1 ? $"return {values[0]};" : $"return ({string.Join(", ", values)});");
        }
    }
}
