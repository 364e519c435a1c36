using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Activations, and dropout, which does nothing in evaluation.</summary>
internal static class ActivationOperators
{
    internal static IReadOnlyDictionary<string, OnnxConverter> Converters { get; } = new Dictionary<string, OnnxConverter>
    {
        ["aten::relu"] = call => call.Return(call.Op("Relu", [Self(call)])),
        ["aten::relu6"] = call => call.Return(call.Op("Clip", [Self(call), call.Number(0, call.Type), call.Number(6, call.Type)])),
        ["aten::hardtanh"] = call => call.Return(call.Op("Clip", [Self(call), call.As("min_val", call.Type), call.As("max_val", call.Type)])),
        ["aten::leaky_relu"] = call => call.Return(call.Op("LeakyRelu", [Self(call)], ("alpha", (float)call.Double("negative_slope")))),
        ["aten::rrelu"] = RandomizedRelu,
        ["aten::prelu"] = Prelu,
        ["aten::_prelu_kernel"] = Prelu,
        ["aten::elu"] = Elu,
        ["aten::selu"] = call => call.Return(call.Op("Selu", [Self(call)])),
        ["aten::celu"] = call => call.Return(call.Op("Celu", [Self(call)], ("alpha", (float)call.Double("alpha")))),
        ["aten::gelu"] = call => call.Return(Gelu(call, Self(call), call.Text("approximate", "none"))),
        ["aten::silu"] = call => call.Return(call.Op("Mul", [Self(call), call.Op("Sigmoid", [Self(call)])])),
        ["aten::mish"] = call => call.Return(call.Op("Mul", [Self(call), call.Op("Tanh", [call.Op("Softplus", [Self(call)])])])),
        ["aten::softplus"] = Softplus,
        ["aten::softsign"] = call => call.Return(call.Op("Softsign", [Self(call)])),
        ["aten::hardsigmoid"] = call => call.Return(call.Op("HardSigmoid", [Self(call)], ("alpha", 1f / 6), ("beta", 0.5f))),
        ["aten::hardswish"] = call => call.Return(call.Op("HardSwish", [Self(call)])),
        ["aten::hardshrink"] = call => call.Return(call.Op("Shrink", [Self(call)], ("bias", 0f), ("lambd", (float)call.Double("lambd")))),
        ["aten::softshrink"] = call =>
            call.Return(call.Op("Shrink", [Self(call)], ("bias", (float)call.Double("lambd")), ("lambd", (float)call.Double("lambd")))),
        ["aten::threshold"] = call => call.Return(
            call.Op("Where", [call.Op("Greater", [Self(call), call.As("threshold", call.Type)]), Self(call), call.As("value", call.Type)])),
        ["aten::log_sigmoid"] = call => call.Return(call.Op("Neg", [call.Op("Softplus", [call.Op("Neg", [Self(call)])])])),
        ["aten::glu"] = Glu,
        ["aten::softmax"] = call => call.Return(Softmax(call, "Softmax")),
        ["aten::_softmax"] = call => call.Return(Softmax(call, "Softmax")),
        ["aten::log_softmax"] = call => call.Return(Softmax(call, "LogSoftmax")),
        ["aten::_log_softmax"] = call => call.Return(Softmax(call, "LogSoftmax")),
        ["aten::dropout"] = Dropout,
        ["aten::native_dropout"] = Dropout,
        ["aten::feature_dropout"] = Dropout,
        ["aten::alpha_dropout"] = Dropout,
        ["aten::feature_alpha_dropout"] = Dropout,
    };

    /// <summary>The Gaussian error linear unit.</summary>
    internal static string Gelu(OperatorCall call, string self, string approximate)
    {
        if (call.Opset >= 20)
        {
            return call.Op("Gelu", [self], ("approximate", approximate));
        }

        string bent;
        if (approximate == "tanh")
        {
            string cube = call.Op("Mul", [call.Op("Mul", [self, self]), self]);
            string inner = call.Op("Add", [self, call.Op("Mul", [cube, call.Number(0.044715, call.Type)])]);
            bent = call.Op("Tanh", [call.Op("Mul", [inner, call.Number(Math.Sqrt(2 / Math.PI), call.Type)])]);
        }
        else
        {
            bent = call.Op("Erf", [call.Op("Div", [self, call.Number(Math.Sqrt(2), call.Type)])]);
        }

        string half = call.Op("Mul", [self, call.Number(0.5, call.Type)]);
        return call.Op("Mul", [half, call.Op("Add", [bent, call.Number(1, call.Type)])]);
    }

    private static string Self(OperatorCall call) => call.As(call[0], call.Type);

    private static void RandomizedRelu(OperatorCall call)
    {
        if (call.Bool("training"))
        {
            throw OperatorCall.No("it trains");
        }

        call.Return(call.Op("LeakyRelu", [Self(call)], ("alpha", (float)((call.Double("lower") + call.Double("upper")) / 2))));
    }

    private static void Prelu(OperatorCall call)
    {
        TracedValue weight = call["weight"];
        string slope = call.As(weight, call.Type);
        long slopes = weight.FirstShape.Aggregate(1L, (product, length) => product * length);
        if (slopes > 1 && weight.Rank == 1 && call[0].Rank > 2)
        {
            slope = call.Op("Reshape", [slope, call.Whole([slopes, .. Enumerable.Repeat(1L, call[0].Rank - 2)])]);
        }

        call.Return(call.Op("PRelu", [Self(call), slope]));
    }

    private static void Elu(OperatorCall call)
    {
        double scale = call.Double("scale", 1);
        double inner = call.Double("input_scale", 1);
        double alpha = call.Double("alpha", 1);
        if (scale == 1 && inner == 1)
        {
            call.Return(call.Op("Elu", [Self(call)], ("alpha", (float)alpha)));
            return;
        }

        string self = Self(call);
        string bent = call.Op("Elu", [call.Op("Mul", [self, call.Number(inner, call.Type)])], ("alpha", (float)alpha));
        string chosen = call.Op("Where", [call.Op("Greater", [self, call.Number(0, call.Type)]), self, bent]);
        call.Return(call.Op("Mul", [chosen, call.Number(scale, call.Type)]));
    }

    private static void Softplus(OperatorCall call)
    {
        double beta = call.Double("beta", 1);
        if (beta == 1)
        {
            call.Return(call.Op("Softplus", [Self(call)]));
            return;
        }

        string scale = call.Number(beta, call.Type);
        call.Return(call.Op("Div", [call.Op("Softplus", [call.Op("Mul", [Self(call), scale])]), scale]));
    }

    private static void Glu(OperatorCall call)
    {
        long axis = call.Axis("dim", call[0].Rank);
        long half = call.Result.Shape[axis];
        if (half < 0)
        {
            throw OperatorCall.No("the dimension that it halves is a dynamic one");
        }

        string[] halves = call.Ops("Split", 2, [Self(call), call.Whole(half, half)], ("axis", axis));
        call.Return(call.Op("Mul", [halves[0], call.Op("Sigmoid", [halves[1]])]));
    }

    private static string Softmax(OperatorCall call, string op) => call[0].Rank == 0
        ? call.Op("Reshape", [call.Op(op, [call.Op("Reshape", [Self(call), call.Whole(1)])], ("axis", 0L)), call.Whole()])
        : call.Op(op, [Self(call)], ("axis", call.Axis("dim", call[0].Rank)));

    private static void Dropout(OperatorCall call)
    {
        if (call.Bool("train") && call.Double("p") > 0)
        {
            throw OperatorCall.No("it trains: call eval() before the module is traced");
        }

        call.Return(Self(call));
    }
}
