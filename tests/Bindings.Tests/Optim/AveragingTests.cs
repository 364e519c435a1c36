using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.optim;

namespace Bindings.Tests.Optim;

/// <summary>torch.optim.swa_utils against Python's (tests/golden/averaging/averaging.py).</summary>
public class AveragingTests
{
    private static readonly JsonElement Goldens = OracleFile.Read("averaging", "averaging.json");

    public static TheoryData<int> Averages => [.. Enumerable.Range(0, Goldens.GetProperty("averages").GetArrayLength())];

    public static TheoryData<int> Statistics => [.. Enumerable.Range(0, Goldens.GetProperty("statistics").GetArrayLength())];

    public static TheoryData<int> Rates => [.. Enumerable.Range(0, Goldens.GetProperty("rates").GetArrayLength())];

    [Theory]
    [MemberData(nameof(Averages))]
    public void Averages_are_Pythons(int number)
    {
        using var scope = NewDisposeScope();
        JsonElement golden = Goldens.GetProperty("averages")[number];
        ScalarType dtype = Golden.TypeOf(golden.GetProperty("dtype").GetString()!);
        bool withBuffers = golden.GetProperty("use_buffers").GetBoolean();
        using Sequential model = Network(dtype);
        Move(model, dtype, 0);
        Func<Tensor, Tensor, Tensor, Tensor>? function = golden.GetProperty("function").GetString() switch
        {
            "ema" => (average, current, _) => (average * 0.9) + (current * 0.1),
            "count" => (average, current, count) => (average * count / (count + 2)) + current,
            _ => null,
        };
        using var averaged = swa_utils.AveragedModel(model, avg_fn: function, use_buffers: withBuffers);
        Train(model, dtype, averaged.update_parameters);
        AssertState(golden.GetProperty("state"), averaged, dtype);
        if (!withBuffers)
        {
            Assert.True(averaged.module.get_buffer("1.running_mean")!.Equals(model.get_buffer("1.running_mean")!));
        }
    }

    [Theory]
    [MemberData(nameof(Averages))]
    public void Functions_of_lists_give_what_functions_of_one_tensor_give(int number)
    {
        using var scope = NewDisposeScope();
        JsonElement golden = Goldens.GetProperty("averages")[number];
        string function = golden.GetProperty("function").GetString()!;
        if (function == "count")
        {
            return;
        }

        ScalarType dtype = Golden.TypeOf(golden.GetProperty("dtype").GetString()!);
        bool withBuffers = golden.GetProperty("use_buffers").GetBoolean();
        using Sequential model = Network(dtype);
        Move(model, dtype, 0);
        var many = function == "ema" ? swa_utils.get_ema_multi_avg_fn(0.9) : swa_utils.get_swa_multi_avg_fn();
        var one = function == "ema" ? swa_utils.get_ema_avg_fn(0.9) : swa_utils.get_swa_avg_fn();
        using var lists = swa_utils.AveragedModel(model, multi_avg_fn: many, use_buffers: withBuffers);
        using var tensors = swa_utils.AveragedModel(model, avg_fn: one, use_buffers: withBuffers);
        Train(model, dtype, present =>
        {
            lists.update_parameters(present);
            tensors.update_parameters(present);
        });
        AssertState(golden.GetProperty("state"), lists, dtype);
        AssertState(golden.GetProperty("state"), tensors, dtype);
    }

    [Theory]
    [MemberData(nameof(Statistics))]
    public void Statistics_computed_anew_are_Pythons(int number)
    {
        using var scope = NewDisposeScope();
        JsonElement golden = Goldens.GetProperty("statistics")[number];
        ScalarType dtype = Golden.TypeOf(golden.GetProperty("dtype").GetString()!);
        Tensor[] batches = [.. golden.GetProperty("batches").EnumerateArray().Select(Golden.Read)];
        foreach (int kind in new[] { 0, 1, 2, 3 })
        {
            using Sequential model = Network(dtype);
            model.load_state_dict(golden.GetProperty("start").EnumerateObject().ToDictionary(entry => entry.Name, entry => Golden.Read(entry.Value)));
            model.eval();
            model[0].train();
            switch (kind)
            {
                case 0:
                    swa_utils.update_bn(batches, model);
                    break;
                case 1:
                    swa_utils.update_bn(batches.Select(batch => (batch, label: 3)), model, CPU);
                    break;
                case 2:
                    swa_utils.update_bn(batches.Select(batch => new[] { batch, batch }), model);
                    break;
                default:
                    swa_utils.update_bn(batches.Select(batch => batch.ToString()!.Length > 0 ? batch : null), model, batch => model.call(batch!));
                    break;
            }

            Assert.False(model.training);
            Assert.True(model[0].training);
            Assert.Equal(0.1, ((BatchNorm1d)model[1]).momentum);
            AssertState(golden.GetProperty("state"), model, dtype);
            Golden.AssertEqual(golden.GetProperty("output"), model.call(batches[0]), 1e-5, 1e-6, "output");
        }
    }

