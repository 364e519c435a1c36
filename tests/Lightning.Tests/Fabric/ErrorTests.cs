using Lightning.Plugins;

namespace Lightning.Tests.FabricTests;

/// <summary>Every mistake is one message that says what to do.</summary>
public sealed class ErrorTests
{
    private readonly Fabric _fabric = new(accelerator: "cpu");

    [Fact]
    public void Modules_and_optimizers_are_set_up_once()
    {
        var net = LoopNet.Seeded();
        var plain = torch.optim.SGD(net.parameters(), 0.1);
        var (model, optimizer) = _fabric.setup(net, plain);
        var another = torch.optim.SGD(LoopNet.Seeded().parameters(), 0.1);

        Fails("LoopNet has been set up already", () => _fabric.setup(net));
        Fails("LoopNet has been set up already", () => _fabric.setup(model));
        Fails("SGD has been set up already", () => _fabric.setup(LoopNet.Seeded(), plain));
        Fails("has been set up already", () => _fabric.setup_optimizers(optimizer));
        Fails("twice", () => _fabric.setup_optimizers(another, another));
        Assert.Throws<ArgumentException>(() => _fabric.setup_optimizers(Array.Empty<torch.optim.Optimizer>()));
    }

    [Fact]
    public void A_module_whose_optimizer_was_refused_can_still_be_set_up()
    {
        var net = LoopNet.Seeded();
        var optimizer = _fabric.setup_optimizers(torch.optim.SGD(net.parameters(), 0.1));

        Fails("already", () => _fabric.setup(net, optimizer));
        Assert.Same(net, _fabric.setup(net).module);
    }

    [Fact]
    public void A_loss_without_gradient_is_named()
    {
        var model = _fabric.setup(LoopNet.Seeded());
        using var guard = torch.no_grad();
        var loss = LoopNet.Loss(model.call(torch.ones(2, 32)));

        Fails("without gradient", () => _fabric.backward(loss));
    }

    [Fact]
    public void What_was_not_set_up_here_is_refused()
    {
        var net = LoopNet.Seeded();
        var other = new Fabric(accelerator: "cpu");
        var (model, optimizer) = other.setup(net, torch.optim.SGD(net.parameters(), 0.1));
        var loss = LoopNet.Loss(model.call(torch.ones(2, 32)));

        Fails("set up", () => _fabric.backward(loss, model));
        Fails("set up", () => _fabric.no_backward_sync(net));
        Fails("set up", () => _fabric.no_backward_sync(model));
        Fails("set up", () => _fabric.clip_gradients(net, optimizer, max_norm: 1));
        Fails("set up", () => other.clip_gradients(model, optimizer.optimizer, max_norm: 1));
        Fails("set up", () => _fabric.clip_gradients(_fabric.setup(LoopNet.Seeded()), optimizer, max_norm: 1));
    }

    [Fact]
    public void One_limit_of_gradients_is_given()
    {
        var net = LoopNet.Seeded();
        var (model, optimizer) = _fabric.setup(net, torch.optim.SGD(net.parameters(), 0.1));

        Assert.Throws<ArgumentException>(() => _fabric.clip_gradients(model, optimizer));
        Assert.Throws<ArgumentException>(() => _fabric.clip_gradients(model, optimizer, clip_val: 1, max_norm: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _fabric.clip_gradients(model, optimizer, max_norm: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _fabric.clip_gradients(model, optimizer, clip_val: double.NaN));
    }

    [Fact]
    public void Several_devices_are_launched_first()
    {
        var shared = new Fabric(accelerator: "cpu", devices: 2, strategy: "ddp");
        L.rank = 0;

        Assert.All(
            new Action[]
            {
                () => shared.setup(LoopNet.Seeded()),
                () => shared.setup_dataloaders(Samples.Batches(1)),
                () => shared.setup_optimizers(torch.optim.SGD(LoopNet.Seeded().parameters(), 0.1)),
                () => shared.backward(torch.ones(1, requires_grad: true)),
                () => shared.all_reduce(torch.ones(1)),
                () => shared.all_gather(torch.ones(1)),
                () => shared.all_reduce(1.0),
                () => shared.broadcast(1),
                () => shared.broadcast(torch.ones(1)),
                () => shared.barrier(),
                () => shared.rank_zero_first(),
                () => shared.save("x", new Dictionary<string, object?>()),
                () => shared.load("x"),
            },
            action => Fails("Call fabric.launch() first", action));
    }

    [Fact]
    public void So_is_a_strategy_for_several_with_one() =>
        Fails("Call fabric.launch() first", () => new Fabric(accelerator: "cpu", devices: 1, strategy: "ddp").setup(LoopNet.Seeded()));

    [Fact]
    public void What_cannot_be_exchanged_is_named()
    {
        Assert.Contains("no tensor in a String", Assert.Throws<ArgumentException>(() => _fabric.all_gather("text")).Message, StringComparison.Ordinal);
        Assert.Contains("no tensor in a List", Assert.Throws<ArgumentException>(() => _fabric.all_reduce(new List<object?> { 1 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => _fabric.broadcast(1, src: 1));
    }

    [Fact]
    public void Settings_that_cannot_be_are_refused()
    {
        Assert.Throws<MisconfigurationException>(() => new Fabric(accelerator: "cpu", num_nodes: 0));
        Assert.Throws<MisconfigurationException>(() => new Fabric(accelerator: "cpu", devices: 2, strategy: "single_device"));
        Assert.Throws<MisconfigurationException>(() => new Fabric(accelerator: "cpu", precision: "8-true"));
        Assert.Throws<MisconfigurationException>(() => new Fabric(accelerator: "cpu", precision: 32, plugins: [new HalfPrecision()]));
    }

    private static void Fails(string words, Action action) =>
        Assert.Contains(words, Assert.Throws<InvalidOperationException>(action).Message, StringComparison.Ordinal);
}
