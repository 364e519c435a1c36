namespace TorchSharp;

/// <summary>Sorting.</summary>
internal static class OrderOperators
{
    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::topk"] = call => call.Return(Top(call, call.Find("k")!, call.Bool("largest", true), call.Bool("sorted", true))),
        ["aten::sort"] = call => call.Return(Sorted(call)),
        ["aten::argsort"] = call => call.Return(Sorted(call)[1]),
        ["aten::msort"] = call => call.Return(Top(call, call.SizeName(call[0], 0), 0, largest: false, sorted: true)[0]),
    };

    private static string[] Sorted(OperatorCall call)
    {
        long axis = call.Axis("dim", call[0].Rank);
        return Top(call, call.SizeName(call[0], axis), axis, call.Bool("descending"), sorted: true);
    }

    private static string[] Top(OperatorCall call, TracedValue k, bool largest, bool sorted) =>
        Top(call, call.LongName(k), call.Axis("dim", call[0].Rank), largest, sorted);

    private static string[] Top(OperatorCall call, string k, long axis, bool largest, bool sorted) => call[0].Rank == 0
        ? throw OperatorCall.No("on a tensor without dimensions")
        : call.Ops("TopK", 2, [call.Name("self"), k], ("axis", axis), ("largest", largest ? 1L : 0L), ("sorted", sorted ? 1L : 0L));
}
