using System.Text.Json;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.NN.Golden;

/// <summary>What a layer drew from seed 0 in Python, and what it prints, compared with ours.</summary>
internal static class LayerStart
{
    public static void Check(JsonElement expected, Func<nn.Module> make)
    {
        manual_seed(0);
        using var module = make();
        AssertNext(expected);
        Assert.Equal(expected.GetProperty("print").GetString(), module.ToString());
        var state = module.state_dict();
        var values = expected.GetProperty("state").EnumerateObject().ToArray();
        Assert.Equal(values.Select(v => v.Name), state.Keys);
        foreach (var value in values)
        {
            Assert.Equal(value.Value.GetProperty("shape").EnumerateArray().Select(s => s.GetInt64()), state[value.Name].shape);
            AssertNumbers(value.Value.GetProperty("first"), state[value.Name]);
        }
    }

    /// <summary>The generator stands where Python's stands: exactly as much was drawn.</summary>
    public static void AssertNext(JsonElement expected)
    {
        using var next = rand(1);
        Assert.Equal(expected.GetProperty("next").GetDouble(), next.item<float>(), 1e-6);
    }

    public static void AssertNumbers(JsonElement expected, Tensor actual)
    {
        using var scope = NewDisposeScope();
        var numbers = expected.EnumerateArray().Select(GoldenCase.Number).ToArray();
        var values = actual.detach().to(ScalarType.Float32).reshape(-1).data<float>().ToArray();
        for (var i = 0; i < numbers.Length; i++)
        {
            Assert.True(Math.Abs(numbers[i] - values[i]) <= 1e-6 + (1e-5 * Math.Abs(numbers[i])),
                $"element {i}: {numbers[i]} in Python, {values[i]} here");
        }
    }
}
