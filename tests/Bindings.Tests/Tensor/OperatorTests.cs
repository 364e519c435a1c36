using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.TensorCore;

public sealed class OperatorTests
{
    // The kernels are the oracle's own; what is left are the vector paths that a processor chooses.
    private const double Relative = 1e-6;
    private const double Absolute = 1e-7;

    [Fact]
    public void ForwardAndBackwardAgreeWithTheOracle()
    {
        int cases = 0;
        List<string> failures = [];
        foreach (JsonElement golden in Golden.Cases("core", "operators.json"))
        {
            using DisposeScope scope = NewDisposeScope();
            string op = golden.GetProperty("op").GetString()!;
            Tensor input = Golden.Read(golden.GetProperty("input"));
            if (golden.GetProperty("strided").GetBoolean())
            {
                input = input.t().contiguous().t();
                Assert.False(input.is_contiguous());
            }

            input.requires_grad = true;
            string what = $"{op} of {golden.GetProperty("input").GetRawText()}";
            var output = (Tensor)torch.ops.call(op, [input, .. golden.GetProperty("args").EnumerateArray().Select(Argument)])[0]!;
            cases++;
            try
            {
                Golden.AssertEqual(golden.GetProperty("output"), output, Relative, Absolute, what);
                if (golden.TryGetProperty("grad", out JsonElement grad))
                {
                    Golden.AssertEqual(grad, autograd.grad([output.sum()], [input])[0], Relative, Absolute, $"gradient of {what}");
                }
            }
            catch (Xunit.Sdk.XunitException failure)
            {
                failures.Add(failure.Message);
            }
        }

        Assert.True(failures.Count == 0, string.Join("\n", failures));
        Assert.Equal(334, cases);
    }

    [Fact]
    public void TypesPromoteAsInTheOracle()
    {
        int cases = 0;
        foreach (JsonElement golden in Golden.Cases("core", "promotion.json"))
        {
            using DisposeScope scope = NewDisposeScope();
            ScalarType left = Golden.TypeOf(golden.GetProperty("left").GetString()!);
            cases++;
            if (golden.TryGetProperty("promoted", out JsonElement promoted))
            {
                ScalarType right = Golden.TypeOf(golden.GetProperty("right").GetString()!);
                Assert.Equal(Golden.TypeOf(promoted.GetString()!), torch.promote_types(left, right));
                continue;
            }

            JsonElement number = golden.GetProperty("number");
            Scalar scalar = golden.GetProperty("kind").GetString() switch
            {
                "bool" => number.GetBoolean(),
                "int" => number.GetInt64(),
                _ => number.GetDouble(),
            };
            Tensor x = torch.ones([2], left);
            Tensor result = golden.GetProperty("op").GetString() switch
            {
                "add" => x + scalar,
                "mul" => x * scalar,
                "sub" => x - scalar,
                _ => x / scalar,
            };
            Golden.AssertEqual(golden.GetProperty("output"), result, 0, 0, $"{left} {golden.GetProperty("op").GetString()} {scalar}");
        }

        Assert.Equal(274, cases);
    }

    [Fact]
    public void OperatorsWithNumbersOnEitherSideAgree()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([1f, -2f, 4f]);
        Assert.Equal([3f, 0f, 6f], (2 + x).data<float>().ToArray());
        Assert.Equal([1f, 4f, -2f], (2 - x).data<float>().ToArray());
        Assert.Equal([2f, -1f, 0.5f], (2f / x).data<float>().ToArray());
        Assert.Equal([-1f, 2f, -4f], (-x).data<float>().ToArray());
        Assert.Equal([1f, 1f, 1f], (x % 3).data<float>().ToArray());
        Assert.Equal([false, true, false], (x < 0).data<bool>().ToArray());
        Assert.Equal([true, false, true], ((x > 0) & (x != 2)).data<bool>().ToArray());
    }

    private static object? Argument(JsonElement value) => value.ValueKind == JsonValueKind.Array
        ? value.EnumerateArray().Select(item => item.GetInt64()).ToArray()
        : value.GetInt64();
}
