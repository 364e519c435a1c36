using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Tensors joined and taken apart along a dimension.</summary>
internal static class JoiningOperators
{
    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::cat"] = Join,
        ["aten::concat"] = Join,
        ["aten::concatenate"] = Join,
        ["aten::stack"] = Stack,
        ["aten::chunk"] = Split,
        ["aten::split"] = Split,
        ["aten::split_with_sizes"] = Split,
        ["aten::tensor_split"] = Split,
        ["aten::unsafe_chunk"] = Split,
        ["aten::unsafe_split"] = Split,
        ["aten::unbind"] = Unbind,
    };

    private static void Join(OperatorCall call)
    {
        // An empty tensor of one dimension goes with any others.
        List<TracedValue> parts = call["tensors"].Items!.FindAll(part => part.Rank == call.Result.Rank);
        string[] names = [.. parts.Select(part => call.As(part, call.Type))];
        call.Return(call.Op("Concat", names, ("axis", call.Axis("dim", call.Result.Rank))));
    }

    private static void Stack(OperatorCall call)
    {
        long axis = call.Axis("dim", call.Result.Rank);
        string[] names = [.. call["tensors"].Items!.Select(part => call.Op("Unsqueeze", [call.As(part, call.Type), call.Whole(axis)]))];
        call.Return(call.Op("Concat", names, ("axis", axis)));
    }

    private static void Split(OperatorCall call)
    {
        long axis = call.Axis("dim", call[0].Rank);
        var parts = call.Result.Items!;
        long[] lengths = [.. parts.Select(part => part.Shape[axis])];
        if (lengths.Contains(-1))
        {
            throw OperatorCall.No("along a dynamic axis");
        }

        call.ReturnList(parts.Count == 1
            ? [call.Name("self")]
            : call.Ops("Split", parts.Count, [call.Name("self"), call.Whole(lengths)], ("axis", axis)));
    }

    private static void Unbind(OperatorCall call)
    {
        long axis = call.Axis("dim", call[0].Rank);
        if (call[0].Shape[axis] < 0)
        {
            throw OperatorCall.No("along a dynamic axis");
        }

        string self = call.Name("self");
        call.ReturnList([.. Enumerable.Range(0, call.Result.Items!.Count).Select(i => call.Op("Gather", [self, call.Number(i)], ("axis", axis)))]);
    }
}
