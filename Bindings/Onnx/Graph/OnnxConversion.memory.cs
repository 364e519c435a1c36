using static TorchSharp.torch;

namespace TorchSharp;

/// <content>
/// In-place operators and views. ONNX's tensors never change: an in-place operator gives its tensor a new name, and what shares that tensor's memory is
/// taken from the new one.
/// </content>
internal sealed partial class OnnxConversion
{
    // The memory of constants that no operator has made, with their owners: what the module holds and what its code mentions.
    private readonly Dictionary<nint, string> fixedMemory = [];

    private void Change(ScriptNode node, TracedValue[] arguments)
    {
        TracedValue target = arguments[0];
        TracedValue origin = target.Base;
        bool dependsOnData = Chances.Contains(node.Operator) || arguments.Any(DependsOnData);
        if (node.Inputs.Length > 0 && target.First is not Tensor)
        {
            throw new OnnxUnsupportedException("it changes something that is no tensor");
        }

        // Names of arguments stand for what they are before the change.
        if (dependsOnData || !Array.TrueForAll(arguments, argument => argument.IsConstant))
        {
            NameOf(origin);
            foreach (TracedValue leaf in arguments.SelectMany(argument => argument.Leaves()).Where(leaf => leaf.IsTensor))
            {
                NameOf(leaf);
            }
        }

        Keep(origin);
        bool wasConstant = origin.IsConstant;
        TracedValue[] results = Evaluate(node, arguments, dependsOnData);
        values[node.Outputs[0]] = target;
        origin.Reconsider();
        target.Reconsider();
        if (wasConstant && !dependsOnData && origin.IsConstant)
        {
            (origin.Name, target.Name) = (null, null);
            origin.Version++;
            results[0].Release();
            return;
        }

        origin.DependsOnData |= dependsOnData;
        Write(node, arguments, results);
        string changed = results[0].Name!;
        results[0].Release();
        if (target.View is null)
        {
            target.Name = changed;
            target.Version++;
            return;
        }

        origin.Name = PutBack(target, changed);
        origin.Version++;
        target.Name = changed;
        target.Version = origin.Version;
    }

    /// <summary>An initializer that shares the memory about to change gets a copy.</summary>
    private void Keep(TracedValue origin)
    {
        if (fixedMemory.TryGetValue(origin.Memory, out var owner))
        {
            throw new OnnxUnsupportedException($"it changes {owner}, and a graph has no state");
        }

        foreach (var (name, held) in Graph.Initializers.Where(entry => entry.Value.numel() > 0).ToList())
        {
            if (TensorMemory.StorageAddress(held) == origin.Memory)
            {
                Graph.Replace(name, held.clone());
            }
        }
    }

    private void FindViews(ScriptNode node, TracedValue[] arguments, TracedValue[] results)
    {
        int index = 0;
        foreach (TracedValue result in results.SelectMany(result => result.Leaves()))
        {
            TracedValue? source = result.Memory == 0 ? null : Array.Find(arguments, argument => argument.Memory == result.Memory);
            if (source is not null)
            {
                result.View = new TracedView(source, node, arguments, index);
                result.Version = source.Base.Version;
            }

            index++;
        }
    }

    /// <summary>Takes a view again whose base has changed since.</summary>
    private void Refresh(TracedValue value)
    {
        if (value.View is not { } view || value.Version == value.Base.Version)
        {
            return;
        }

        value.Reconsider();
        value.Name = value.IsConstant ? null : TakeAgain(view, NameOf(view.Of));
        value.Version = value.Base.Version;
    }

    /// <summary>The operators that take a view, on another tensor of the same shape.</summary>
    private string TakeAgain(TracedView view, string source, ScalarType? type = null)
    {
        TracedValue stand = view.Of.StandIn(source, type);
        TracedValue[] arguments = [.. view.Arguments.Select(argument => ReferenceEquals(argument, view.Of) ? stand : argument)];
        TracedValue[] results = Evaluate(view.Node, arguments, dependsOnData: true);
        Write(view.Node, arguments, results);
        TracedValue[] leaves = [.. results.SelectMany(result => result.Leaves())];
        string name = NameOf(leaves[view.Index]);
        Array.ForEach([stand, .. leaves], leaf => leaf.Release());
        return name;
    }

    /// <summary>
    /// The base with a view's elements put in their places: the same views are taken of the elements' positions, which say where each belongs.
    /// </summary>
    private string PutBack(TracedValue target, string changed)
    {
        TracedValue origin = target.Base;
        string old = NameOf(origin);
        string shape = Emit("Shape", old);
        string flat = Emit("Reshape", old, Whole([-1]));
        string count = Emit("Size", old);
        string positions = Emit("Reshape", Emit("Range", ScalarName(0L, ScalarType.Int64), count, ScalarName(1L, ScalarType.Int64)), shape);
        string seen = Positions(target, positions);
        string put = Graph.Add("ScatterElements", [flat, Emit("Reshape", seen, Whole([-1])), Emit("Reshape", changed, Whole([-1]))], 1, [("axis", 0L)])[0];
        return Emit("Reshape", put, shape);
    }

    private string Positions(TracedValue value, string positions) =>
        value.View is { } view ? TakeAgain(view, Positions(view.Of, positions), ScalarType.Int64) : positions;

    private string Emit(string op, params string[] inputs) => Graph.Add(op, inputs, 1, [])[0];

    private string Whole(long[] numbers) => Graph.Shared($"Int64:[{string.Join(',', numbers)}]", () => tensor(numbers));

    /// <summary>Lets go of the runs' tensors that nothing reads any more; constants stay, for they may be written.</summary>
    private void Forget(IEnumerable<long> done)
    {
        foreach (long number in done)
        {
            if (values.Remove(number, out var value) && value.IsTensor && value.DependsOnData &&
                !values.Values.Any(other => other.Leaves().Contains(value)))
            {
                value.Release();
            }
        }
    }
}
