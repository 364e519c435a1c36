using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;
using static TorchSharp.torch.optim.lr_scheduler;

namespace Bindings.Tests.Optim;

/// <summary>Schedules against Python's (tests/golden/optim/write_schedulers.py).</summary>
public class SchedulerTests
{
    private static readonly JsonElement Golden = OracleFile.Read("optim", "schedulers.json");

    public static TheoryData<string> Names => [.. Golden.GetProperty("cases").EnumerateObject().Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Rates_and_momenta_are_Pythons_epoch_by_epoch(string name)
    {
        using var scope = NewDisposeScope();
        using var optimizer = Optimizer(name);
        var scheduler = Create(name, optimizer);
        var epoch = 0;
        foreach (var row in Golden.GetProperty("cases").GetProperty(name).EnumerateArray())
        {
            AssertRow(row, optimizer, $"{name}, epoch {epoch}");
            Advance(scheduler, epoch++);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_schedule_that_is_saved_goes_on_alike(string name)
    {
        using var scope = NewDisposeScope();
        using var optimizer = Optimizer(name);
        var scheduler = Create(name, optimizer);
        for (var epoch = 0; epoch < 8; epoch++)
        {
            Advance(scheduler, epoch);
        }
        using var stream = new MemoryStream();
        serialization.save(new List<object?> { optimizer.state_dict(), scheduler.state_dict() }, stream);
        var saved = (List<object?>)serialization.load(stream)!;

        using var other = Optimizer(name);
        var resumed = Create(name, other);
        other.load_state_dict((Dictionary<string, object?>)saved[0]!);
        resumed.load_state_dict((Dictionary<string, object?>)saved[1]!);
        var rows = Golden.GetProperty("cases").GetProperty(name).EnumerateArray().ToList();
        for (var epoch = 8; epoch < rows.Count; epoch++)
        {
            AssertRow(rows[epoch], other, $"{name}, epoch {epoch}");
            Advance(resumed, epoch);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_schedule_that_Python_saved_goes_on_as_Pythons(string name)
    {
        using var scope = NewDisposeScope();
        var saved = (Dictionary<string, object?>)((Dictionary<string,
            object?>)serialization.load(Repository.Golden("optim", "schedulers_at_10.pt"))!)[name]!;
        using var optimizer = Optimizer(name);
        var scheduler = Create(name, optimizer);
        optimizer.load_state_dict((Dictionary<string, object?>)saved["optimizer"]!);
        scheduler.load_state_dict((Dictionary<string, object?>)saved["scheduler"]!);
        var rows = Golden.GetProperty("cases").GetProperty(name).EnumerateArray().ToList();
        for (var epoch = 10; epoch < rows.Count; epoch++)
        {
            AssertRow(rows[epoch], optimizer, $"{name}, epoch {epoch}");
            Advance(scheduler, epoch);
        }
    }

    [PythonFact]
    public void Schedules_that_we_save_go_on_in_Python()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var states = new Dictionary<string, object?>();
        foreach (var name in Golden.GetProperty("cases").EnumerateObject().Select(entry => entry.Name))
        {
            using var optimizer = Optimizer(name);
            var scheduler = Create(name, optimizer);
            for (var epoch = 0; epoch < 10; epoch++)
            {
                Advance(scheduler, epoch);
            }
            states[name] = new Dictionary<string, object?> { ["optimizer"] = optimizer.state_dict(), ["scheduler"] = scheduler.state_dict() };
        }
        serialization.save(states, folder.File("at_10.pt"));

        Python.Run($"""
            import json, sys, torch
            sys.path.insert(0, '{Repository.Golden("optim")}')
            from write_schedulers import EPOCHS, case_of, momentum, optimizer_of, step
            cases = json.load(open('{Repository.Golden("optim", "schedulers.json")}'))["cases"]
            for name, saved in torch.load('{folder.File("at_10.pt")}').items():
                optimizer = optimizer_of(name)
                scheduler = case_of(name)(optimizer)
                optimizer.load_state_dict(saved["optimizer"])
                if name == "CyclicLR function" and torch.__version__.startswith("1."):
                    del saved["scheduler"]["_scale_fn_custom"]
                scheduler.load_state_dict(saved["scheduler"])
                for epoch in range(10, EPOCHS - 1):
                    found = [[g["lr"], momentum(g)] for g in optimizer.param_groups]
                    assert torch.allclose(torch.tensor(found), torch.tensor(cases[name][epoch]), 1e-12, 1e-14), (name, epoch, found)
                    step(scheduler, optimizer, epoch)
            """);
    }

    [Fact]
    public void Closed_forms_reach_the_same_rates()
    {
        foreach (var name in new[] { "StepLR", "MultiStepLR", "ExponentialLR", "CosineAnnealingLR", "LinearLR", "ConstantLR", "PolynomialLR" })
        {
            using var scope = NewDisposeScope();
            using var optimizer = Optimizer(name);
            var scheduler = Create(name, optimizer);
            var expected = Golden.GetProperty("cases").GetProperty(name)[6][0][0].GetDouble();
            scheduler.step((int?)6);
            Assert.Equal(expected, scheduler.get_last_lr().First(), 1e-12);
        }
    }

    [Fact]
    public void Mistakes_are_told()
    {
        using var scope = NewDisposeScope();
        using var optimizer = Optimizer("StepLR");
        using var rates = RMSProp([new Parameter(ones(1))]);
        using var plain = Adagrad([new Parameter(ones(1))]);

        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, 0.1));
        Assert.Contains("cycle_momentum", Assert.Throws<ArgumentException>(() => OneCycleLR(plain, 0.1, 10)).Message);
        Assert.Throws<ArgumentException>(() => OneCycleLR(optimizer, new[] { 0.1, 0.2, 0.3 }, 10));
        Assert.Throws<ArgumentException>(() => ReduceLROnPlateau(optimizer, mode: "low"));
        Assert.Throws<ArgumentException>(() => SequentialLR(optimizer, [StepLR(rates, 2)], []));
        Assert.Throws<InvalidOperationException>(() => StepLR(plain, 2, last_epoch: 3));
        var short_ = OneCycleLR(optimizer, 0.1, 3);
        Assert.Contains("3 steps", Assert.Throws<InvalidOperationException>(() =>
        {
            for (var step = 0; step < 5; step++)
            {
                short_.step();
            }
        }).Message);
        Assert.Throws<ArgumentException>(() => StepLR(optimizer, 2).load_state_dict(new Dictionary<string, object?>()));
    }

    private static void Advance(LRScheduler scheduler, int epoch)
    {
        if (scheduler is impl.ReduceLROnPlateau)
        {
            scheduler.step(Golden.GetProperty("losses")[epoch].GetDouble());
        }
        else
        {
            scheduler.step();
        }
    }

    private static void AssertRow(JsonElement row, optim.Optimizer optimizer, string where)
    {
        for (var group = 0; group < 2; group++)
        {
            var found = optimizer.param_groups[group];
            var momentum = found is IMomentum sgd ? sgd.Momentum : ((IBetas)found).Betas.Item1;
            Assert.True(Math.Abs(row[group][0].GetDouble() - found.LearningRate) < 1e-14,
                $"{where}, group {group}: {found.LearningRate} where Python has {row[group][0]}");
            Assert.True(Math.Abs(row[group][1].GetDouble() - momentum) < 1e-14,
                $"{where}, group {group}: momentum {momentum} where Python has {row[group][1]}");
        }
    }

    private static optim.Optimizer Optimizer(string name)
    {
        Parameter[] first = [new Parameter(ones(1))];
        Parameter[] second = [new Parameter(ones(1))];
        return name.EndsWith("adam", StringComparison.Ordinal)
            ? Adam([new Adam.ParamGroup(first), new Adam.ParamGroup(second, lr: 0.02)], 0.5)
            : SGD([new SGD.ParamGroup(first), new SGD.ParamGroup(second, new SGD.Options { LearningRate = 0.02 })], 0.5, momentum: 0.9);
    }

    private static LRScheduler Create(string name, optim.Optimizer o) => name switch
    {
        "StepLR" => StepLR(o, 5, 0.3),
        "MultiStepLR" => MultiStepLR(o, [3, 9, 9, 17], 0.5),
        "ExponentialLR" => ExponentialLR(o, 0.9),
        "CosineAnnealingLR" => CosineAnnealingLR(o, 7, 0.01),
        "LambdaLR" => LambdaLR(o, epoch => Math.Pow(0.95, epoch)),
        "MultiplicativeLR" => MultiplicativeLR(o, epoch => 1.0 / (1 + epoch)),
        "LinearLR" => LinearLR(o, 0.2, 0.9, 6),
        "ConstantLR" => ConstantLR(o, 0.25, 4),
        "PolynomialLR" => PolynomialLR(o, 10, 2),
        "OneCycleLR" or "OneCycleLR adam" => OneCycleLR(o, 0.7, total_steps: 24),
        "OneCycleLR linear" => OneCycleLR(o, new[] { 0.7, 0.3 }, epochs: 6, steps_per_epoch: 4,
            anneal_strategy: impl.OneCycleLR.AnnealStrategy.Linear, pct_start: 0.4),
        "OneCycleLR three" => OneCycleLR(o, 0.7, total_steps: 24, three_phase: true, base_momentum: 0.8, max_momentum: 0.9),
        "SequentialLR" => SequentialLR(o, [LinearLR(o, 0.1, 1, 5), CosineAnnealingLR(o, 10), ConstantLR(o, 0.5, 2)], [5, 15]),
        "ChainedScheduler" => ChainedLR([ConstantLR(o, 0.1, 3), ExponentialLR(o, 0.9)]),
        "CyclicLR" => CyclicLR(o, 0.1, 0.5, step_size_up: 3, step_size_down: 5),
        "CyclicLR triangular2" => CyclicLR(o, new[] { 0.1, 0.01 }, new[] { 0.5, 0.3 }, step_size_up: 4, mode: impl.CyclicLR.Mode.Triangular2,
            base_momentum: new[] { 0.7 }, max_momentum: new[] { 0.95 }),
        "CyclicLR exp_range" => CyclicLR(o, 0.1, 0.5, step_size_up: 4, mode: impl.CyclicLR.Mode.ExpRange, gamma: 0.9, cycle_momentum: false),
        "CyclicLR function" => CyclicLR(o, 0.1, 0.5, step_size_up: 4, scale_fn: x => 1 / (1 + x), scale_mode: impl.CyclicLR.ScaleMode.Iterations),
        "CosineAnnealingWarmRestarts" => CosineAnnealingWarmRestarts(o, 5),
        "CosineAnnealingWarmRestarts mult" => CosineAnnealingWarmRestarts(o, 3, T_mult: 2, eta_min: 0.005),
        "ReduceLROnPlateau" => ReduceLROnPlateau(o, patience: 2, factor: 0.5, cooldown: 1, min_lr: [0.005]),
        "ReduceLROnPlateau abs" => ReduceLROnPlateau(o, mode: "max", patience: 3, threshold: 0.05, threshold_mode: "abs"),
        _ => throw new ArgumentException(name),
    };
}
