using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>An ONNX graph while it is put together: nodes in the order they run in, and the tensors that they start from.</summary>
internal sealed class OnnxGraph
{
    private readonly HashSet<string> names = [];
    private readonly Dictionary<string, string> known = [];
    private readonly Dictionary<string, Tensor> initializers = [];
    private readonly List<OnnxNode> nodes = [];
    private readonly Dictionary<string, int> counters = [];

    internal IReadOnlyList<OnnxNode> Nodes => nodes;

    internal IReadOnlyDictionary<string, Tensor> Initializers => initializers;

    internal List<OnnxPort> Inputs { get; } = [];

    internal List<OnnxPort> Outputs { get; } = [];

    /// <summary>A name that nothing else has.</summary>
    internal string Reserve(string wanted)
    {
        if (names.Add(wanted))
        {
            return wanted;
        }

        int count = counters.GetValueOrDefault(wanted);
        string name;
        do
        {
            name = $"{wanted}_{++count}";
        }
        while (!names.Add(name));

        counters[wanted] = count;
        return name;
    }

    /// <summary>Adds a node and names its results.</summary>
    internal string[] Add(string op, IReadOnlyList<string?> inputs, int outputs, ReadOnlySpan<(string Name, object Value)> attributes)
    {
        string[] taken = [.. inputs.Select(input => input ?? "")];
        int count = taken.Length;
        while (count > 0 && taken[count - 1].Length == 0)
        {
            count--;
        }

        var results = new string[outputs];
        for (int i = 0; i < outputs; i++)
        {
            results[i] = Reserve(outputs == 1 ? $"{op}_output" : $"{op}_output_{i}");
        }

        nodes.Add(new OnnxNode(op, taken[..count], results, attributes.ToArray()));
        return results;
    }

    /// <summary>Adds a tensor that the graph starts from; it has to live until the file is written.</summary>
    internal string AddInitializer(string wanted, Tensor tensor)
    {
        string name = Reserve(wanted);
        initializers.Add(name, tensor);
        return name;
    }

    /// <summary>The initializer that holds a tensor, made once for all who ask for the same.</summary>
    /// <param name="key">What tells it from others.</param>
    /// <param name="make">Makes the tensor.</param>
    /// <param name="wanted">The name that it should have.</param>
    internal string Shared(string key, Func<Tensor> make, string wanted = "constant")
    {
        if (!known.TryGetValue(key, out var name))
        {
            known[key] = name = AddInitializer(wanted, make());
        }

        return name;
    }

    /// <summary>Puts a copy in the place of a tensor that is about to change.</summary>
    internal void Replace(string initializer, Tensor copy)
    {
        if (initializers.ContainsKey(initializer))
        {
            initializers[initializer] = copy;
        }
    }

    /// <summary>Gives a node's result another name, which the caller has reserved, everywhere.</summary>
    /// <returns>False if no node makes it.</returns>
    internal bool Rename(string from, string to)
    {
        if (!nodes.Exists(node => node.Outputs.Contains(from)))
        {
            return false;
        }

        foreach (OnnxNode node in nodes)
        {
            Exchange(node.Inputs, from, to);
            Exchange(node.Outputs, from, to);
        }

        return true;
    }

    /// <summary>Adds a node with one result, whose name the caller has reserved.</summary>
    internal void AddNamed(string op, string input, string output) => nodes.Add(new OnnxNode(op, [input], [output], []));

    /// <summary>Drops what no output needs.</summary>
    internal void Prune()
    {
        var needed = Outputs.Select(output => output.Name).ToHashSet();
        for (int i = nodes.Count - 1; i >= 0; i--)
        {
            if (nodes[i].Outputs.Any(needed.Contains))
            {
                needed.UnionWith(nodes[i].Inputs);
            }
            else
            {
                nodes.RemoveAt(i);
            }
        }

        foreach (string unused in initializers.Keys.Where(name => !needed.Contains(name)).ToList())
        {
            initializers.Remove(unused);
        }
    }

    private static void Exchange(string[] list, string from, string to)
    {
        for (int i = 0; i < list.Length; i++)
        {
            list[i] = list[i] == from ? to : list[i];
        }
    }
}
