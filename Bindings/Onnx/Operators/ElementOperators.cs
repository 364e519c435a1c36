using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Functions of one element.</summary>
internal static class ElementOperators
{
    private static readonly Dictionary<string, string> Same = new()
    {
        ["aten::exp"] = "Exp", ["aten::log"] = "Log", ["aten::sqrt"] = "Sqrt", ["aten::neg"] = "Neg", ["aten::floor"] = "Floor",
        ["aten::ceil"] = "Ceil", ["aten::sin"] = "Sin", ["aten::cos"] = "Cos", ["aten::tan"] = "Tan", ["aten::asin"] = "Asin", ["aten::acos"] = "Acos",
        ["aten::atan"] = "Atan", ["aten::sinh"] = "Sinh", ["aten::cosh"] = "Cosh", ["aten::asinh"] = "Asinh", ["aten::acosh"] = "Acosh",
        ["aten::atanh"] = "Atanh", ["aten::erf"] = "Erf", ["aten::reciprocal"] = "Reciprocal", ["aten::sign"] = "Sign", ["aten::sgn"] = "Sign",
        ["aten::tanh"] = "Tanh", ["aten::sigmoid"] = "Sigmoid", ["aten::negative"] = "Neg", ["aten::absolute"] = "Abs", ["aten::special_expit"] = "Sigmoid",
        ["aten::special_erf"] = "Erf",
    };

    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = Make();

    /// <summary>Without the part behind the point.</summary>
    internal static string Truncated(OperatorCall call, string name) => call.Op("Mul", [call.Op("Sign", [name]), call.Op("Floor", [call.Op("Abs", [name])])]);

    private static Dictionary<string, OnnxConverter> Make()
    {
        var converters = new Dictionary<string, OnnxConverter>
        {
            ["aten::abs"] = call => call.Return(SpectralOperators.IsComplex(call[0]) ? SpectralOperators.Magnitude(call) : call.Op("Abs", [Self(call)])),
            ["aten::round"] = Round,
            ["aten::trunc"] = call => call.Return(Truncated(call, Self(call))),
            ["aten::fix"] = call => call.Return(Truncated(call, Self(call))),
            ["aten::frac"] = call => call.Return(call.Op("Sub", [Self(call), Truncated(call, Self(call))])),
            ["aten::rsqrt"] = call => call.Return(call.Op("Reciprocal", [call.Op("Sqrt", [Self(call)])])),
            ["aten::log2"] = call => Logarithm(call, Math.Log(2)),
            ["aten::log10"] = call => Logarithm(call, Math.Log(10)),
            ["aten::log1p"] = call => call.Return(call.Op("Log", [call.Op("Add", [Self(call), call.Number(1, call.Type)])])),
            ["aten::expm1"] = call => call.Return(call.Op("Sub", [call.Op("Exp", [Self(call)]), call.Number(1, call.Type)])),
            ["aten::exp2"] = call => call.Return(call.Op("Pow", [call.Number(2, call.Type), Self(call)])),
            ["aten::erfc"] = call => call.Return(call.Op("Sub", [call.Number(1, call.Type), call.Op("Erf", [Self(call)])])),
            ["aten::isnan"] = call => call.Return(call.Op("IsNaN", [Real(call)])),
            ["aten::isinf"] = call => call.Return(call.Op("IsInf", [Real(call)])),
            ["aten::isfinite"] = call => call.Return(call.Op("Not", [call.Op("Or", [call.Op("IsNaN", [Real(call)]), call.Op("IsInf", [Real(call)])])])),
            ["aten::nan_to_num"] = Replace,
            ["aten::logit"] = Logit,
            ["aten::deg2rad"] = call => call.Return(call.Op("Mul", [Self(call), call.Number(Math.PI / 180, call.Type)])),
            ["aten::rad2deg"] = call => call.Return(call.Op("Mul", [Self(call), call.Number(180 / Math.PI, call.Type)])),
            ["aten::positive"] = call => call.Return(Self(call)),
            ["aten::logical_not"] = call => call.Return(call.Op("Not", [call.As(call[0], ScalarType.Bool)])),
            ["aten::__not__"] = call => call.Return(call.Op("Not", [call.As(call[0], ScalarType.Bool)])),
            ["aten::bitwise_not"] = BitwiseNot,
            ["aten::atan2"] = Angle,
        };
        foreach (var (operation, counterpart) in Same)
        {
            converters.Add(operation, call => call.Return(Typed(call, counterpart)));
        }

        return converters;
    }

