using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Parts of tensors, taken and put.</summary>
internal static class IndexingOperators
{
    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::slice"] = Slice,
        ["aten::narrow"] = Narrow,
        ["aten::select"] = call => call.Return(call.Op(
            "Gather", [call.Name("self"), call.As("index", ScalarType.Int64)], ("axis", call.Axis("dim", call[0].Rank)))),
        ["aten::index_select"] = call => call.Return(call.Op("Gather", [call.Name("self"), call.Name("index")], ("axis", call.Axis("dim", call[0].Rank)))),
        ["aten::embedding"] = call => call.Return(call.Op("Gather", [call.Name("weight"), call.Name("indices")], ("axis", 0L))),
        ["aten::take"] = call => call.Return(call.Op("Gather", [call.Op("Reshape", [call.Name("self"), call.Whole(-1)]), call.Name("index")], ("axis", 0L))),
        ["aten::gather"] = call => call.Return(call.Op(
            "GatherElements", [call.Name("self"), call.Name("index")], ("axis", call.Axis("dim", call[0].Rank)))),
        ["aten::take_along_dim"] = TakeAlong,
        ["aten::scatter"] = Scatter,
        ["aten::scatter_add"] = call => call.Return(Scattered(call, "add", call.Name("src"))),
        ["aten::index"] = Index,
        ["aten::index_put"] = Put,
        ["aten::index_fill"] = Fill,
        ["aten::tril"] = call => Triangle(call, 0),
        ["aten::triu"] = call => Triangle(call, 1),
        ["aten::one_hot"] = OneHot,
    };

    private static string Bound(OperatorCall call, string argument, long none) =>
        call.Has(argument) ? call.LongName(call[argument]) : call.Whole(none);

    private static void Slice(OperatorCall call)
    {
        long axis = call.Axis("dim", call[0].Rank);
        call.Return(call.Op(
            "Slice", [call.Name("self"), Bound(call, "start", 0), Bound(call, "end", long.MaxValue), call.Whole(axis), Bound(call, "step", 1)]));
    }

    private static void Narrow(OperatorCall call)
    {
        string start = call.As("start", ScalarType.Int64);
        string end = call.Op("Add", [start, call.As("length", ScalarType.Int64)]);
        string row = call.Whole(-1);
        call.Return(call.Op(
            "Slice", [call.Name(call[0]), call.Op("Reshape", [start, row]), call.Op("Reshape", [end, row]), call.Whole(call.Axis("dim", call[0].Rank))]));
    }

    private static void TakeAlong(OperatorCall call)
    {
        if (!call.Has("dim"))
        {
            call.Return(call.Op("Gather", [call.Op("Reshape", [call.Name("self"), call.Whole(-1)]), call.Op("Reshape", [call.Name("indices"), call.Whole(-1)])]));
            return;
        }

        long axis = call.Axis("dim", call[0].Rank);
        string self = call.Op("Expand", [call.Name("self"), Without(call, call["indices"], axis)]);
        string indices = call.Op("Expand", [call.Name("indices"), Without(call, call[0], axis)]);
        call.Return(call.Op("GatherElements", [self, indices], ("axis", axis)));
    }

    // A shape to expand to that leaves one dimension as it is.
    private static string Without(OperatorCall call, TracedValue value, long axis) => call.Op(
        "Concat", [.. Enumerable.Range(0, value.Rank).Select(i => i == axis ? call.Whole(1) : call.SizeName(value, i))], ("axis", 0L));

    private static void Scatter(OperatorCall call)
    {
        string reduction = call.Text("reduce");
        string source = call.Find("src") is not null
            ? call.As("src", call.Type)
            : call.Op("Expand", [call.As("value", call.Type), call.ShapeName(call["index"])]);
        call.Return(Scattered(call, reduction switch { "" => "none", "multiply" => "mul", _ => reduction }, source));
    }

    private static string Scattered(OperatorCall call, string reduction, string source)
    {
        TracedValue index = call["index"];
        if (call.Find("src") is { } src && !src.FirstShape.AsSpan().SequenceEqual(index.FirstShape))
        {
            string[] ends = [.. Enumerable.Range(0, index.Rank).Select(i => call.SizeName(index, i))];
            source = call.Op("Slice", [source, call.Whole(new long[index.Rank]), call.Op("Concat", ends, ("axis", 0L))]);
        }

        return call.Op(
            "ScatterElements", [call.Name("self"), call.Name("index"), source], ("axis", call.Axis("dim", call[0].Rank)), ("reduction", reduction));
    }

    private static void Index(OperatorCall call)
    {
        IndexList list = IndexList.Of(call, call["indices"]);
        string data = call.Name("self");
        if (list.Axes is [var only])
        {
            call.Return(call.Op("Gather", [data, call.As(list.Indices[0], ScalarType.Int64)], ("axis", (long)only)));
            return;
        }

        string picked = call.Op("GatherND", [list.InFront(data), list.Stacked()]);
        call.Return(list.Adjoining ? list.PlacedBack(picked, call.Result.Rank) : picked);
    }

    private static void Put(OperatorCall call)
    {
        TracedValue indices = call["indices"];
        bool accumulate = call.Bool("accumulate");
        if (indices.Items is [{ Type: ScalarType.Bool } mask] && !accumulate && call["values"].FirstShape.All(length => length == 1))
        {
            string truths = call.Name(mask);
            long[] trailing = [.. Enumerable.Range(mask.Rank, call[0].Rank - mask.Rank).Select(axis => (long)axis)];
            truths = trailing.Length == 0 ? truths : call.Op("Unsqueeze", [truths, call.Whole(trailing)]);
            string value = call.Op("Reshape", [call.As("values", call.Type), call.Whole()]);
            call.Return(call.Op("Where", [truths, value, call.Name("self")]));
            return;
        }

        IndexList list = IndexList.Of(call, indices);
        if (!list.Leads)
        {
            throw OperatorCall.No("with indices that are not for the first dimensions");
        }

        string places = list.Stacked();
        string[] shape = [call.Op("Slice", [call.Op("Shape", [places]), call.Whole(0), call.Whole(-1)]), .. Enumerable.Range(list.Axes.Count, call[0].Rank - list.Axes.Count).Select(axis => call.SizeName(call[0], axis))];
        string values = call.Op("Expand", [call.As("values", call.Type), call.Op("Concat", shape, ("axis", 0L))]);
        call.Return(call.Op("ScatterND", [call.Name("self"), places, values], ("reduction", accumulate ? "add" : "none")));
    }

    private static void Fill(OperatorCall call)
    {
        long axis = call.Axis("dim", call[0].Rank);
        string[] lengths = [.. Enumerable.Range(0, call[0].Rank).Select(i => i == axis ? call.SizeName(call["index"], 0) : call.SizeName(call[0], i))];
        string shape = call.Op("Concat", lengths, ("axis", 0L));
        string row = call.Whole([.. Enumerable.Range(0, call[0].Rank).Select(i => i == axis ? -1L : 1L)]);
        string places = call.Op("Expand", [call.Op("Reshape", [call.Name("index"), row]), shape]);
        call.Return(call.Op("ScatterElements", [call.Name("self"), places, call.Op("Expand", [call.As("value", call.Type), shape])], ("axis", axis)));
    }

    private static void Triangle(OperatorCall call, long upper)
    {
        bool truths = call.Type == ScalarType.Bool;
        string self = truths ? call.Cast(call.Name("self"), ScalarType.Int64) : call.Name("self");
        string kept = call.Op("Trilu", [self, call.Number(call.Long("diagonal"))], ("upper", upper));
        call.Return(truths ? call.Cast(kept, ScalarType.Bool) : kept);
    }

    private static void OneHot(OperatorCall call)
    {
        long classes = call.Long("num_classes");
        if (classes < 0)
        {
            throw OperatorCall.No("without num_classes its result's size depends on the inputs' elements");
        }

        call.Return(call.Op("OneHot", [call.Name("self"), call.Whole(classes), call.Whole(0, 1)], ("axis", -1L)));
    }
}
