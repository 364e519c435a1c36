using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Onnx.Tests;

/// <summary>Says whether ONNX Runtime answers what the module answers.</summary>
internal static class Compare
{
    /// <summary>The tensors in a result, tuples and lists opened, of dictionaries the values.</summary>
    public static IEnumerable<Tensor> Leaves(object? result) => result switch
    {
        null => [],
        Tensor tensor => [tensor],
        System.Collections.IDictionary dictionary => dictionary.Values.Cast<object?>().SelectMany(Leaves),
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Leaves(tuple[i])),
        System.Collections.IEnumerable items => items.Cast<object?>().SelectMany(Leaves),
        _ => throw new NotSupportedException($"{result.GetType()}"),
    };

    public static void AssertSame(IReadOnlyList<Tensor> expected, IReadOnlyList<Tensor> actual, double tolerance)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
        {
            Assert.Equal(expected[i].shape, actual[i].shape);
            Assert.Equal(expected[i].dtype, actual[i].dtype);
            var (one, other) = (expected[i].to_type(ScalarType.Float64), actual[i].to_type(ScalarType.Float64));
            Assert.True(one.allclose(other, tolerance, tolerance, equal_nan: true), $"output {i}: expected {one.str()}, ONNX Runtime gave {other.str()}");
        }
    }
}
