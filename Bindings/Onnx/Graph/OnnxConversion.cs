using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>
/// Turns a script's graph into an ONNX graph: runs it node by node on the example inputs (and a second time with other sizes along the dynamic
/// axes), keeps what came out the same and depends on no input's elements as constants, and writes ONNX operators for the rest.
/// </summary>
internal sealed partial class OnnxConversion
{
    // What is asked of a tensor that its elements have no part in.
    private static readonly HashSet<string> Questions =
    [
        "aten::size", "aten::sym_size", "aten::dim", "aten::numel", "aten::len", "aten::dtype", "prim::dtype", "prim::device", "prim::layout", "aten::is_floating_point",
        "aten::is_complex", "prim::is_cuda", "aten::is_signed", "aten::element_size", "aten::__is__", "aten::__isnot__", "prim::requires_grad",
        "aten::stride", "aten::storage_offset", "aten::is_contiguous", "prim::is_quantized", "prim::is_sparse", "aten::result_type", "prim::is_nested",
    ];

    // What is new with every run.
    private static readonly HashSet<string> Chances =
    [
        "aten::rand", "aten::randn", "aten::rand_like", "aten::randn_like", "aten::randint", "aten::bernoulli", "aten::multinomial", "aten::normal",
        "aten::randperm", "aten::bernoulli_", "aten::normal_", "aten::uniform_", "aten::dropout_", "aten::rrelu", "aten::randint_like", "aten::random_",
    ];

    private readonly ScriptGraph script;
    private readonly bool twice;
    private readonly bool fold;
    private readonly bool changes;
    private readonly Dictionary<long, TracedValue> values = [];
    private readonly Dictionary<(nint Address, string Shape), string> weightNames = [];
    private readonly List<(string Operator, string Reason, string Place)> unsupported = [];

    internal OnnxConversion(ScriptGraph script, int opset, bool twice, bool fold)
    {
        this.script = script;
        this.twice = twice;
        this.fold = fold;
        changes = HasChanges(script.Block);
        Opset = opset;
    }

    internal OnnxGraph Graph { get; } = new();

    internal int Opset { get; }

    /// <summary>Gives the constants that are a module's own tensors their names in its state dictionary.</summary>
    internal void NameWeights(IReadOnlyDictionary<string, Tensor> state)
    {
        foreach (var (name, tensor) in state.Where(entry => entry.Value.numel() > 0 && entry.Value.is_contiguous()))
        {
            fixedMemory.TryAdd(TensorMemory.StorageAddress(tensor), $"'{name}', a tensor of the module's");
            weightNames.TryAdd(Place(tensor), name);
        }
    }

    /// <summary>Converts everything and drops what no output needs.</summary>
    /// <param name="inputs">What stands for the inputs, in their order.</param>
    /// <exception cref="OnnxExportException">Operators have no counterpart; the message lists all.</exception>
    internal IReadOnlyList<TracedValue> Convert(IReadOnlyList<TracedValue> inputs)
    {
        for (int i = 0; i < inputs.Count; i++)
        {
            values[script.Block.Inputs[i].Value] = inputs[i];
        }

        Walk(script.Block);
        return unsupported.Count == 0 ? [.. script.Block.Outputs.Select(output => values[output])] : throw Unsupported();
    }

    /// <summary>The name of a tensor or number in the ONNX graph: a constant becomes an initializer.</summary>
    internal string NameOf(TracedValue value)
    {
        if (value.Items is not null || value.First is null or string)
        {
            throw new OnnxUnsupportedException(value.IsNone ? "None stands where a tensor is needed" : "a list or text stands where a tensor is needed");
        }

        if (value.Packed is not null)
        {
            throw new OnnxUnsupportedException("packed sequences reach it, and only recurrent layers and pad_packed_sequence take them");
        }

        Refresh(value);
        if (value.Name is null)
        {
            if (!value.IsConstant)
            {
                // Converters leave out a result only where ONNX has none.
                throw new OnnxUnsupportedException("it uses a result of another operator that has no counterpart");
            }

            value.Name = value.First is Tensor tensor ? NameOfConstant(tensor) : ScalarName(value.First, value.Type!.Value);
        }

        return value.Name;
    }

    /// <summary>The initializer that holds a number.</summary>
    internal string ScalarName(object number, ScalarType type) =>
        Graph.Shared($"{type}:{number}", () => Cast(number switch
        {
            bool truth => tensor(truth),
            long whole => tensor(whole),
            double real => tensor(real),
            _ => throw new OnnxUnsupportedException($"a number of type {number.GetType().Name} stands where a tensor is needed"),
        }, type));

    private static Tensor Cast(Tensor tensor, ScalarType type) => tensor.to_type(type);

    private string NameOfConstant(Tensor tensor)
    {
        OnnxTypes.Of(tensor.dtype);
        if (tensor.numel() is > 0 and <= 16 && tensor.device_type == DeviceType.CPU)
        {
            if (!weightNames.TryGetValue(Place(tensor), out var small) || !tensor.is_contiguous())
            {
                string elements = string.Join(',', tensor.flatten().to_type(ScalarType.Float64).data<double>().ToArray());
                return tensor.dtype is ScalarType.Int64 && tensor.numel() > 0 && Large(tensor)
                    ? Graph.AddInitializer("constant", tensor)
                    : Graph.Shared($"{tensor.dtype}[{string.Join(',', tensor.shape)}]:{elements}", () => tensor.clone());
            }

            return Graph.Shared($"weight:{small}", () => tensor, small);
        }

        return tensor.is_contiguous() && tensor.numel() > 0 && weightNames.TryGetValue(Place(tensor), out var name)
            ? Graph.Shared($"weight:{name}", () => tensor, name)
            : Graph.AddInitializer("constant", tensor);
    }