    [Theory]
    [MemberData(nameof(Rates))]
    public void Rates_are_Pythons_epoch_by_epoch_and_go_on_when_loaded(int number)
    {
        using var scope = NewDisposeScope();
        JsonElement golden = Goldens.GetProperty("rates")[number];
        SGD Optimizer() => SGD([new SGD.ParamGroup([new Parameter(ones(1))]), new SGD.ParamGroup([new Parameter(ones(1))], lr: 0.02)], 0.5);
        double[] ends = [.. golden.GetProperty("swa_lr").EnumerateArray().Select(rate => rate.GetDouble())];
        int epochs = golden.GetProperty("anneal_epochs").GetInt32();
        string strategy = golden.GetProperty("anneal_strategy").GetString()!;
        lr_scheduler.LRScheduler Scheduler(optim.Optimizer of) => ends.Length == 1
            ? swa_utils.SWALR(of, ends[0], epochs, strategy)
            : swa_utils.SWALR(of, ends, epochs, strategy);
        var optimizer = Optimizer();
        var before = lr_scheduler.ExponentialLR(optimizer, 0.8);
        var scheduler = Scheduler(optimizer);
        Assert.Empty(golden.GetProperty("keys").EnumerateArray().Select(key => key.GetString()!).Except(scheduler.state_dict().Keys));
        var epoch = 0;
        foreach (JsonElement row in golden.GetProperty("rows").EnumerateArray())
        {
            for (var group = 0; group < 2; group++)
            {
                Assert.Equal(row[group].GetDouble(), optimizer.param_groups[group].LearningRate, 1e-14);
            }

            if (epoch == 8)
            {
                var state = (scheduler: scheduler.state_dict(), optimizer: optimizer.state_dict());
                optimizer = Optimizer();
                scheduler = swa_utils.SWALR(optimizer, [1.0, 2.0], 3, strategy);
                optimizer.load_state_dict(state.optimizer);
                scheduler.load_state_dict(state.scheduler);
            }

            (golden.GetProperty("chained").GetBoolean() && epoch < 5 ? before : scheduler).step();
            epoch++;
        }
    }

    [Fact]
    public void Mistakes_are_told()
    {
        using var scope = NewDisposeScope();
        using Sequential model = Network(ScalarType.Float32);
        using var averaged = swa_utils.AveragedModel(model);
        using var other = nn.Linear(3, 4);
        Assert.Throws<ArgumentException>(() => averaged.update_parameters(other));
        Assert.Throws<ArgumentException>(() => averaged.update_parameters(nn.Sequential(nn.Linear(4, 4), nn.BatchNorm1d(4), nn.ReLU(), nn.Linear(4, 2))));
        Assert.Throws<ArgumentException>(() =>
            swa_utils.AveragedModel(model, avg_fn: swa_utils.get_ema_avg_fn(), multi_avg_fn: swa_utils.get_ema_multi_avg_fn()));
        Assert.Throws<ArgumentOutOfRangeException>(() => swa_utils.get_ema_multi_avg_fn(1.5));
        Assert.Throws<ArgumentException>(() => swa_utils.update_bn(["no tensor"], model));
        Assert.Equal(0.1, ((BatchNorm1d)model[1]).momentum);
        using var optimizer = SGD(model.parameters(), 0.1);
        Assert.Throws<ArgumentException>(() => swa_utils.SWALR(optimizer, 0.1, anneal_strategy: "sine"));
        Assert.Throws<ArgumentOutOfRangeException>(() => swa_utils.SWALR(optimizer, 0.1, -1));
        Assert.Throws<ArgumentException>(() => swa_utils.SWALR(optimizer, [0.1, 0.2]));
    }

    [Fact]
    public void The_state_dictionary_has_Pythons_names_and_loads()
    {
        using var scope = NewDisposeScope();
        using Sequential model = Network(ScalarType.Float32);
        using var averaged = swa_utils.AveragedModel(model, CPU);
        averaged.update_parameters(model);
        Assert.Equal(
            ["n_averaged", .. model.state_dict().Keys.Select(key => $"module.{key}")], averaged.state_dict().Keys);
        using var resumed = swa_utils.AveragedModel(Network(ScalarType.Float32));
        resumed.load_state_dict(averaged.state_dict());
        Assert.Equal(1, resumed.n_averaged.item<long>());
        Tensor input = randn(4, 3);
        Assert.True(averaged.call(input).Equals(resumed.call(input)));
    }

    private static Sequential Network(ScalarType dtype) =>
        nn.Sequential(nn.Linear(3, 4), nn.BatchNorm1d(4), nn.ReLU(), nn.Linear(4, 2)).to(dtype);

    private static void Train(Sequential model, ScalarType dtype, Action<nn.Module> update)
    {
        for (var step = 1; step < 5; step++)
        {
            Move(model, dtype, step);
            update(model);
        }
    }

    private static void Move(Sequential model, ScalarType dtype, int step)
    {
        JsonElement golden = Goldens.GetProperty("models").EnumerateArray().First(entry =>
            entry.GetProperty("step").GetInt32() == step && Golden.TypeOf(entry.GetProperty("dtype").GetString()!) == dtype);
        model.load_state_dict(golden.GetProperty("state").EnumerateObject().ToDictionary(entry => entry.Name, entry => Golden.Read(entry.Value)));
    }

    private static void AssertState(JsonElement golden, nn.Module module, ScalarType dtype)
    {
        Dictionary<string, Tensor> found = module.state_dict();
        foreach (JsonProperty entry in golden.EnumerateObject())
        {
            double tolerance = dtype == ScalarType.Float64 ? 1e-12 : 1e-5;
            Golden.AssertEqual(entry.Value, found[entry.Name], tolerance, tolerance / 10, entry.Name);
        }
    }
}
