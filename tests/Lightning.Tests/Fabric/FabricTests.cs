using Lightning.Plugins;
using static TorchSharp.torch.utils.data;

namespace Lightning.Tests.FabricTests;

/// <summary>Settings, batches, logs, callbacks, and the formalities of one process.</summary>
public sealed class FabricTests
{
    [Fact]
    public void One_process_is_its_own_group()
    {
        using var fabric = new Fabric(accelerator: "cpu", devices: 1);
        fabric.launch();
        using var tensor = torch.tensor(new[] { 1f, 2f });
        using var mean = fabric.all_reduce(tensor);
        var gathered = fabric.all_gather(new Dictionary<string, object?> { ["a"] = (tensor, tensor), ["b"] = 3 });
        using (fabric.rank_zero_first())
        {
            fabric.barrier();
        }

        Assert.Equal((0, 0, 0, 1, true), (fabric.global_rank, fabric.local_rank, fabric.node_rank, fabric.world_size, fabric.is_global_zero));
        Assert.Equal(DeviceType.CPU, fabric.device.type);
        Assert.NotSame(tensor, mean);
        Assert.Equal([1f, 2f], mean.data<float>().ToArray());
        Assert.Equal([2L], (((Tensor, Tensor))gathered["a"]!).Item2.shape);
        Assert.Equal(3, gathered["b"]);
        Assert.Equal(2.5, fabric.all_reduce(2.5, "sum"));
        Assert.Equal("text", fabric.broadcast("text"));
        Assert.Equal([1f, 2f], fabric.broadcast(tensor).data<float>().ToArray());
        using var part = torch.ones(2, requires_grad: true);
        fabric.backward(fabric.all_gather(part, sync_grads: true).sum() * 3);
        Assert.Equal([3f, 3], part.grad!.data<float>().ToArray());
        Assert.Equal(5, fabric.launch(self => self.world_size + 4));
    }

    [Fact]
    public void What_is_left_open_comes_from_the_environment()
    {
        Environment.SetEnvironmentVariable("LT_PRECISION", "bf16-mixed");
        Environment.SetEnvironmentVariable("LT_ACCELERATOR", "cpu");
        try
        {
            Assert.Equal("bf16-mixed", new Fabric().precision.name);
            Assert.Equal("64-true", new Fabric(precision: 64).precision.name);
            Assert.Equal("bf16-true", new Fabric(plugins: [new HalfPrecision("bf16-true")]).precision.name);
        }
        finally
        {
            Environment.SetEnvironmentVariable("LT_PRECISION", null);
            Environment.SetEnvironmentVariable("LT_ACCELERATOR", null);
        }
    }

    [Fact]
    public void Loaders_keep_their_batches_and_count_their_epochs()
    {
        var fabric = new Fabric(accelerator: "cpu");
        var (numbers, tensors) = fabric.setup_dataloaders(DataLoader(new Numbers(), batch_size: 4), Samples.Batches(3));

        Assert.Equal((3, 3), (numbers.Count, tensors.Count));
        Assert.Equal([0f, 4, 8], numbers.Select(batch => batch[0].item<float>()));
        Assert.Equal(1L, numbers.state_dict()["epoch"]);
        Assert.Equal(3, tensors.Count());
        tensors.load_state_dict(new Dictionary<string, object?> { ["epoch"] = 6L });
        Assert.Equal(6L, tensors.state_dict()["epoch"]);
        Assert.Throws<ArgumentException>(() => tensors.load_state_dict(new Dictionary<string, object?>()));
        Assert.Throws<InvalidOperationException>(() => fabric.setup_dataloaders(numbers));
        var pair = (torch.ones(1), torch.ones(2));
        Assert.Same(pair.Item1, fabric.to_device(pair).Item1);
        var net = LoopNet.Seeded();
        Assert.Same(net, fabric.to_device(net));
    }

