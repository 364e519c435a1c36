using Lightning.Plugins;

namespace Lightning.Tests.FabricTests;

/// <summary>Scaled losses: as by hand, however many optimizers step, and whatever overflows.</summary>
public sealed class ScalerTests
{
    [Fact]
    public void A_scaled_loss_equals_a_loop_with_a_scaler_that_clips_unscaled_gradients()
    {
        using var byHand = new torch.cpu.amp.GradScaler(init_scale: 1024, growth_interval: 3);
        using var scaler = new torch.cpu.amp.GradScaler(init_scale: 1024, growth_interval: 3);
        var expected = LoopNet.Seeded();
        using (var optimizer = torch.optim.SGD(expected.parameters(), 0.1))
        {
            foreach (var batch in Samples.Batches(8, 4))
            {
                Tensor output;
                using (torch.autocast(DeviceType.CPU, ScalarType.BFloat16))
                {
                    output = expected.call(batch);
                }

                byHand.scale(LoopNet.Loss(output.to(ScalarType.Float32))).backward();
                byHand.unscale_(optimizer);
                torch.nn.utils.clip_grad_norm_(expected.parameters(), 0.1);
                byHand.step(optimizer);
                byHand.update();
                optimizer.zero_grad();
            }
        }

        var (fabric, net) = (Scaled(scaler), LoopNet.Seeded());
        var (model, wrapped) = fabric.setup(net, torch.optim.SGD(net.parameters(), 0.1));
        foreach (var batch in Samples.Batches(8, 4))
        {
            fabric.backward(LoopNet.Loss(model.call(batch)));
            fabric.clip_gradients(model, wrapped, max_norm: 0.1);
            fabric.clip_gradients(model, wrapped, clip_val: 1e3);
            wrapped.step();
            wrapped.zero_grad();
        }

        fabric.backward(LoopNet.Loss(model.call(torch.ones(4, 32))));
        Assert.Equal(expected.Weights().Take(100), net.Weights().Take(100));
        Assert.Equal(byHand.get_scale(), scaler.get_scale());
        Assert.Equal(4096, scaler.get_scale());
    }

    [Fact]
    public void Optimizers_that_step_behind_one_backward_do_so_under_its_scale()
    {
        using var scaler = new torch.cpu.amp.GradScaler(init_scale: 1024, growth_interval: 1);
        var (fabric, net) = (Scaled(scaler), LoopNet.Seeded());
        var (model, optimizers) = fabric.setup(net, torch.optim.SGD(net.inner.parameters(), 1), torch.optim.SGD(net.outer.parameters(), 1));
        fabric.backward(LoopNet.Loss(model.call(Samples.Batches(1, 4)[0])));
        var (inner, outer) = (Stepped(net.inner.weight!), Stepped(net.outer.weight!));
        optimizers[0].step();
        optimizers[1].step();

        Assert.True(net.inner.weight!.allclose(inner));
        Assert.True(net.outer.weight!.allclose(outer));
        Assert.Equal(1024, scaler.get_scale());
        fabric.backward(LoopNet.Loss(model.call(Samples.Batches(1, 4)[0])));
        Assert.Equal(2048, scaler.get_scale());

        static Tensor Stepped(Tensor weight)
        {
            using var guard = torch.no_grad();
            return weight - (weight.grad! / 1024);
        }
    }

    [Fact]
    public void A_step_whose_gradients_overflowed_is_left_out_and_clipping_says_nothing()
    {
        using var scaler = new torch.cpu.amp.GradScaler(init_scale: 1024);
        var (fabric, net) = (Scaled(scaler), LoopNet.Seeded());
        var (model, optimizer) = fabric.setup(net, torch.optim.SGD(net.parameters(), 0.1));
        model.eval();
        var before = net.Weights();
        fabric.backward(model.call(torch.ones(4, 32)).mean() * float.PositiveInfinity);
        fabric.clip_gradients(model, optimizer, max_norm: 1);
        optimizer.step();
        optimizer.zero_grad();

        Assert.Equal(before, net.Weights());
        fabric.backward(model.call(torch.ones(4, 32)).mean());
        Assert.Equal(512, scaler.get_scale());
        optimizer.step();
        Assert.NotEqual(before, net.Weights());
    }

    [Fact]
    public void The_scale_is_in_the_file_and_comes_back()
    {
        using var folder = new TemporaryFolder();
        using var scaler = new torch.cpu.amp.GradScaler(init_scale: 256, growth_interval: 1);
        using var other = new torch.cpu.amp.GradScaler();
        var (fabric, net) = (Scaled(scaler), LoopNet.Seeded());
        var (model, optimizer) = fabric.setup(net, torch.optim.SGD(net.parameters(), 0.1));
        fabric.backward(LoopNet.Loss(model.call(torch.ones(4, 32))));
        optimizer.step();
        fabric.save(folder.File("a.ckpt"), new Dictionary<string, object?> { ["model"] = model });
        var rest = Scaled(other).load(folder.File("a.ckpt"), new Dictionary<string, object?> { ["model"] = model });

        Assert.Empty(rest);
        Assert.Equal(512, other.get_scale());
    }

    private static Fabric Scaled(torch.amp.GradScaler scaler) => new(accelerator: "cpu", precision: new MixedPrecision(ScalarType.BFloat16, scaler));
}
