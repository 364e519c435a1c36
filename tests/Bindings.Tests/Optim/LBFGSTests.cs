using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Optim;

/// <summary>LBFGS on two functions beside Python's (tests/golden/optim/write_lbfgs.py).</summary>
public class LBFGSTests
{
    private static readonly JsonElement[] Cases = [.. OracleFile.Read("optim", "lbfgs.json").EnumerateArray()];

    public static TheoryData<int, string> Names
    {
        get
        {
            var names = new TheoryData<int, string>();
            for (var index = 0; index < Cases.Length; index++)
            {
                names.Add(index, $"{Cases[index].GetProperty("function")} {Cases[index].GetProperty("options")} {Cases[index].GetProperty("dtype")}");
            }
            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Steps_are_Pythons(int index, string name)
    {
        using var scope = NewDisposeScope();
        var parameters = Parameters(Cases[index].GetProperty("dtype").GetString() == "float64" ? ScalarType.Float64 : ScalarType.Float32);
        using var optimizer = Create(parameters, Cases[index].GetProperty("options"));
        var step = 0;
        foreach (var expected in Cases[index].GetProperty("trace").EnumerateArray())
        {
            Step(optimizer, parameters, index, expected, $"{name}, step {step++}");
            Assert.Equal(expected.GetProperty("evaluations").GetInt64(), ((LBFGS.State)optimizer.state_dict().State[0]).func_evals);
        }
        Assert.Equal(2, parameters[2].to_type(ScalarType.Float64).item<double>());
    }

    [Fact]
    public void A_state_that_Python_saved_goes_on_as_Pythons()
    {
        using var scope = NewDisposeScope();
        var saved = (Dictionary<string, object?>)serialization.load(Repository.Golden("optim", "lbfgs_half_way.pt"))!;
        Parameter[] parameters = [.. ((List<object?>)saved["parameters"]!).Select(item => new Parameter((Tensor)item!))];
        using var optimizer = new LBFGS(parameters, lr: 0.7, max_iter: 3);
        optimizer.load_state_dict((Dictionary<string, object?>)saved["optimizer"]!);

        Assert.Equal("strong_wolfe", ((LBFGS.Options)optimizer.param_groups[0].Options).line_search_fn);
        GoOn(optimizer, parameters);
    }

    [Fact]
    public void A_state_that_is_saved_goes_on_alike()
    {
        using var scope = NewDisposeScope();
        var parameters = Parameters(ScalarType.Float64);
        using var optimizer = HalfWay(parameters);
        using var stream = new MemoryStream();
        serialization.save(optimizer.state_dict(), stream);
        Parameter[] copies = [.. parameters.Select(parameter => new Parameter(parameter.detach().clone()))];
        using var other = new LBFGS(copies);
        other.load_state_dict((Dictionary<string, object?>)serialization.load(stream)!);

        Assert.True(optimizer.state_dict().State[0].ApproximatelyEquals(other.state_dict().State[0]));
        GoOn(other, copies);
    }

    [PythonFact]
    public void A_state_that_we_save_goes_on_in_Python()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var parameters = Parameters(ScalarType.Float64);
        using var optimizer = HalfWay(parameters);
        serialization.save(new Dictionary<string, object?>
        {
            ["optimizer"] = optimizer.state_dict(), ["parameters"] = parameters.Cast<object?>().ToList(),
        }, folder.File("half.pt"));

        Python.Run($"""
            import json, sys, torch
            sys.path.insert(0, '{Repository.Golden("optim")}')
            from write_lbfgs import closure, rosenbrock, STEPS
            saved = torch.load('{folder.File("half.pt")}')
            expected = json.load(open('{Repository.Golden("optim", "lbfgs.json")}'))[0]["trace"]
            params = saved["parameters"]
            optimizer = torch.optim.LBFGS(params)
            optimizer.load_state_dict(saved["optimizer"])
            for step in range(3, STEPS):
                optimizer.step(closure(optimizer, rosenbrock, params))
                wanted = torch.tensor(expected[step]["x"] + expected[step]["y"], dtype=torch.float64)
                found = torch.cat([params[0], params[1][0]]).detach()
                assert torch.allclose(found, wanted, 1e-5, 1e-5), (step, found, wanted)
                assert optimizer.state[params[0]]["func_evals"] == expected[step]["evaluations"]
            """);
    }

    [Fact]
    public void A_complex_parameter_is_two_real_ones()
    {
        using var scope = NewDisposeScope();
        var real = new Parameter(tensor(new[,] { { -1.2, 0.5 }, { 1.0, -0.3 } }));
        var complex = new Parameter(view_as_complex(real.detach().clone()));
        using var one = new LBFGS([real], line_search_fn: "strong_wolfe", max_iter: 4);
        using var two = new LBFGS([complex], line_search_fn: "strong_wolfe", max_iter: 4);
        for (var step = 0; step < 3; step++)
        {
            one.step(() => Loss(one, () => real));
            two.step(() => Loss(two, () => view_as_real(complex)));
        }

        Assert.True(ops.aten.allclose(real, view_as_real(complex), 1e-9, 1e-12));

        static Tensor Loss(LBFGS optimizer, Func<Tensor> values)
        {
            optimizer.zero_grad();
            var loss = ((values() - 0.5).pow(4).sum() + (2 * values()).sin().sum());
            loss.backward();
            return loss;
        }
    }

    [Fact]
    public void Steps_keep_no_tensors_but_the_state_and_the_loss()
    {
        using var outer = NewDisposeScope();
        var parameters = Parameters(ScalarType.Float64);
        using var optimizer = Create(parameters, Cases[2].GetProperty("options"));
        long Step()
        {
            using var scope = NewDisposeScope();
            optimizer.step(Closure(optimizer, parameters, "rosenbrock"));
            return 0;
        }
        Step();
        Step();
        var alive = DisposeScopeManager.Statistics.ThreadTotalLiveCount;
        Step();

        Assert.Equal(alive, DisposeScopeManager.Statistics.ThreadTotalLiveCount);
    }

    [Fact]
    public void Mistakes_are_told()
    {
        using var scope = NewDisposeScope();
        using var optimizer = optim.LBFGS([new Parameter(ones(2))]);
        Assert.Throws<ArgumentNullException>(() => optimizer.step());
        Assert.Throws<InvalidOperationException>(() => optimizer.add_param_group(new LBFGS.ParamGroup([new Parameter(ones(1))])));
        Assert.Throws<ArgumentException>(() => optim.LBFGS([new Parameter(ones(2))], line_search_fn: "armijo"));
        var state = optimizer.state_dict();
        ((Dictionary<long, object?>)state["state"]!)[0] = new Dictionary<string, object?> { ["ro"] = new List<object?> { 1.0 } };
        Assert.Contains("belong together", Assert.Throws<ArgumentException>(() => optimizer.load_state_dict(state)).Message);
    }

    private static LBFGS HalfWay(Parameter[] parameters)
    {
        var optimizer = Create(parameters, Cases[0].GetProperty("options"));
        for (var step = 0; step < 3; step++)
        {
            optimizer.step(Closure(optimizer, parameters, "rosenbrock"));
        }
        return optimizer;
    }

    private static void GoOn(LBFGS optimizer, Parameter[] parameters)
    {
        foreach (var (expected, step) in Cases[0].GetProperty("trace").EnumerateArray().Skip(3).Zip(Enumerable.Range(3, 5)))
        {
            Step(optimizer, parameters, 0, expected, $"resumed, step {step}");
        }
    }

    private static void Step(LBFGS optimizer, Parameter[] parameters, int index, JsonElement expected, string where)
    {
        var loss = optimizer.step(Closure(optimizer, parameters, Cases[index].GetProperty("function").GetString()!))!;

        // Python rounds the distances of a search to the parameters' type too.
        var tolerance = loss.dtype == ScalarType.Float64 ? 1e-6 : 1e-4;
        Close(expected.GetProperty("loss").GetDouble(), loss, tolerance, where);
        for (var i = 0; i < 2; i++)
        {
            Close(expected.GetProperty("x")[i].GetDouble(), parameters[0][i], tolerance, where);
            Close(expected.GetProperty("y")[i].GetDouble(), parameters[1][0, i], tolerance, where);
        }
    }

    private static Func<Tensor> Closure(LBFGS optimizer, Parameter[] parameters, string function) => () =>
    {
        optimizer.zero_grad();
        var (x, y) = (parameters[0], parameters[1]);
        var value = function == "rosenbrock"
            ? (1 - x).pow(2).sum() + (100 * (y[0] - x.pow(2)).pow(2).sum())
            : (3 * x).sin().sum() + (0.1 * x.pow(2).sum()) + ((2 * y) + 1).cos().sum() + (0.05 * y.pow(4).sum());
        value.backward();
        return value;
    };

    private static Parameter[] Parameters(ScalarType dtype) =>
    [
        new(tensor(new[] { -1.2, 0.5 }).to_type(dtype)), new(tensor(new[,] { { 1.0, -0.3 } }).to_type(dtype)), new(tensor(new[] { 2.0 }).to_type(dtype)),
    ];

    private static LBFGS Create(Parameter[] parameters, JsonElement options)
    {
        long? Whole(string name) => options.TryGetProperty(name, out var value) ? value.GetInt64() : null;
        return new LBFGS(parameters, options.GetProperty("lr").GetDouble(), Whole("max_iter") ?? 20, Whole("max_eval"),
            tolerance_change: options.TryGetProperty("tolerance_change", out var change) ? change.GetDouble() : 1e-9,
            history_size: Whole("history_size") ?? 100, line_search_fn: options.GetProperty("line_search_fn").GetString());
    }

    private static void Close(double wanted, Tensor tensor, double tolerance, string where)
    {
        var found = tensor.detach().to_type(ScalarType.Float64).item<double>();
        Assert.True(Math.Abs(wanted - found) <= tolerance * Math.Max(1, Math.Abs(wanted)), $"{where}: {found} where Python has {wanted}");
    }
}
