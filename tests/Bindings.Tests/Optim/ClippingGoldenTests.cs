using System.Globalization;
using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Optim;

/// <summary>Clipped gradients against Python's (tests/golden/optim/write_clipping.py).</summary>
public class ClippingGoldenTests
{
    private static readonly JsonElement[] Cases = [.. OracleFile.Read("optim", "clipping.json").EnumerateArray()];

    public static TheoryData<int, string> Names
    {
        get
        {
            var names = new TheoryData<int, string>();
            for (var index = 0; index < Cases.Length; index++)
            {
                var golden = Cases[index];
                names.Add(index, $"{golden.GetProperty("limit")} {golden.GetProperty("order")} {golden.GetProperty("dtype")} {golden.GetProperty("spoiled")}");
            }
            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Norms_and_gradients_are_Pythons(int index, string name)
    {
        using var scope = NewDisposeScope();
        var golden = Cases[index];
        var parameters = OptimizerProblem.Parameters(golden);
        OptimizerProblem.SetGradients(parameters, golden.GetProperty("step").GetInt32());
        if (golden.GetProperty("spoiled").GetString() is { } spoiled)
        {
            ops.aten.fill__Scalar(parameters[0].grad![0, 0], Number(spoiled));
        }
        var limit = golden.GetProperty("limit").GetDouble();
        if (golden.GetProperty("order").GetString() is { } order)
        {
            Close(Number(golden.GetProperty("norm").GetString()!), nn.utils.clip_grad_norm_(parameters, limit, Number(order)), $"{name}, norm");
        }
        else
        {
            nn.utils.clip_grad_value_(parameters, limit);
        }

        foreach (var (expected, parameter) in golden.GetProperty("gradients").EnumerateArray().Zip(parameters))
        {
            if (expected.ValueKind == JsonValueKind.Null)
            {
                Assert.Null(parameter.grad);
                continue;
            }
            var found = OptimizerProblem.Plain(parameter.grad!).to_type(ScalarType.Float64).flatten().data<double>().ToArray();
            Assert.Equal(expected.GetArrayLength(), found.Length);
            foreach (var (wanted, value) in expected.EnumerateArray().Zip(found))
            {
                Close(Number(wanted.GetString()!), value, name);
            }
        }
    }

    [Fact]
    public void Norms_that_are_not_finite_are_an_error_if_asked_for_and_gradients_stay()
    {
        using var scope = NewDisposeScope();
        foreach (var value in new[] { float.NaN, float.PositiveInfinity })
        {
            Parameter[] parameters = [new(zeros(2)) { grad = tensor(new[] { 3f, value }) }, new(zeros(1))];
            var message = Assert.Throws<InvalidOperationException>(() => nn.utils.clip_grad_norm_(parameters, 1, 2, error_if_nonfinite: true)).Message;
            Assert.Contains("norm of order 2", message);
            Assert.Equal([3f, value], parameters[0].grad!.data<float>().ToArray());
        }
    }

    private static double Number(string text) => text switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" => double.NaN,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };

    private static void Close(double wanted, double found, string where) =>
        Assert.True(wanted.Equals(found) || Math.Abs(wanted - found) <= 2e-6 * Math.Max(1, Math.Abs(wanted)), $"{where}: {found} where Python has {wanted}");
}