    // Whole numbers that a double would round.
    private static bool Large(Tensor tensor) => tensor.abs().max().item<long>() is > 1L << 52 or < 0;

    private static (nint Address, string Shape) Place(Tensor tensor) => (tensor.data_ptr(), $"{tensor.dtype}[{string.Join(',', tensor.shape)}]");

    private void Walk(ScriptBlock block)
    {
        // A value of this block that is used for the last time is let go behind it.
        var last = new Dictionary<long, int>();
        var own = block.Nodes.SelectMany(node => node.Outputs).Except(block.Outputs).ToHashSet();
        for (int i = 0; i < block.Nodes.Length; i++)
        {
            foreach (long input in Uses(block.Nodes[i]))
            {
                last[input] = i;
            }
        }

        for (int i = 0; i < block.Nodes.Length; i++)
        {
            ScriptNode node = block.Nodes[i];
            try
            {
                Step(node);
                Forget(node.Inputs.Where(input => own.Contains(input) && last[input] == i));
            }
            catch (OnnxUnsupportedException reason)
            {
                unsupported.Add((node.Operator, reason.Message, node.Place));
                if (!node.Outputs.All(values.ContainsKey))
                {
                    // Nothing is known of its results, so what comes behind it cannot be looked at.
                    throw Unsupported();
                }

                // What uses them is not to blame.
                foreach (TracedValue leaf in node.Outputs.SelectMany(output => values[output].Leaves()))
                {
                    leaf.Name ??= node.Operator;
                }
            }
        }
    }

    private static IEnumerable<long> Uses(ScriptNode node) =>
        node.Inputs.Concat(node.Blocks.SelectMany(block => block.Outputs.Concat(block.Nodes.SelectMany(Uses))));

    private void Step(ScriptNode node)
    {
        if (!Structure(node))
        {
            Operator(node);
        }
    }

    private void Operator(ScriptNode node)
    {
        TracedValue[] arguments = [.. node.Inputs.Select(input => values[input])];
        if (node.IsInPlace)
        {
            Change(node, arguments);
            return;
        }

        bool dependsOnData = Chances.Contains(node.Operator) || (!Questions.Contains(node.Operator) && arguments.Any(DependsOnData));
        TracedValue[] results = Evaluate(node, arguments, dependsOnData);
        FindViews(node, arguments, results);
        for (int i = 0; i < results.Length; i++)
        {
            values[node.Outputs[i]] = results[i];
        }

        bool constant = Array.TrueForAll(results, result => result.IsConstant);
        if (!constant || (!fold && results.Any(result => result.IsTensor) && OnnxOperators.Table.ContainsKey(node.Operator)))
        {
            Write(node, arguments, results);
        }
    }

    private static bool DependsOnData(TracedValue value) => value.Leaves().Any(leaf => leaf.DependsOnData || leaf.Base.DependsOnData);

    private TracedValue[] Evaluate(ScriptNode node, TracedValue[] arguments, bool dependsOnData)
    {
        object?[] first = Run(node, arguments, second: false);

        // Where operators work in place each run needs memory of its own.
        object?[] second = twice && (changes || !Array.TrueForAll(arguments, Alike)) ? Run(node, arguments, second: true) : first;
        return [.. first.Select((result, i) => TracedValue.Of(result, second[i], dependsOnData))];
    }

    private static bool HasChanges(ScriptBlock block) => block.Nodes.Any(node => node.IsInPlace || node.Blocks.Any(HasChanges));

    private static bool Alike(TracedValue argument) => argument.Leaves().All(leaf => ReferenceEquals(leaf.First, leaf.Second) || (leaf.First is not Tensor && Equals(leaf.First, leaf.Second)));

    private object?[] Run(ScriptNode node, TracedValue[] arguments, bool second)
    {
        try
        {
            return script.Run(node, [.. arguments.Select(argument => argument.In(second))]);
        }
        catch (Exception error) when (second && error is System.Runtime.InteropServices.ExternalException)
        {
            throw new OnnxExportException(
                $"torch.onnx.export: {node.Operator} ({node.Place}) fails when the dynamic axes have other sizes than in the example, so the module holds on " +
                "to a size from when it was traced: write that size as -1, take it from the input (Python's x.size(0)), or leave the axis fixed. " +
                $"What it says: {error.Message}", error);
        }
    }

    /// <summary>Writes the ONNX operators of one operator of the script.</summary>
    private void Write(ScriptNode node, TracedValue[] arguments, TracedValue[] results)
    {
        string name = node.IsInPlace ? node.Operator[..^1] : node.Operator;
        if (!OnnxOperators.Table.TryGetValue(name, out var converter))
        {
            throw new OnnxUnsupportedException("");
        }

        converter(new OperatorCall(this, node, arguments, results));
    }

    private OnnxExportException Unsupported()
    {
        var lines = unsupported.GroupBy(entry => (entry.Operator, entry.Reason)).Select(group =>
        {
            string reason = group.Key.Reason.Length > 0 ? $": {group.Key.Reason}" : "";
            string[] places = [.. group.Select(entry => entry.Place).Where(place => place.Length > 0).Distinct()];
            string where = places.Length == 0 ? "" : $" ({string.Join("; ", places.Take(3))}{(places.Length > 3 ? $"; and {places.Length - 3} more" : "")})";
            return $"  {group.Key.Operator}{reason}{where}";
        });
        string[] operators = [.. unsupported.Select(entry => entry.Operator).Distinct()];
        return new OnnxExportException(
            $"torch.onnx.export: no ONNX counterpart in operator set {Opset} for\n{string.Join('\n', lines)}\n" +
            "Write these parts of the module with other operators (docs/onnx.md lists those that are supported).", operators);
    }
}
