using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Tensors made of sizes, and elements made into other types.</summary>
internal static class FactoryOperators
{
    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::zeros"] = call => Filled(call, call.Number(0, call.Type), call["size"]),
        ["aten::ones"] = call => Filled(call, call.Number(1, call.Type), call["size"]),
        ["aten::empty"] = call => Filled(call, call.Number(0, call.Type), call["size"]),
        ["aten::full"] = call => Filled(call, call.As("fill_value", call.Type), call["size"]),
        ["aten::new_zeros"] = call => Filled(call, call.Number(0, call.Type), call["size"]),
        ["aten::new_ones"] = call => Filled(call, call.Number(1, call.Type), call["size"]),
        ["aten::new_empty"] = call => Filled(call, call.Number(0, call.Type), call["size"]),
        ["aten::new_full"] = call => Filled(call, call.As("fill_value", call.Type), call["size"]),
        ["aten::zeros_like"] = call => Like(call, call.Number(0, call.Type)),
        ["aten::ones_like"] = call => Like(call, call.Number(1, call.Type)),
        ["aten::empty_like"] = call => Like(call, call.Number(0, call.Type)),
        ["aten::full_like"] = call => Like(call, call.As("fill_value", call.Type)),
        ["aten::fill"] = call => Like(call, call.As("value", call.Type)),
        ["aten::zero"] = call => Like(call, call.Number(0, call.Type)),
        ["aten::copy"] = call => Like(call, call.As("src", call.Type)),
        ["aten::rand_like"] = call => call.Return(call.Op("RandomUniformLike", [call.Name("self")], ("dtype", OnnxTypes.Of(call.Type)))),
        ["aten::randn_like"] = call => call.Return(call.Op("RandomNormalLike", [call.Name("self")], ("dtype", OnnxTypes.Of(call.Type)))),
        ["aten::arange"] = Range,
        ["aten::scalar_tensor"] = Converted,
        ["aten::tensor"] = Listed,
        ["aten::to"] = Converted,
        ["aten::_to_copy"] = Converted,
        ["aten::type_as"] = Converted,
        ["prim::NumToTensor"] = Converted,
        ["aten::Int"] = Converted,
        ["aten::Float"] = Converted,
        ["aten::Bool"] = Converted,
        ["aten::IntImplicit"] = Converted,
        ["aten::FloatImplicit"] = Converted,
        ["aten::ScalarImplicit"] = Converted,
        ["aten::item"] = Converted,
        ["aten::float"] = Converted,
    };

    private static void Filled(OperatorCall call, string value, TracedValue size) => call.Return(call.Op("Expand", [value, call.LongsName(size)]));

    private static void Like(OperatorCall call, string value) => call.Return(call.Op("Expand", [value, call.ShapeName(call[0])]));

    private static void Range(OperatorCall call) => call.Return(call.Op(
        "Range",
        [
            call.Find("start") is null ? call.Number(0, call.Type) : call.As("start", call.Type), call.As("end", call.Type),
            call.Find("step") is null ? call.Number(1, call.Type) : call.As("step", call.Type),
        ]));

    private static void Converted(OperatorCall call) =>
        call.Return(call.Result.Rank == 0 && call[0].Rank > 0
            ? call.Op("Reshape", [call.As(call[0], call.Type), call.Whole()])
            : call.As(call[0], call.Type));

    private static void Listed(OperatorCall call)
    {
        if (call[0].Items is not { } items)
        {
            Converted(call);
            return;
        }

        string[] parts = [.. items.Select(item => call.Op("Reshape", [call.As(item, call.Type), call.Whole(-1)]))];
        call.Return(call.Op("Concat", parts, ("axis", 0L)));
    }
}
