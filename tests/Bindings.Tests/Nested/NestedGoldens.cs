using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Nested;

/// <summary>What Python answered about nested tensors: tests/golden/nested/nested.json, written by the script beside it.</summary>
internal static class NestedGoldens
{
    private static readonly JsonElement Document = OracleFile.Read("nested", "nested.json");

    public static IReadOnlyList<JsonElement> Cases { get; } = [.. Document.GetProperty("cases").EnumerateArray()];

    public static IReadOnlyDictionary<string, JsonElement> Modules { get; } =
        Document.GetProperty("modules").EnumerateArray().ToDictionary(entry => entry.GetProperty("module").GetString()!);

    public static IReadOnlyDictionary<string, string> Texts { get; } =
        Document.GetProperty("texts").EnumerateArray().ToDictionary(entry => entry.GetProperty("name").GetString()!, entry => entry.GetProperty("text").GetString()!);

    public static Tensor Input(string name, bool wide = false, bool requires_grad = false)
    {
        JsonElement packed = Document.GetProperty("inputs").GetProperty(name);
        if (!packed.TryGetProperty("nested", out JsonElement parts))
        {
            Tensor dense = Widened(Golden.Read(packed), wide);
            return requires_grad && dense.is_floating_point() ? dense.requires_grad_() : dense;
        }

        Tensor[] tensors = [.. parts.EnumerateArray().Select(part => Widened(Golden.Read(part), wide))];
        ScalarType? type = wide && tensors.Length == 0 ? ScalarType.Float64 : null;
        return nested.nested_tensor(tensors, type, requires_grad: requires_grad && tensors.Length > 0 && tensors[0].is_floating_point());
    }

    /// <summary>Fails unless the tensor, or each one of a nested tensor, is as Python's.</summary>
    public static void AssertEqual(JsonElement packed, Tensor actual, string what)
    {
        if (!packed.TryGetProperty("nested", out JsonElement parts))
        {
            Assert.False(actual.is_nested, $"{what} is nested, the oracle's is not");
            bool narrow = actual.dtype is ScalarType.Float32 or ScalarType.Float16;
            Golden.AssertEqual(packed, actual, narrow ? 2e-5 : 1e-9, narrow ? 2e-6 : 1e-11, what);
            return;
        }

        Assert.True(actual.is_nested, $"{what} is not nested, the oracle's is");
        Tensor[] tensors = actual.detach().unbind();
        Assert.Equal(parts.GetArrayLength(), tensors.Length);
        foreach ((int index, JsonElement part) in parts.EnumerateArray().Index())
        {
            AssertEqual(part, tensors[index], $"{what}, tensor {index}");
        }
    }

    /// <summary>cos(first), cos(first + 1), ... in a tensor's shape: the gradients that the script gives to outputs.</summary>
    public static Tensor Gradient(Tensor output, long first = 0)
    {
        if (!output.is_nested)
        {
            double[] values = [.. Enumerable.Range((int)first, (int)output.numel()).Select(i => Math.Cos(i))];
            return tensor(values).to(output.dtype).reshape(output.shape);
        }

        List<Tensor> parts = [];
        foreach (Tensor part in output.detach().unbind())
        {
            parts.Add(Gradient(part, first));
            first += part.numel();
        }

        return nested.nested_tensor(parts);
    }

    private static Tensor Widened(Tensor tensor, bool wide) => wide && tensor.dtype == ScalarType.Float32 ? tensor.to(ScalarType.Float64) : tensor;
}