    [Fact]
    public void Numbers_go_to_every_logger()
    {
        var (first, second) = (new RecordingLogger(), new RecordingLogger());
        using (var fabric = new Fabric(accelerator: "cpu", loggers: new Logger[] { first, second }))
        {
            fabric.log("loss", 2.5);
            fabric.log("loss", torch.tensor(1.5f));
            fabric.log_dict(new Dictionary<string, Tensor> { ["a"] = torch.tensor(3), ["b"] = torch.tensor(new[] { 4.0 }, requires_grad: true) }, step: 10);
            fabric.log_dict(new Dictionary<string, double> { ["a"] = 5 });
            Assert.Same(first, fabric.logger);
            Assert.Contains("2 elements", Assert.Throws<ArgumentException>(() => fabric.log("loss", torch.ones(2))).Message, StringComparison.Ordinal);
        }

        Assert.Equal([(0L, 2.5), (1L, 1.5)], second.Of("loss"));
        Assert.Equal([(10L, 3.0), (3L, 5.0)], first.Of("a"));
        Assert.Equal([(10L, 4.0)], first.Of("b"));
        Assert.Equal(["success"], first.Statuses);
    }

    [Fact]
    public void A_training_that_fails_tells_the_loggers()
    {
        var logger = new RecordingLogger();
        var fabric = new Fabric(accelerator: "cpu", loggers: logger);

        Assert.Throws<InvalidDataException>(() => fabric.launch(_ => throw new InvalidDataException("rotten")));
        Assert.Equal(["failed"], logger.Statuses);
    }

    [Fact]
    public void Callbacks_are_called_by_name_and_by_type()
    {
        var calls = new List<string>();
        var named = new FabricCallback
        {
            ["on_epoch_end"] = arguments => calls.Add($"end of {arguments[0]}"),
            ["on_after_setup"] = arguments => calls.Add($"set up {((torch.nn.Module)arguments[1]!).GetName()}"),
            ["on_after_optimizer_step"] = arguments => calls.Add($"stepped {arguments[1]!.GetType().Name}"),
        };
        var fabric = new Fabric(accelerator: "cpu", callbacks: [named, new Listener(calls)]);
        var net = LoopNet.Seeded();
        var (model, optimizer) = fabric.setup(net, torch.optim.SGD(net.parameters(), 0.1));
        fabric.backward(LoopNet.Loss(model.call(torch.ones(2, 32))));
        optimizer.step();
        fabric.call("on_epoch_end", 3);
        fabric.call("nobody_knows");
        fabric.call<Listener>(listener => listener.Hear("by type"));

        Assert.Equal(["set up LoopNet", "stepped FabricOptimizer", "end of 3", "by type"], calls);
    }

    [Fact]
    public void Gradients_are_clipped_by_norm_and_by_value()
    {
        var fabric = new Fabric(accelerator: "cpu");
        var layer = torch.nn.Linear(2, 1, hasBias: false);
        var (model, optimizer) = fabric.setup(layer, torch.optim.SGD(layer.parameters(), 0.1));
        fabric.backward(model.call(torch.tensor(new float[,] { { 3, -4 } })).sum());

        Assert.Equal(4, fabric.clip_gradients(model, optimizer, max_norm: 10, norm_type: double.PositiveInfinity)!.item<float>());
        Assert.Equal(5, fabric.clip_gradients(model, optimizer, max_norm: 2.5)!.item<float>());
        Assert.True(layer.weight!.grad!.allclose(torch.tensor(new float[,] { { 1.5f, -2 } })));
        Assert.Null(fabric.clip_gradients(model, optimizer, clip_val: 1));
        Assert.Equal([1f, -1], layer.weight!.grad!.data<float>().ToArray());
        layer.weight!.grad!.fill_(float.NaN);
        Assert.Throws<InvalidOperationException>(() => fabric.clip_gradients(model, optimizer, max_norm: 1));
        Assert.True(float.IsNaN(fabric.clip_gradients(model, optimizer, max_norm: 1, error_if_nonfinite: false)!.item<float>()));
    }

    private sealed class Listener(List<string> calls)
    {
        internal void Hear(string what) => calls.Add(what);
    }

    private sealed class Numbers : Dataset<Tensor>
    {
        public override long Count => 12;

        public override Tensor GetTensor(long index) => torch.tensor((float)index);
    }
}
