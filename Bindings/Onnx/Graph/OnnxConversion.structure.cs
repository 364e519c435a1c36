using static TorchSharp.torch;

namespace TorchSharp;

/// <content>Lists, tuples and dictionaries, branches and loops: what the script does with values, not with their elements.</content>
internal sealed partial class OnnxConversion
{
    private const long LongestLoop = 100_000;

    private static readonly HashSet<string> Silent = ["aten::warn", "prim::Print", "prim::profile", "aten::_assert_async"];

    /// <summary>Does what needs no operator.</summary>
    /// <returns>False if the node is an operator.</returns>
    private bool Structure(ScriptNode node)
    {
        TracedValue[] inputs = [.. node.Inputs.Select(input => values[input])];
        switch (node.Operator)
        {
            case "prim::Constant":
                SetConstant(node);
                return true;
            case "prim::ListConstruct" or "prim::TupleConstruct":
                Set(node, TracedValue.List(inputs));
                return true;
            case "prim::DictConstruct":
                Set(node, TracedValue.Dictionary(inputs));
                return true;
            case "prim::ListUnpack" or "prim::TupleUnpack" when inputs[0].Items is { } items && items.Count == node.Outputs.Length:
                for (int i = 0; i < items.Count; i++)
                {
                    values[node.Outputs[i]] = items[i];
                }

                return true;
            case "prim::TupleIndex" or "aten::__getitem__" when inputs[0].Items is not null:
                Set(node, Item(inputs[0], inputs[1]));
                return true;
            case "aten::append" when inputs[0].Items is { } items:
                items.Add(inputs[1]);
                Set(node, inputs[0]);
                return true;
            case "aten::len" when inputs[0].Items is { } items:
                Set(node, TracedValue.Constant((long)(inputs[0].IsDictionary ? items.Count / 2 : items.Count)));
                return true;
            case "aten::__is__" or "aten::__isnot__" when inputs.Any(input => input.IsNone):
                Set(node, TracedValue.Constant(inputs.All(input => input.IsNone) == (node.Operator == "aten::__is__")));
                return true;
            case "prim::unchecked_cast" or "prim::unchecked_unwrap_optional" or "aten::_unwrap_optional":
                Set(node, inputs[0]);
                return true;
            case "prim::Uninitialized":
                Set(node, TracedValue.Constant(null));
                return true;
            case "prim::If":
                Branch(node, inputs[0]);
                return true;
            case "prim::Loop":
                Loop(node, inputs);
                return true;
            case "prim::RaiseException":
                throw new OnnxUnsupportedException($"the module raises '{inputs[0].First}' on the example inputs");
            case "prim::GetAttr" or "prim::SetAttr":
                throw new OnnxUnsupportedException($"the attribute '{node.Attribute}' changes while the module runs, and a graph has no state");
            default:
                return Silent.Contains(node.Operator);
        }
    }

    private void Set(ScriptNode node, TracedValue value)
    {
        if (node.Outputs.Length > 0)
        {
            values[node.Outputs[0]] = value;
        }
    }

    private void SetConstant(ScriptNode node)
    {
        TracedValue value = TracedValue.Constant(node.Attribute);
        Set(node, value);
        foreach (TracedValue leaf in value.Leaves().Where(leaf => leaf.Memory != 0))
        {
            fixedMemory.TryAdd(leaf.Memory, "a constant");
        }
    }

    private static TracedValue Item(TracedValue list, TracedValue index)
    {
        if (!index.IsConstant)
        {
            throw new OnnxUnsupportedException("which item of a list is taken depends on the inputs");
        }

        if (list.IsDictionary)
        {
            int key = list.Items!.FindIndex(entry => Equals(entry.First, index.First));
            return list.Items[key + 1];
        }

        int position = (int)(long)index.First!;
        return list.Items![position < 0 ? position + list.Items.Count : position];
    }

    private void Branch(ScriptNode node, TracedValue condition)
    {
        if (!condition.IsConstant)
        {
            throw new OnnxUnsupportedException("which branch is taken depends on the inputs");
        }

        bool taken = condition.First is Tensor tensor ? tensor.ToBoolean() : (bool)condition.First!;
        ScriptBlock block = node.Blocks[taken ? 0 : 1];
        Walk(block);
        for (int i = 0; i < block.Outputs.Length; i++)
        {
            values[node.Outputs[i]] = values[block.Outputs[i]];
        }
    }

    private void Loop(ScriptNode node, TracedValue[] inputs)
    {
        if (!inputs[0].IsConstant)
        {
            throw new OnnxUnsupportedException("how often a loop runs depends on the inputs");
        }

        ScriptBlock body = node.Blocks[0];
        long trips = (long)inputs[0].First!;
        TracedValue condition = inputs[1];
        TracedValue[] carried = inputs[2..];
        for (long trip = 0; trip < trips; trip++)
        {
            if (!condition.IsConstant)
            {
                throw new OnnxUnsupportedException("whether a loop goes on depends on the inputs");
            }

            if (!(bool)condition.First!)
            {
                break;
            }

            if (trip == LongestLoop)
            {
                throw new OnnxUnsupportedException($"a loop runs more than {LongestLoop} times");
            }

            values[body.Inputs[0].Value] = TracedValue.Constant(trip);
            for (int i = 0; i < carried.Length; i++)
            {
                values[body.Inputs[i + 1].Value] = carried[i];
            }

            Walk(body);
            condition = values[body.Outputs[0]];
            carried = [.. body.Outputs[1..].Select(output => values[output])];
        }

        for (int i = 0; i < carried.Length; i++)
        {
            values[node.Outputs[i]] = carried[i];
        }
    }
}
