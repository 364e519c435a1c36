using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit;

/// <summary>What tests/golden/jit/write_jit.py wrote.</summary>
internal static class JitGoldens
{
    internal static string File(string name) => Repository.Golden("jit", name);

    internal static IEnumerable<JsonElement> Cases => Golden.Cases("jit", "jit.json");

    internal static JsonElement Case(string name) => Cases.First(entry => entry.GetProperty("name").GetString() == name);

    internal static string[] Texts(this JsonElement element, string property) =>
        [.. element.GetProperty(property).EnumerateArray().Select(item => item.GetString()!)];

    /// <summary>A recorded value as an argument: tensors, numbers, strings, lists (tuples as well) and dictionaries.</summary>
    internal static object? Argument(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText().Contains('.', StringComparison.Ordinal) ? (object)value.GetDouble() : value.GetInt64(),
        JsonValueKind.Array => value.EnumerateArray().Select(Argument).ToArray(),
        _ => value.TryGetProperty("dtype", out _)
            ? Golden.Read(value)
            : value.EnumerateObject().ToDictionary(entry => Key(entry.Name), entry => Argument(entry.Value)),
    };

    internal static void AssertEqual(JsonElement expected, object? actual, string what)
    {
        switch (actual)
        {
            case null:
                Assert.True(expected.ValueKind == JsonValueKind.Null, $"{what}: null, the oracle has {expected}");
                break;
            case Tensor tensor:
                Golden.AssertEqual(expected, tensor, 1e-5, 1e-6, what);
                break;
            case Scalar number:
                Assert.Equal(Number(expected), number.ToDouble(), 12);
                break;
            case string text:
                Assert.Equal(expected.GetString(), text);
                break;
            case System.Collections.IDictionary dictionary:
                Assert.Equal(expected.EnumerateObject().Select(entry => entry.Name), dictionary.Keys.Cast<object>().Select(key => $"{key}"));
                AssertItems([.. expected.EnumerateObject().Select(entry => entry.Value)], [.. dictionary.Values.Cast<object?>()], what);
                break;
            case System.Runtime.CompilerServices.ITuple tuple:
                AssertItems([.. expected.EnumerateArray()], [.. Enumerable.Range(0, tuple.Length).Select(i => tuple[i])], what);
                break;
            case System.Collections.IEnumerable items:
                AssertItems([.. expected.EnumerateArray()], [.. items.Cast<object?>()], what);
                break;
            default:
                Assert.Equal(Number(expected), Convert.ToDouble(actual, System.Globalization.CultureInfo.InvariantCulture), 12);
                break;
        }
    }

    private static void AssertItems(JsonElement[] expected, object?[] actual, string what)
    {
        Assert.True(expected.Length == actual.Length, $"{what}: {actual.Length} items, the oracle has {expected.Length}");
        for (int i = 0; i < expected.Length; i++)
        {
            AssertEqual(expected[i], actual[i], $"{what}[{i}]");
        }
    }

    private static double Number(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => value.GetDouble(),
    };

    private static object Key(string name) => long.TryParse(name, out long number) ? (object)number : name;
}
