using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using TorchSharp;
using static TorchSharp.torch;

namespace Text.Tests.Steps;

/// <summary>Compares what Python answered with what came out here.</summary>
internal static class StepAnswer
{
    public static void AssertSame(JsonNode? expected, object? actual)
    {
        switch (actual)
        {
            case null:
                Assert.Null(expected);
                break;
            case string text:
                Assert.Equal((string?)expected, text);
                break;
            case bool flag:
                Assert.Equal((bool)expected!, flag);
                break;
            // torchtext counts BLEU in single precision.
            case double number:
                Assert.Equal((double)expected!, number, 2e-6);
                break;
            case Tensor tensor:
                AssertSameTensor(expected!, tensor);
                break;
            case IEnumerable list:
                object?[] items = [.. list.Cast<object?>()];
                Assert.Equal(expected!.AsArray().Count, items.Length);
                for (var i = 0; i < items.Length; i++)
                {
                    AssertSame(expected[i], items[i]);
                }
                break;
            default:
                Assert.Equal((long)expected!, Convert.ToInt64(actual, CultureInfo.InvariantCulture));
                break;
        }
    }

    private static void AssertSameTensor(JsonNode expected, Tensor tensor)
    {
        Assert.Equal(StepFunctions.TypeOf((string)expected["dtype"]!), tensor.dtype);
        Assert.Equal(StepCase.NumbersOf(expected["shape"]!), tensor.shape);
        Assert.Equal(StepCase.NumbersOf(expected["values"]!), tensor.to(ScalarType.Int64).flatten().data<long>().ToArray());
    }
}