    private static string Self(OperatorCall call) => call.As(call[0], call.Type);

    private static string Real(OperatorCall call) => call.As(call[0], call[0].Type is { } type && is_floating_point(type) ? type : ScalarType.Float32);

    // Python's floor and ceil of a number are whole.
    private static string Typed(OperatorCall call, string op)
    {
        if (call[0] is { IsTensor: false, Type: ScalarType.Float64 } && call.Type == ScalarType.Int64)
        {
            return call.Cast(call.Op(op, [call.As(call[0], ScalarType.Float64)]), ScalarType.Int64);
        }

        bool whole = !is_floating_point(call.Type) && op is "Floor" or "Ceil";
        return whole ? Self(call) : call.Op(op, [Self(call)]);
    }

    private static void Round(OperatorCall call)
    {
        long decimals = call.Find("decimals") is null ? 0 : call.Long("decimals");
        if (decimals == 0)
        {
            call.Return(call.Op("Round", [Self(call)]));
            return;
        }

        string scale = call.Number(Math.Pow(10, decimals), call.Type);
        call.Return(call.Op("Div", [call.Op("Round", [call.Op("Mul", [Self(call), scale])]), scale]));
    }

    private static void Logarithm(OperatorCall call, double ofBase) =>
        call.Return(call.Op("Div", [call.Op("Log", [Self(call)]), call.Number(ofBase, call.Type)]));

    private static void Replace(OperatorCall call)
    {
        string self = Self(call);
        var (low, high) = call.Type == ScalarType.Float64 ? (double.MinValue, double.MaxValue) : (float.MinValue, float.MaxValue);
        string filled = call.Op("Where", [call.Op("IsNaN", [self]), call.Number(call.Double("nan", 0), call.Type), self]);
        filled = call.Op("Where", [call.Op("IsInf", [self], ("detect_negative", 0L)), call.Number(call.Double("posinf", high), call.Type), filled]);
        call.Return(call.Op("Where", [call.Op("IsInf", [self], ("detect_positive", 0L)), call.Number(call.Double("neginf", low), call.Type), filled]));
    }

    private static void Logit(OperatorCall call)
    {
        string self = Self(call);
        if (call.Has("eps"))
        {
            double eps = call.Double("eps");
            self = call.Op("Clip", [self, call.Number(eps, call.Type), call.Number(1 - eps, call.Type)]);
        }

        call.Return(call.Op("Log", [call.Op("Div", [self, call.Op("Sub", [call.Number(1, call.Type), self])])]));
    }

    private static void BitwiseNot(OperatorCall call) => call.Return(call.Type == ScalarType.Bool
        ? call.Op("Not", [Self(call)])
        : call.Op("Sub", [call.Op("Neg", [Self(call)]), call.Number(1, call.Type)]));

    // The arc tangent of the quotient, and half a turn more or less to the left of the vertical axis.
    private static void Angle(OperatorCall call)
    {
        string y = Self(call);
        string x = call.As(call[1], call.Type);
        string zero = call.Number(0, call.Type);
        string half = call.Op("Where", [call.Op("Less", [y, zero]), call.Number(-Math.PI, call.Type), call.Number(Math.PI, call.Type)]);
        string angle = call.Op("Add", [call.Op("Atan", [call.Op("Div", [y, x])]), call.Op("Where", [call.Op("Less", [x, zero]), half, zero])]);
        string both = call.Op("And", [call.Op("Equal", [y, zero]), call.Op("Equal", [x, zero])]);
        call.Return(call.Op("Where", [both, zero, angle]));
    }
}
