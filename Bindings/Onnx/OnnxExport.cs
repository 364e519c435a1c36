using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>One export: what was asked for, and how the graph's inputs and outputs follow from it.</summary>
internal sealed class OnnxExport
{
    private const int OldestOperators = 17;
    private const int NewestOperators = 21;

    // How the second run's lengths follow from the examples': the first rule that the module computes with.
    private static readonly Func<long, long>[] OtherLengths = [length => 2 * length, length => length + 1, length => Math.Max(1, length - 1)];

    private readonly IReadOnlyList<string> inputNames;
    private readonly IReadOnlyList<string> outputNames;
    private readonly int opset;
    private readonly bool fold;
    private readonly Dictionary<string, Dictionary<int, string>> dynamicAxes;

    internal OnnxExport(
        IReadOnlyList<string>? inputNames, IReadOnlyList<string>? outputNames, int opset, bool fold,
        Dictionary<string, Dictionary<int, string>>? dynamicAxes)
    {
        if (opset is < OldestOperators or > NewestOperators)
        {
            throw new ArgumentException($"opset_version {opset} is not supported; {OldestOperators} to {NewestOperators} are", nameof(opset));
        }

        this.inputNames = inputNames ?? [];
        this.outputNames = outputNames ?? [];
        this.opset = opset;
        this.fold = fold;
        this.dynamicAxes = dynamicAxes ?? [];
        var twice = this.inputNames.Concat(this.outputNames).GroupBy(name => name).FirstOrDefault(group => group.Count() > 1 || group.Key.Length == 0);
        if (twice is not null)
        {
            throw new ArgumentException($"'{twice.Key}' names two inputs or outputs, or is empty", nameof(inputNames));
        }
    }

    /// <summary>The graph of a module; its tensors belong to the caller's dispose scope.</summary>
    internal OnnxGraph GraphOf(jit.ScriptModule model, IReadOnlyList<object?> args)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(args);
        using var mode = no_grad();
        using var script = new ScriptGraph(model);
        if (script.Block.Inputs.Length != args.Count)
        {
            throw new ArgumentException(
                $"the module takes {script.Block.Inputs.Length} inputs ({string.Join(", ", script.Block.Inputs.Select(input => $"{input.Name}: {input.Type}"))}) " +
                $"and {args.Count} examples were given; defaults have to be given too", nameof(args));
        }

        OnnxExportException? failure = null;
        foreach (var other in dynamicAxes.Count == 0 ? OtherLengths[..1] : OtherLengths)
        {
            try
            {
                return Convert(script, model, args, other);
            }
            catch (OnnxExportException error) when (error.InnerException is not null)
            {
                failure ??= error;
            }
        }

        throw failure!;
    }

    private OnnxGraph Convert(ScriptGraph script, jit.ScriptModule model, IReadOnlyList<object?> args, Func<long, long> other)
    {
        var conversion = new OnnxConversion(script, opset, dynamicAxes.Count > 0, fold);
        var axes = new DynamicAxes(dynamicAxes, other);
        var inputs = new List<TracedValue>();
        var named = new Queue<string>(inputNames);
        for (int i = 0; i < args.Count; i++)
        {
            inputs.Add(Input(conversion.Graph, args[i], OwnName(script.Block.Inputs[i].Name), named, axes));
        }

        if (named.Count > 0)
        {
            throw new ArgumentException($"there is no input for the name '{named.Peek()}': the examples hold {conversion.Graph.Inputs.Count} tensors", nameof(args));
        }

        conversion.NameWeights(model.state_dict());
        foreach (string name in outputNames)
        {
            if (conversion.Graph.Reserve(name) != name)
            {
                throw new ArgumentException($"'{name}' names an output and an input", nameof(args));
            }
        }

        IReadOnlyList<TracedValue> results = conversion.Convert(inputs);
        Outputs(conversion, results, axes);
        axes.RequireAllUsed();
        conversion.Graph.Prune();
        return conversion.Graph;
    }

    // Scripts number what was named twice.
    private static string OwnName(string name) => name.Split('.')[0] is { Length: > 0 } plain && !char.IsAsciiDigit(plain[0]) ? plain : $"input_{name}";

    private static TracedValue Input(OnnxGraph graph, object? argument, string name, Queue<string> named, DynamicAxes axes)
    {
        if (argument is not Tensor tensor)
        {
            return ScriptGraph.ItemsOf(argument is System.Collections.IList and not Array ? ((System.Collections.IList)argument).Cast<object?>().ToArray() : argument) is { } items
                ? TracedValue.List(items.Select((item, i) => Input(graph, item, $"{name}_{i}", named, axes)))
                : TracedValue.Constant(argument switch { int whole => (long)whole, float real => (double)real, _ => argument });
        }

        name = graph.Reserve(named.Count > 0 ? named.Dequeue() : name);
        Tensor first = tensor.detach().clone();
        Tensor second = axes.Resize(name, first);
        var value = TracedValue.Leaf(first, second, dependsOnData: true);
        value.Name = name;
        graph.Inputs.Add(new OnnxPort(name, value.Type!.Value, axes.Dimensions(name, value)));
        return value;
    }

    private void Outputs(OnnxConversion conversion, IReadOnlyList<TracedValue> results, DynamicAxes axes)
    {
        TracedValue[] leaves = [.. results.SelectMany(Leaves).Where(leaf => !leaf.IsNone)];
        if (outputNames.Count > leaves.Length)
        {
            throw new ArgumentException($"{outputNames.Count} names are given for {leaves.Length} outputs", nameof(results));
        }

        var taken = new HashSet<string>();
        for (int i = 0; i < leaves.Length; i++)
        {
            string made = NameOf(conversion, leaves[i], i);
            string name = i < outputNames.Count ? outputNames[i] : conversion.Graph.Reserve(leaves.Length == 1 ? "output" : $"output_{i}");
            if (taken.Contains(made) || !conversion.Graph.Rename(made, name))
            {
                conversion.Graph.AddNamed("Identity", made, name);
            }
            else
            {
                Array.ForEach(leaves, leaf => leaf.Name = leaf.Name == made ? name : leaf.Name);
            }

            taken.Add(name);
            conversion.Graph.Outputs.Add(new OnnxPort(name, leaves[i].Type!.Value, axes.Dimensions(name, leaves[i])));
        }
    }

    private static string NameOf(OnnxConversion conversion, TracedValue leaf, int index)
    {
        try
        {
            OnnxTypes.Of(leaf.Type ?? throw new OnnxUnsupportedException("it is no tensor and no number"));
            return conversion.NameOf(leaf);
        }
        catch (OnnxUnsupportedException reason)
        {
            throw new OnnxExportException($"torch.onnx.export: output {index} cannot be one of an ONNX model: {reason.Message}");
        }
    }

    // Of dictionaries the values, in their order.
    private static IEnumerable<TracedValue> Leaves(TracedValue value) => value.Items is null ? [value]
        : value.IsDictionary ? value.Items.Where((_, i) => i % 2 == 1).SelectMany(Leaves)
        : value.Items.SelectMany(Leaves);
}
