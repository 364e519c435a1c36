using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Sums, products and their kin, on tensors and on numbers that stand for sizes.</summary>
internal static class ArithmeticOperators
{
    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::add"] = call => Sum(call, "Add"),
        ["aten::sub"] = call => Sum(call, "Sub"),
        ["aten::subtract"] = call => Sum(call, "Sub"),
        ["aten::rsub"] = call => call.Return(call.Op("Sub", [call.As(call[1], call.Type), Scaled(call, call[0])])),
        ["aten::mul"] = Multiply,
        ["aten::multiply"] = Multiply,
        ["aten::div"] = Divide,
        ["aten::divide"] = Divide,
        ["aten::true_divide"] = Divide,
        ["aten::floor_divide"] = call => call.Return(FloorDivision(call)),
        ["aten::floordiv"] = call => call.Return(FloorDivision(call)),
        ["aten::remainder"] = call => call.Return(Remainder(call)),
        ["aten::fmod"] = call => call.Return(call.Op("Mod", [call.As(call[0], call.Type), call.As(call[1], call.Type)], ("fmod", 1L))),
        ["aten::pow"] = Power,
        ["aten::float_power"] = Power,
        ["aten::square"] = call => call.Return(Squared(call, call.As(call[0], call.Type))),
        ["aten::addcmul"] = call => call.Return(call.Op("Add", [call.As("self", call.Type), Weighted(call, "Mul")])),
        ["aten::addcdiv"] = call => call.Return(call.Op("Add", [call.As("self", call.Type), Weighted(call, "Div")])),
        ["aten::lerp"] = Lerp,
        ["aten::maximum"] = call => Pair(call, "Max"),
        ["aten::minimum"] = call => Pair(call, "Min"),
        ["prim::max"] = call => Pair(call, "Max"),
        ["prim::min"] = call => Pair(call, "Min"),
        ["aten::hypot"] = call => call.Return(call.Op("Sqrt", [call.Op("Add", [Squared(call, call.As(call[0], call.Type)), Squared(call, call.As(call[1], call.Type))])])),
    };

    /// <summary>Both arguments in the result's type, through one operator.</summary>
    internal static void Pair(OperatorCall call, string op) => call.Return(call.Op(op, [call.As(call[0], call.Type), call.As(call[1], call.Type)]));

    private static void Sum(OperatorCall call, string op)
    {
        if (call.Type == ScalarType.Bool)
        {
            Pair(call, "Or");
            return;
        }

        call.Return(call.Op(op, [call.As(call[0], call.Type), Scaled(call, call[1])]));
    }

    private static string Scaled(OperatorCall call, TracedValue value)
    {
        string name = call.As(value, call.Type);
        return call.Find("alpha") is not { } alpha || (alpha.IsConstant && Convert.ToDouble(alpha.First, null) == 1)
            ? name
            : call.Op("Mul", [name, call.As(alpha, call.Type)]);
    }

    private static void Multiply(OperatorCall call) => Pair(call, call.Type == ScalarType.Bool ? "And" : "Mul");

    private static void Divide(OperatorCall call)
    {
        string mode = call.Text("rounding_mode");
        if (mode == "floor")
        {
            call.Return(FloorDivision(call));
            return;
        }

        string quotient = call.Op("Div", [call.As(call[0], call.Type), call.As(call[1], call.Type)]);
        call.Return(mode == "trunc" && is_floating_point(call.Type) ? ElementOperators.Truncated(call, quotient) : quotient);
    }

    private static string FloorDivision(OperatorCall call)
    {
        string self = call.As(call[0], call.Type);
        string other = call.As(call[1], call.Type);
        return is_floating_point(call.Type)
            ? call.Op("Floor", [call.Op("Div", [self, other])])
            : call.Op("Div", [call.Op("Sub", [self, call.Op("Mod", [self, other])]), other]);
    }

    private static string Remainder(OperatorCall call)
    {
        string self = call.As(call[0], call.Type);
        string other = call.As(call[1], call.Type);
        return is_floating_point(call.Type)
            ? call.Op("Sub", [self, call.Op("Mul", [call.Op("Floor", [call.Op("Div", [self, other])]), other])])
            : call.Op("Mod", [self, other]);
    }

    private static void Power(OperatorCall call)
    {
        string self = call.As(call[0], call.Type);
        double? exponent = call[1] is { IsConstant: true, IsTensor: false } number ? Convert.ToDouble(number.First, null) : null;
        call.Return(exponent switch
        {
            2 => Squared(call, self),
            0.5 => call.Op("Sqrt", [self]),
            -1 when is_floating_point(call.Type) => call.Op("Reciprocal", [self]),
            _ => call.Op("Pow", [self, call.As(call[1], call.Type)]),
        });
    }

    private static string Squared(OperatorCall call, string name) => call.Op("Mul", [name, name]);

    private static string Weighted(OperatorCall call, string op) => call.Op(
        "Mul", [call.As("value", call.Type), call.Op(op, [call.As("tensor1", call.Type), call.As("tensor2", call.Type)])]);

    private static void Lerp(OperatorCall call)
    {
        string start = call.As("self", call.Type);
        string way = call.Op("Sub", [call.As("end", call.Type), start]);
        call.Return(call.Op("Add", [start, call.Op("Mul", [call.As("weight", call.Type), way])]));
    }
}
