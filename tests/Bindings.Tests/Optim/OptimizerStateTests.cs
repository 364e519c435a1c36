using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Optim;

/// <summary>States that change hands half way, from Python (half_way.pt of tests/golden/optim/write_optimizers.py) and to it.</summary>
public class OptimizerStateTests
{
    private static readonly JsonElement[] Cases =
        [.. OracleFile.Read("optim", "optimizers.json").EnumerateArray()];

    public static TheoryData<string> Names => [.. Cases.Select(Name).Distinct()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_state_that_Python_saved_half_way_goes_on_to_Pythons_end(string name)
    {
        using var scope = NewDisposeScope();
        var saved = (Dictionary<string, object?>)((Dictionary<string, object?>)serialization.load(Repository.Golden("optim", "half_way.pt"))!)[name]!;
        Parameter[] parameters = [.. ((List<object?>)saved["parameters"]!).Select(item => new Parameter((Tensor)item!))];
        using var optimizer = OptimizerProblem.Create(name, JsonDocument.Parse("{}").RootElement, parameters);

        optimizer.load_state_dict((Dictionary<string, object?>)saved["optimizer"]!);
        OptimizerProblem.Run(optimizer, parameters, (OptimizerProblem.Steps / 2) + 1, OptimizerProblem.Steps, name == "SparseAdam");

        Assert.Equal(Last(name).GetProperty("options").GetProperty("lr").GetDouble(), optimizer.param_groups[0].LearningRate);
        OptimizerProblem.AssertParameters(Last(name).GetProperty("trace").GetProperty("20"), parameters, name);
    }

    [PythonFact]
    public void States_that_we_save_half_way_go_on_in_Python_to_the_same_end()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var halves = new Dictionary<string, object?>();
        foreach (var name in Cases.Select(Name).Distinct())
        {
            var parameters = OptimizerProblem.Parameters();
            using var optimizer = OptimizerProblem.Create(Last(name), parameters);
            OptimizerProblem.Run(optimizer, parameters, 1, OptimizerProblem.Steps / 2, name == "SparseAdam");
            using var stream = new MemoryStream();
            serialization.save(optimizer.state_dict(), stream);
            halves[name] = new Dictionary<string, object?>
            {
                ["optimizer"] = serialization.load(stream), ["parameters"] = parameters.Cast<object?>().ToList(),
                ["end"] = JsonNumbers(Last(name).GetProperty("trace").GetProperty("20")),
            };
        }
        serialization.save(halves, folder.File("half.pt"));

        // NAdam as in the goldens: without foreach, 1.13 multiplies the next momentum twice.
        Python.Run($"""
            import sys, torch
            sys.path.insert(0, '{Repository.Golden("optim")}')
            from write_optimizers import set_gradients
            for name, saved in torch.load('{folder.File("half.pt")}').items():
                params = saved["parameters"]
                optimizer = getattr(torch.optim, name)(params, lr=0.5)
                optimizer.load_state_dict(saved["optimizer"])
                if name == "NAdam":
                    optimizer.param_groups[0]["foreach"] = True
                for step in range(11, 21):
                    set_gradients(params, step, name == "SparseAdam")
                    optimizer.step()
                for p, end in zip(params, saved["end"]):
                    assert torch.allclose(p.detach().flatten(), torch.tensor(end), 1e-5, 1e-5), (name, p, end)
            """);
    }

    private static string Name(JsonElement golden) => golden.GetProperty("optimizer").GetString()!;

    /// <summary>The last of an optimizer's cases, which half_way.pt is about.</summary>
    private static JsonElement Last(string name) => Cases.Last(golden => Name(golden) == name
        && golden.GetProperty("dtype").GetString() == "float32" && golden.GetProperty("groups").ValueKind == JsonValueKind.Null
        && golden.GetProperty("sparse").GetBoolean() == (name == "SparseAdam"));

    private static List<object?> JsonNumbers(JsonElement lists) =>
        [.. lists.EnumerateArray().Select(list => list.EnumerateArray().Select(item => (object?)item.GetDouble()).ToList())];
}
