using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Comparisons, truth values, and choices between elements.</summary>
internal static class ComparisonOperators
{
    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::eq"] = call => call.Return(Equality(call)),
        ["aten::ne"] = call => call.Return(call.Op("Not", [Equality(call)])),
        ["aten::lt"] = call => call.Return(Ordered(call, "Less")),
        ["aten::le"] = call => call.Return(Ordered(call, "LessOrEqual")),
        ["aten::gt"] = call => call.Return(Ordered(call, "Greater")),
        ["aten::ge"] = call => call.Return(Ordered(call, "GreaterOrEqual")),
        ["aten::logical_and"] = call => call.Return(Logical(call, "And")),
        ["aten::logical_or"] = call => call.Return(Logical(call, "Or")),
        ["aten::logical_xor"] = call => call.Return(Logical(call, "Xor")),
        ["aten::__and__"] = call => call.Return(Bits(call, "And")),
        ["aten::__or__"] = call => call.Return(Bits(call, "Or")),
        ["aten::__xor__"] = call => call.Return(Bits(call, "Xor")),
        ["aten::bitwise_and"] = call => call.Return(Bits(call, "And")),
        ["aten::bitwise_or"] = call => call.Return(Bits(call, "Or")),
        ["aten::bitwise_xor"] = call => call.Return(Bits(call, "Xor")),
        ["aten::where"] = Where,
        ["aten::masked_fill"] = call => call.Return(call.Op("Where", [call.As("mask", ScalarType.Bool), call.As("value", call.Type), call.As("self", call.Type)])),
        ["aten::clamp"] = Clamp,
        ["aten::clip"] = Clamp,
        ["aten::clamp_min"] = call => call.Return(call.Op("Max", [call.As("self", call.Type), call.As("min", call.Type)])),
        ["aten::clamp_max"] = call => call.Return(call.Op("Min", [call.As("self", call.Type), call.As("max", call.Type)])),
    };

    /// <summary>The type that two values are compared in.</summary>
    internal static ScalarType Common(TracedValue one, TracedValue other)
    {
        if (one.IsTensor && other.IsTensor)
        {
            return result_type((Tensor)one.First!, (Tensor)other.First!);
        }

        if (!one.IsTensor && !other.IsTensor)
        {
            return Rank(one.Type!.Value) >= Rank(other.Type!.Value) ? one.Type.Value : other.Type!.Value;
        }

        var (elements, number) = one.IsTensor ? (one.Type!.Value, other.Type!.Value) : (other.Type!.Value, one.Type!.Value);
        return Rank(number) <= Rank(elements) ? elements : number == ScalarType.Float64 ? get_default_dtype() : number;
    }

    private static int Rank(ScalarType type) => type == ScalarType.Bool ? 0 : is_floating_point(type) ? 2 : 1;

    private static string Equality(OperatorCall call)
    {
        ScalarType type = Common(call[0], call[1]);
        return call.Op("Equal", [call.As(call[0], type), call.As(call[1], type)]);
    }

    private static string Ordered(OperatorCall call, string op)
    {
        ScalarType type = Common(call[0], call[1]);
        type = type == ScalarType.Bool ? ScalarType.Int32 : type;
        return call.Op(op, [call.As(call[0], type), call.As(call[1], type)]);
    }

    private static string Logical(OperatorCall call, string op) => call.Op(op, [call.As(call[0], ScalarType.Bool), call.As(call[1], ScalarType.Bool)]);

    private static string Bits(OperatorCall call, string op) => call.Type == ScalarType.Bool
        ? Logical(call, op)
        : call.Opset >= 18
            ? call.Op($"Bitwise{op}", [call.As(call[0], call.Type), call.As(call[1], call.Type)])
            : throw OperatorCall.No("on whole numbers it needs opset_version 18");

    private static void Where(OperatorCall call)
    {
        if (call.Find("self") is null)
        {
            throw OperatorCall.No("with the condition alone its result's size depends on the inputs' elements");
        }

        call.Return(call.Op("Where", [call.As("condition", ScalarType.Bool), call.As("self", call.Type), call.As("other", call.Type)]));
    }

    private static void Clamp(OperatorCall call)
    {
        string self = call.As("self", call.Type);
        bool numbers = new[] { "min", "max" }.All(bound => !call.Has(bound) || !call[bound].IsTensor);
        if (numbers)
        {
            call.Return(call.Op("Clip", [self, call.Has("min") ? call.As("min", call.Type) : null, call.Has("max") ? call.As("max", call.Type) : null]));
            return;
        }

        self = call.Has("min") ? call.Op("Max", [self, call.As("min", call.Type)]) : self;
        call.Return(call.Has("max") ? call.Op("Min", [self, call.As("max", call.Type)]) : self);
    }
}
