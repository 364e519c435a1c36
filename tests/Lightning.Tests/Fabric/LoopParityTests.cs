namespace Lightning.Tests.FabricTests;

/// <summary>A loop with Fabric computes what the same loop computes without, bit for bit.</summary>
public sealed class LoopParityTests
{
    private const int Batch = 8;

    [Theory]
    [InlineData("32-true", ScalarType.Float32)]
    [InlineData("bf16-mixed", ScalarType.Float32)]
    [InlineData("64-true", ScalarType.Float64)]
    [InlineData("bf16-true", ScalarType.BFloat16)]
    public void Every_precision_equals_the_loop_by_hand(string precision, ScalarType type)
    {
        var expected = Hand(precision == "bf16-mixed" ? ScalarType.BFloat16 : null, type, window: 1);

        Assert.Equal(expected, WithFabric(precision, window: 1));
        Assert.Equal(precision == "32-true", expected.SequenceEqual(Hand(null, ScalarType.Float32, window: 1)));
    }

    [Fact]
    public void Accumulated_gradients_equal_those_by_hand() =>
        Assert.Equal(Hand(null, ScalarType.Float32, window: 4), WithFabric("32-true", window: 4));

    [Fact]
    public void Several_optimizers_step_on_their_own()
    {
        var byHand = LoopNet.Seeded();
        using var first = torch.optim.Adam(byHand.inner.parameters(), 0.01);
        using var second = torch.optim.SGD(byHand.outer.parameters(), 0.1);
        Alternate(byHand, (first, second), loss => loss.backward());
        var net = LoopNet.Seeded();
        var fabric = new Fabric(accelerator: "cpu");
        var (model, optimizers) = fabric.setup(net, torch.optim.Adam(net.inner.parameters(), 0.01), torch.optim.SGD(net.outer.parameters(), 0.1));
        Alternate(model, (optimizers[0], optimizers[1]), loss => fabric.backward(loss, model));

        Assert.Equal(byHand.Weights(), net.Weights());
    }

    [Fact]
    public void An_optimizer_that_evaluates_the_loss_several_times_gets_a_closure()
    {
        var byHand = LoopNet.Seeded();
        using var plain = torch.optim.LBFGS(byHand.outer.parameters(), 0.1);
        var expected = Descend(byHand, plain, loss => loss.backward());
        var net = LoopNet.Seeded();
        var fabric = new Fabric(accelerator: "cpu");
        var (model, optimizer) = fabric.setup(net, torch.optim.LBFGS(net.outer.parameters(), 0.1));
        var losses = Descend(model, optimizer, loss => fabric.backward(loss));

        Assert.Equal(expected, losses);
        Assert.Equal(byHand.Weights(), net.Weights());
        Assert.Contains("closure", Assert.Throws<MisconfigurationException>(() => optimizer.step()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scheduler_sets_the_rates_of_an_optimizer_that_was_set_up()
    {
        var net = LoopNet.Seeded();
        var fabric = new Fabric(accelerator: "cpu");
        var (_, optimizer) = fabric.setup(net, torch.optim.SGD(net.inner.parameters(), 0.4));
        var scheduler = torch.optim.lr_scheduler.StepLR(optimizer, 1, gamma: 0.5);
        optimizer.step();
        scheduler.step();
        optimizer.add_param_group(net.outer.parameters());

        Assert.Equal([0.2, 0.4], optimizer.optimizer.ParamGroups.Select(group => group.LearningRate));
        Assert.Equal(2, optimizer.param_groups.Count);
        Assert.Equal(4, optimizer.parameters().Count());
    }

    private static void Alternate(torch.nn.Module<Tensor, Tensor> model, (torch.optim.Optimizer, torch.optim.Optimizer) optimizers, Action<Tensor> backward)
    {
        foreach (var (batch, number) in Samples.Batches(6, Batch).Select((batch, number) => (batch, number)))
        {
            var optimizer = number % 2 == 0 ? optimizers.Item1 : optimizers.Item2;
            optimizers.Item1.zero_grad();
            optimizers.Item2.zero_grad();
            backward(LoopNet.Loss(model.call(batch)));
            optimizer.step();
        }
    }

    private static List<float> Descend(torch.nn.Module<Tensor, Tensor> model, torch.optim.Optimizer optimizer, Action<Tensor> backward)
    {
        model.eval();
        var losses = new List<float>();
        foreach (var batch in Samples.Batches(3, Batch))
        {
            losses.Add(optimizer.step(() =>
            {
                optimizer.zero_grad();
                var loss = LoopNet.Loss(model.call(batch));
                backward(loss);
                return loss;
            })!.item<float>());
        }

        return losses;
    }

    private static double[] WithFabric(string precision, int window)
    {
        var net = LoopNet.Seeded();
        var fabric = new Fabric(accelerator: "cpu", devices: 1, precision: precision);
        fabric.launch();
        var (model, optimizer) = fabric.setup(net, torch.optim.AdamW(net.parameters(), 0.01));
        var batches = fabric.setup_dataloaders(Samples.Batches(12, Batch));
        var step = 0;
        foreach (var batch in batches)
        {
            var last = ++step % window == 0;
            using (fabric.no_backward_sync(model, enabled: !last))
            {
                var output = model.call(batch);
                Assert.Equal(ScalarType.Float32, output.dtype);
                fabric.backward(LoopNet.Loss(output) / window);
            }

            if (last)
            {
                using var norm = fabric.clip_gradients(model, optimizer, max_norm: 0.5);
                optimizer.step();
                optimizer.zero_grad();
            }
        }

        Assert.Equal(ScalarType.Float32, torch.get_default_dtype());
        return net.Weights();
    }

    private static double[] Hand(ScalarType? autocast, ScalarType type, int window)
    {
        var net = LoopNet.Seeded();
        net.to(type);
        using var optimizer = torch.optim.AdamW(net.parameters(), 0.01);
        var step = 0;
        foreach (var batch in Samples.Batches(12, Batch))
        {
            Tensor output;
            using (autocast is { } smaller ? torch.autocast(DeviceType.CPU, smaller) : null)
            {
                output = net.call(batch.to(type));
            }

            (LoopNet.Loss(output.to(ScalarType.Float32)) / window).backward();
            if (++step % window == 0)
            {
                torch.nn.utils.clip_grad_norm_(net.parameters(), 0.5);
                optimizer.step();
                optimizer.zero_grad();
            }
        }

        return net.Weights();
    }
}
