using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Optim;

/// <summary>Twenty steps of each optimizer against Python's (tests/golden/optim/write_optimizers.py).</summary>
public class OptimizerGoldenTests
{
    private static readonly JsonElement[] Cases = [.. Read("optimizers.json"), .. Read("optimizers_newer.json")];

    public static TheoryData<int, string> Names
    {
        get
        {
            var names = new TheoryData<int, string>();
            for (var index = 0; index < Cases.Length; index++)
            {
                var golden = Cases[index];
                names.Add(index, $"{golden.GetProperty("optimizer").GetString()} {golden.GetProperty("options")} {golden.GetProperty("groups")} {golden.GetProperty("dtype")}{(IsSparse(index) ? " sparse" : "")}");
            }
            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Parameters_follow_Pythons_step_by_step(int index, string name)
    {
        using var scope = NewDisposeScope();
        var parameters = OptimizerProblem.Parameters(Cases[index]);
        using var optimizer = OptimizerProblem.Create(Cases[index], parameters);
        var trace = Cases[index].GetProperty("trace");

        for (var step = 1; step <= OptimizerProblem.Steps; step++)
        {
            OptimizerProblem.SetGradients(parameters, step, IsSparse(index));
            Assert.Null(optimizer.step());
            if (trace.TryGetProperty(step.ToString(), out var expected))
            {
                OptimizerProblem.AssertParameters(expected, parameters, $"{name}, step {step}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void State_dictionaries_hold_Pythons_names_and_values(int index, string name)
    {
        using var scope = NewDisposeScope();
        var parameters = OptimizerProblem.Parameters(Cases[index]);
        using var optimizer = OptimizerProblem.Create(Cases[index], parameters);
        OptimizerProblem.Run(optimizer, parameters, 1, OptimizerProblem.Steps, IsSparse(index));
        var states = (Dictionary<long, object?>)optimizer.state_dict()["state"]!;

        foreach (var expected in Cases[index].GetProperty("state").EnumerateObject())
        {
            var values = expected.Value.EnumerateObject().Where(entry => entry.Value.ValueKind != JsonValueKind.Null).ToList();
            if (values.Count == 0)
            {
                continue;
            }
            var state = (Dictionary<string, object?>)states[long.Parse(expected.Name)]!;
            Assert.Equal(values.Select(entry => entry.Name).Order(), state.Keys.Order());
            foreach (var entry in values)
            {
                OptimizerProblem.AssertValue(entry.Value, state[entry.Name], $"{name}, parameter {expected.Name}, {entry.Name}");
            }
        }
    }

    private static IEnumerable<JsonElement> Read(string file) => OracleFile.Read("optim", file).EnumerateArray();

    private static bool IsSparse(int index) => Cases[index].GetProperty("sparse").GetBoolean();
}
