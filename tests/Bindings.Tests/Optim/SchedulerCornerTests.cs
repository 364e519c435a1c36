using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Bindings.Tests.Optim;

/// <summary>What schedulers print and save, and how they go on from others' states (tests/golden/optim/write_scheduler_corners.py).</summary>
public class SchedulerCornerTests
{
    private static readonly JsonElement Golden = OracleFile.Read("optim", "scheduler_corners.json");

    public static TheoryData<string> Loaded => [.. Golden.GetProperty("loaded").EnumerateObject().Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Loaded))]
    public void Going_on_from_a_state_takes_its_arguments_over(string name)
    {
        using var scope = NewDisposeScope();
        using var first = Optimizer(name);
        var scheduler = Saved(name, first);
        for (var step = 0; step < 6; step++)
        {
            scheduler.step();
        }

        var state = scheduler.state_dict();
        var expected = Golden.GetProperty("loaded").GetProperty(name);
        foreach (var entry in expected.GetProperty("state").EnumerateObject())
        {
            AssertSame(entry.Value, state[entry.Name], $"{name}: {entry.Name}");
        }

        using var second = Optimizer(name);
        var following = Other(name, second);
        second.load_state_dict(first.state_dict());
        following.load_state_dict(state);
        foreach (var row in expected.GetProperty("rows").EnumerateArray())
        {
            following.step();
            for (var group = 0; group < 2; group++)
            {
                Assert.Equal(row[group][0].GetDouble(), second.param_groups[group].LearningRate, 1e-12);
                Assert.Equal(row[group][1].GetDouble(), Momentum(second.param_groups[group]), 1e-12);
            }
        }
    }

    [Fact]
    public void What_is_printed_is_in_Pythons_words()
    {
        using var scope = NewDisposeScope();
        var lines = new StringWriter();
        var before = Console.Out;
        Console.SetOut(TextWriter.Synchronized(lines));
        try
        {
            using var stepped = Optimizer("");
            var step = StepLR(stepped, 2, verbose: true);
            step.step();
            step.step();
            step.step(5);
            using var restarted = Optimizer("");
            var restarts = CosineAnnealingWarmRestarts(restarted, 3, verbose: true);
            restarts.step();
            restarts.step(1.5);
            restarts.step((int?)7);
            restarts.step();
            using var measured = Optimizer("");
            var plateau = ReduceLROnPlateau(measured, patience: 0, min_lr: [0.01, 0.02], verbose: true);
            plateau.step(1.0);
            plateau.step(2.0);
            plateau.step(3.0, 7);
            plateau.step(0.5);
        }
        finally
        {
            Console.SetOut(before);
        }

        // Tests beside this one may print as well.
        var printed = lines.ToString().Split(Environment.NewLine).Where(line => line.Contains("learning rate of group", StringComparison.Ordinal));
        Assert.Equal(Golden.GetProperty("printed").EnumerateObject().SelectMany(entry => entry.Value.EnumerateArray()).Select(line => line.GetString()), printed);
    }

    [Fact]
    public void A_rate_that_was_nothing_comes_back()
    {
        using var scope = NewDisposeScope();
        using var optimizer = Optimizer("");
        var scheduler = ConstantLR(optimizer, 0, 2);
        Assert.Equal([0.0, 0.0], scheduler.get_last_lr());
        scheduler.step();
        scheduler.step();
        Assert.Equal([0.5, 0.02], scheduler.get_last_lr());
    }

    [Fact]
    public void Adagrad_saves_a_state_for_every_parameter()
    {
        using var scope = NewDisposeScope();
        using var optimizer = Adagrad([new Parameter(ones(2, 2))], initial_accumulator_value: 0.5);
        var state = ((Dictionary<string, object?>)((Dictionary<long, object?>)optimizer.state_dict()["state"]!)[0]!)!;
        var expected = Golden.GetProperty("adagrad");
        Assert.Equal(expected.GetProperty("step").GetSingle(), ((Tensor)state["step"]!).item<float>());
        Assert.Equal(expected.GetProperty("sum").EnumerateArray().Select(e => e.GetSingle()), ((Tensor)state["sum"]!).data<float>().ToArray());
    }

    private static Optimizer Optimizer(string name) => name.EndsWith("adam", StringComparison.Ordinal)
        ? Adam([new Adam.ParamGroup([new Parameter(ones(1))]), new Adam.ParamGroup([new Parameter(ones(1))], 0.02)], 0.5)
        : SGD([new SGD.ParamGroup([new Parameter(ones(1))]), new SGD.ParamGroup([new Parameter(ones(1))], 0.02, 0.9)], 0.5, 0.9);

    private static LRScheduler Saved(string name, Optimizer optimizer) => name switch
    {
        "CyclicLR" => CyclicLR(
            optimizer, [0.1, 0.02], [0.6, 0.3], 3, 5, impl.CyclicLR.Mode.Triangular2, base_momentum: [0.5], max_momentum: [0.7]),
        "CyclicLR still" => CyclicLR(optimizer, 0.1, 0.6, 3, cycle_momentum: false),
        "OneCycleLR" => OneCycleLR(optimizer, [0.7, 0.3], total_steps: 20, three_phase: true),
        "OneCycleLR adam" => OneCycleLR(optimizer, 0.7, total_steps: 20, pct_start: 0.5),
        _ => CosineAnnealingWarmRestarts(optimizer, 3, 2, 0.01),
    };

    private static LRScheduler Other(string name, Optimizer optimizer) => name switch
    {
        "CyclicLR" or "CyclicLR still" => CyclicLR(optimizer, 0.2, 0.4, 4),
        "OneCycleLR" => OneCycleLR(optimizer, 0.1, total_steps: 30),
        "OneCycleLR adam" => OneCycleLR(optimizer, 0.1, total_steps: 12),
        _ => CosineAnnealingWarmRestarts(optimizer, 5),
    };

    private static double Momentum(ParamGroup group) => group is IMomentum momentum ? momentum.Momentum : ((IBetas)group).Betas.Item1;

    private static void AssertSame(JsonElement expected, object? actual, string what)
    {
        switch (expected.ValueKind)
        {
            case JsonValueKind.Array:
                var items = Assert.IsAssignableFrom<System.Collections.IList>(actual).Cast<object?>().ToList();
                Assert.Equal(expected.GetArrayLength(), items.Count);
                foreach (var (element, item) in expected.EnumerateArray().Zip(items))
                {
                    AssertSame(element, item, what);
                }

                break;
            case JsonValueKind.Object:
                var entries = Assert.IsType<Dictionary<string, object?>>(actual);
                Assert.All(expected.EnumerateObject(), entry => AssertSame(entry.Value, entries[entry.Name], $"{what}.{entry.Name}"));
                break;
            case JsonValueKind.Number:
                Assert.True(Math.Abs(expected.GetDouble() - Convert.ToDouble(actual)) < 1e-12, $"{what}: {actual} instead of {expected}.");
                break;
            case JsonValueKind.String:
                Assert.Equal(expected.GetString(), actual);
                break;
            default:
                Assert.True(expected.GetBoolean().Equals(actual), $"{what}: {actual} instead of {expected}.");
                break;
        }
    }
}
