using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using TorchSharp.Interop;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A traced module as TensorBoard's GraphDef, with the names that Python's writer gives its nodes.</summary>
internal sealed unsafe class ModelGraph
{
    private const string GetAttribute = "prim::GetAttr";
    private const string RootPath = "__module";
    private const int Producer = 22;

    private readonly string root;
    private readonly Dictionary<string, string> classes = [];
    private readonly List<Entry> entries = [];
    private readonly Dictionary<string, string> names = [];

    internal ModelGraph(jit.ScriptModule module)
    {
        root = module.original_name;
        foreach (var (path, child) in module.named_modules())
        {
            string full = path.Length == 0 ? RootPath : $"{RootPath}.{path}";
            string last = full[(full.LastIndexOf('.') + 1)..];
            classes[full] = $"{(child as jit.ScriptModule)?.original_name ?? child.GetName()}[{last}]";
        }

        object?[] parts = Read(module);
        foreach (Port input in Ports(parts[0]).Where(port => !port.IsObject))
        {
            entries.Add(new Entry(input.Name, "IO Node", [], input.Sizes ?? [1], ""));
            names[input.Name] = $"input/{input.Name}";
        }

        int place = 0;
        foreach (Port output in Ports(parts[1]))
        {
            string name = $"output.{++place}";
            entries.Add(new Entry(name, "IO Node", [output.Name], output.Sizes ?? [1], ""));
            names[name] = $"output/{name}";
        }

        AddNodes((object?[])parts[2]!);
    }

    /// <summary>The names of the nodes, what they are, and from where they take their inputs.</summary>
    internal byte[] GraphDef => ProtoWriter.Write(graph =>
    {
        foreach (Entry entry in entries)
        {
            graph.Message(1, node => Write(node, entry));
        }

        graph.Message(4, versions => versions.Integer(1, Producer));
    });

    /// <summary>What Python's writer says of the machine, whatever it is.</summary>
    internal static byte[] RunMetadata => ProtoWriter.Write(run => run.Message(1, steps => steps.Message(1, device => device.Text(1, "/device:CPU:0"))));

    private string Named(string value) => names.GetValueOrDefault(value, value);

    private void AddNodes(object?[] nodes)
    {
        // Paths of the modules and tensors that the graph takes from the module.
        var paths = new Dictionary<string, string>();
        var inputs = new Dictionary<string, string>();
        var outputs = new Dictionary<string, string>();
        foreach (ITuple node in nodes.Cast<ITuple>())
        {
            var (kind, scope) = ((string)node[0]!, (string)node[1]!);
            var attributes = (IDictionary)node[2]!;
            string[] taken = [.. ((IEnumerable)node[3]!).Cast<string>()];
            Port[] given = [.. Ports(node[4])];
            if (kind == GetAttribute)
            {
                string own = (string)attributes["name"]!;
                scope = paths[given[0].Name] = paths.TryGetValue(taken[0], out string? parent)
                    ? $"{parent}/{parent[(parent.LastIndexOf('/') + 1)..]}.{own}"
                    : $"{RootPath}.{own}";
                if (given[0].IsObject)
                {
                    continue;
                }
            }

            string shown = Scope(scope);
            foreach (string input in taken)
            {
                inputs[input] = $"{shown}/{input}";
            }

            foreach (Port output in given)
            {
                entries.Add(new Entry(output.Name, kind, taken, output.Sizes, Text(attributes)));
                outputs[output.Name] = $"{shown}/{output.Name}";
            }
        }

        foreach (var (value, name) in outputs.Concat(inputs))
        {
            names.TryAdd(value, name);
        }
    }

    private string Scope(string scope)
    {
        string[] parts = Array.ConvertAll(scope.Split('/'), part => classes.TryGetValue(part, out string? shown) ? shown : part[(part.LastIndexOf('.') + 1)..]);
        return Array.Exists(parts, part => part.Length > 0) ? $"{root}/{string.Join('/', parts)}" : root;
    }

    private void Write(ProtoWriter node, Entry entry)
    {
        node.Text(1, Named(entry.Name)).Text(2, entry.Kind);
        foreach (string input in entry.Inputs)
        {
            node.Text(3, Named(input));
        }

        Attribute(node, "attr", value => value.Text(2, entry.Attributes));
        if (entry.Sizes is { } sizes)
        {
            Attribute(node, "_output_shapes", value => value.Message(1, list => list.Message(7, shape =>
            {
                foreach (long size in sizes)
                {
                    shape.Message(2, dim => dim.Integer(1, size));
                }
            })));
        }
    }

    private static void Attribute(ProtoWriter node, string key, Action<ProtoWriter> value) => node.Message(5, entry => entry.Text(1, key).Message(2, value));

    private static object?[] Read(jit.ScriptModule module)
    {
        using SharedHandle.Lease lease = module.Code.Handle.Hold();
        using var name = new Utf8Argument("forward");
        Value graph;
        NativeError.Check(NativeMethods.tl_trace_graph(lease.Native, name.Pointer, &graph), "SummaryWriter.add_graph");
        return ScriptResult.TakeItems(graph);
    }

    private static IEnumerable<Port> Ports(object? list) => ((object?[])list!).Cast<ITuple>().Select(port =>
        new Port((string)port[0]!, (long[]?)port[1], ((Scalar)port[2]!).AsBool()));

    // As Python prints a dictionary, with blanks where it has quotes.
    private static string Text(IDictionary attributes)
    {
        List<string> shown = [];
        foreach (DictionaryEntry attribute in attributes)
        {
            shown.Add($" {attribute.Key} : {Text(attribute.Value)}");
        }

        return $"{{{string.Join(',', shown)}}}";
    }

    private static string Text(object? value) => value switch
    {
        string text => $" {text} ",
        Scalar { Kind: ValueTag.Double } number => number.AsDouble().ToString("R", CultureInfo.InvariantCulture),
        Scalar number => number.ToString() ?? "",
        Tensor tensor => $"tensor of {tensor.dtype} [{string.Join(", ", tensor.shape)}]",
        long[] items => $"[{string.Join(", ", items)}]",
        _ => value?.ToString() ?? "None",
    };

    /// <summary>A value of the graph.</summary>
    private sealed record Port(string Name, long[]? Sizes, bool IsObject);

    /// <summary>A node of the GraphDef.</summary>
    private sealed record Entry(string Name, string Kind, string[] Inputs, long[]? Sizes, string Attributes);
}
