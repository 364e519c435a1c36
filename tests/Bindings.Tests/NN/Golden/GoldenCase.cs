using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.NN.Golden;

/// <summary>One case of a file that a script in tests/golden/nn wrote: what Python computed, and how close to it we have to be.</summary>
internal sealed class GoldenCase
{
    private readonly JsonElement record;

    private GoldenCase(JsonElement record) => this.record = record;

    /// <summary>The case's name in its file.</summary>
    public string Name => record.GetProperty("name").GetString()!;

    /// <summary>The cases of a file.</summary>
    public static IReadOnlyList<GoldenCase> All(string file) => [.. Document(file).EnumerateArray().Select(record => new GoldenCase(record))];

    public static JsonElement Document(string file) => OracleFile.Read("nn", file);

    public static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString() switch
        {
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            _ => double.NaN,
        },
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => element.GetDouble(),
    };

    /// <summary>Runs a subject as Python did and compares everything that the file holds.</summary>
    public void Check(Subject subject)
    {
        using var scope = NewDisposeScope();
        // A loss's case may have been recorded of its function, which has no state.
        var module = record.TryGetProperty("state", out _) ? subject.Module : null;
        if (module is not null)
        {
            module.train(record.GetProperty("train").GetBoolean());
            var state = Tensors("state");
            if (state.Values.Any(tensor => tensor.dtype == ScalarType.Float64))
            {
                module.to(ScalarType.Float64);
            }

            module.load_state_dict(state);
        }

        var withGrads = record.TryGetProperty("grads", out var grads);
        var inputs = record.GetProperty("inputs").EnumerateArray().Select(Unpack).ToArray();
        for (var i = 0; withGrads && i < inputs.Length; i++)
        {
            inputs[i].requires_grad = grads[i].ValueKind != JsonValueKind.Null;
        }

        if (record.TryGetProperty("seed", out var seed))
        {
            manual_seed(seed.GetInt64());
        }

        var output = subject.Run(inputs);
        AssertClose("output", record.GetProperty("output"), output);
        if (withGrads)
        {
            output.backward([OutputGradient(output)]);
            for (var i = 0; i < inputs.Length; i++)
            {
                if (inputs[i].requires_grad)
                {
                    AssertClose($"gradient of input {i}", grads[i], inputs[i].grad!);
                }
            }
        }

        if (module is not null)
        {
            AssertState(module);
        }
    }

    private static Tensor OutputGradient(Tensor output)
    {
        var values = Enumerable.Range(0, (int)output.numel()).Select(i => Math.Cos(i)).ToArray();
        return tensor(values, output.dtype).reshape(output.shape);
    }

    private static long[] Shape(JsonElement packed) => [.. packed.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];

    private static Tensor Unpack(JsonElement packed)
    {
        var numbers = packed.GetProperty("data").EnumerateArray().Select(Number).ToArray();
        var dtype = packed.GetProperty("dtype").GetString() switch
        {
            "float32" => ScalarType.Float32,
            "float64" => ScalarType.Float64,
            "int64" => ScalarType.Int64,
            "bool" => ScalarType.Bool,
            var other => throw new InvalidDataException($"The golden file holds a tensor of {other}."),
        };
        return tensor(numbers).to(dtype).reshape(Shape(packed));
    }

    private Dictionary<string, Tensor> Tensors(string property) =>
        record.GetProperty(property).EnumerateObject().ToDictionary(entry => entry.Name, entry => Unpack(entry.Value));

    private void AssertState(nn.Module module)
    {
        foreach (var (name, expected) in record.GetProperty("buffers").EnumerateObject().Select(e => (e.Name, e.Value)))
        {
            AssertClose($"buffer {name}", expected, module.get_buffer(name)!);
        }

        if (record.TryGetProperty("state_grads", out var grads))
        {
            foreach (var (name, expected) in grads.EnumerateObject().Select(e => (e.Name, e.Value)))
            {
                AssertClose($"gradient of {name}", expected, module.get_parameter(name)!.grad!);
            }
        }
    }

    private void AssertClose(string what, JsonElement packed, Tensor actual)
    {
        Assert.Equal(Shape(packed), actual.shape);
        var expected = packed.GetProperty("data").EnumerateArray().Select(Number).ToArray();
        var values = actual.detach().to(ScalarType.Float64).contiguous().data<double>().ToArray();
        var rtol = record.GetProperty("rtol").GetDouble();
        var atol = record.GetProperty("atol").GetDouble();
        for (var i = 0; i < expected.Length; i++)
        {
            var close = expected[i].Equals(values[i]) || Math.Abs(expected[i] - values[i]) <= atol + (rtol * Math.Abs(expected[i]));
            Assert.True(close, $"{Name}, {what}, element {i}: expected {expected[i]:R}, was {values[i]:R}.");
        }
    }
}
