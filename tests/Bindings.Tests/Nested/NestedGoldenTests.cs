using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.Nested;

/// <summary>Nested tensors answer as in Python, forward and backward, and refuse what Python refuses.</summary>
public sealed class NestedGoldenTests
{
    // A libtorch newer than every oracle may answer what they refuse, and cases say where it answers otherwise.
    private static readonly bool IsOracle = OracleFile.IsOfThisLibtorch("nested");

    private static readonly Dictionary<string, JsonElement> ByName = NestedGoldens.Cases.ToDictionary(Name);

    public static TheoryData<string> Cases { get; } = [.. ByName.Keys];

    public static TheoryData<string> Modules { get; } = [.. NestedGoldens.Modules.Keys];

    public static TheoryData<string> Texts { get; } = [.. NestedGoldens.Texts.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Answers_as_Python_does(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        JsonElement golden = ByName[name];
        if (!IsOracle && golden.TryGetProperty("newer", out _))
        {
            return; // this libtorch answers otherwise, and the script says why
        }

        Func<Tensor[], Tensor[]> call = NestedCalls.All[golden.GetProperty("call").GetString()!];
        if (golden.TryGetProperty("refused", out _))
        {
            AssertRefused(() => call(Inputs(golden, false)));
            return;
        }

        using (no_grad())
        {
            Tensor[] outputs = call(Inputs(golden, false));
            JsonElement[] expected = [.. golden.GetProperty("outputs").EnumerateArray()];
            Assert.Equal(expected.Length, outputs.Length);
            foreach ((int place, JsonElement one) in expected.Index())
            {
                NestedGoldens.AssertEqual(one, outputs[place], $"{name}, output {place}");
            }
        }

        Tensor[] inputs = Inputs(golden, true);
        if (golden.TryGetProperty("backward", out _))
        {
            AssertRefused(() => Backward(call(inputs)));
        }
        else if (golden.TryGetProperty("grads", out JsonElement grads))
        {
            Backward(call(inputs));
            foreach ((int place, JsonElement grad) in grads.EnumerateArray().Index())
            {
                if (grad.ValueKind == JsonValueKind.Null)
                {
                    Assert.Null(inputs[place].grad);
                }
                else
                {
                    NestedGoldens.AssertEqual(grad, inputs[place].grad!, $"{name}, gradient of input {place}");
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Layers_compute_as_Python_does(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable mode = no_grad();
        JsonElement golden = NestedGoldens.Modules[name];
        (nn.Module module, Func<Tensor, Tensor> run) = Made(name);
        using nn.Module disposed = module;
        module.eval();
        module.load_state_dict(golden.GetProperty("state").EnumerateObject().ToDictionary(entry => entry.Name, entry => Golden.Read(entry.Value)));
        Tensor x = NestedGoldens.Input("x");
        if (golden.TryGetProperty("refused", out _))
        {
            AssertRefused(() => run(x));
            return;
        }

        NestedGoldens.AssertEqual(golden.GetProperty("output"), run(x), name);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Prints_as_Python_does(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = NestedGoldens.Input("x");
        Tensor printed = name switch
        {
            "plain" => x,
            "leaf" => NestedGoldens.Input("x", requires_grad: true),
            "recorded" => NestedGoldens.Input("x", requires_grad: true) * 2,
            "wide" => nested.nested_tensor(x.unbind(), dtype: ScalarType.Float64),
            "transposed" => x.transpose(1, 2),
            "long" => nested.nested_tensor([arange(1001.0f), arange(30.0f)]),
            _ => NestedGoldens.Input(name),
        };
        Assert.Equal(NestedGoldens.Texts[name], printed.ToString(TorchSharp.TensorStringStyle.Python));
    }

    [Fact]
    public void Every_call_has_cases()
    {
        Assert.Equal(
            NestedCalls.All.Keys.Order(StringComparer.Ordinal),
            NestedGoldens.Cases.Select(golden => golden.GetProperty("call").GetString()!).Distinct().Order(StringComparer.Ordinal));
    }

    private static (nn.Module Module, Func<Tensor, Tensor> Run) Made(string name)
    {
        switch (name)
        {
            case "multihead_attention":
                var attention = MultiheadAttention(4, 2, batch_first: true);
                return (attention, x => attention.call(x, x, x, need_weights: false).Item1);
            case "encoder_layer":
                var layer = TransformerEncoderLayer(4, 2, 8, batch_first: true);
                return (layer, layer.call);
            case "encoder_layer_gelu_first":
                var first = TransformerEncoderLayer(4, 2, 8, activation: Activations.GELU, batch_first: true, norm_first: true);
                return (first, first.call);
            case "encoder":
                var encoder = TransformerEncoder(TransformerEncoderLayer(4, 2, 8, batch_first: true), 2);
                return (encoder, x => encoder.call(x, null, null));
            default:
                var sequence = Sequential(Linear(4, 6), ReLU(), LayerNorm(6), Dropout(0.3), Linear(6, 2), Softmax(-1));
                return (sequence, sequence.call);
        }
    }

    private static Tensor[] Inputs(JsonElement golden, bool requires_grad) =>
        [.. golden.GetProperty("inputs").EnumerateArray().Select(name => NestedGoldens.Input(name.GetString()!, golden.GetProperty("wide").GetBoolean(), requires_grad))];

    private static void Backward(Tensor[] outputs)
    {
        Tensor[] recorded = [.. outputs.Where(output => output.requires_grad)];
        autograd.backward(recorded, [.. recorded.Select(output => NestedGoldens.Gradient(output))]);
    }

    private static void AssertRefused(Action call)
    {
        Exception? refused = Record.Exception(call);
        if (refused is null && !IsOracle)
        {
            return;
        }

        Assert.True(refused is TorchException, refused is null ? "Python refuses this" : $"not told by a TorchException: {refused}");
        Assert.NotEmpty(refused!.Message);
    }

    private static string Name(JsonElement golden) =>
        $"{golden.GetProperty("call").GetString()}({string.Join(", ", golden.GetProperty("inputs").EnumerateArray())}){(golden.GetProperty("wide").GetBoolean() ? " float64" : "")}";
}
