using TorchSharp.Modules;

namespace Lightning.Tests.FabricTests;

/// <summary>What setup returns is a module as any other.</summary>
public sealed class FabricModuleTests
{
    [Fact]
    public void Names_parameters_and_state_are_the_modules_own()
    {
        var net = LoopNet.Seeded();
        var model = new Fabric(accelerator: "cpu").setup(net);

        Assert.Same(net, model.module);
        Assert.Same(net, model.original);
        Assert.Equal(net.state_dict().Keys, model.state_dict().Keys);
        Assert.Equal(net.named_parameters().Select(entry => entry.name), model.named_parameters().Select(entry => entry.name));
        Assert.Equal(net.named_children().Select(entry => entry.name), model.named_children().Select(entry => entry.name));
        Assert.Equal(net.buffers(), model.buffers());
        Assert.Same(net.inner, model.get_submodule("inner"));
        Assert.Same(net.norm.weight, model.get_parameter("norm.weight"));
        Assert.Equal("LoopNet", model.GetName());
        Assert.Contains("(inner): Linear", model.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void It_can_be_part_of_another_module()
    {
        var model = new Fabric(accelerator: "cpu").setup(LoopNet.Seeded());
        var both = torch.nn.Sequential(("net", model), ("end", torch.nn.Tanh()));

        Assert.Contains("net.inner.weight", both.state_dict().Keys);
        Assert.Equal(model.parameters().Count(), both.parameters().Count());
    }

    [Fact]
    public void Modes_and_functions_reach_the_module()
    {
        var net = LoopNet.Seeded();
        var model = new Fabric(accelerator: "cpu").setup(net);
        var seen = new List<torch.nn.Module>();
        model.eval();

        Assert.False(net.training || net.norm.training || model.training);
        net.train();
        Assert.True(model.training);
        model.apply(seen.Add);
        Assert.Same(net, seen[^1]);
        model.requires_grad_(false);
        Assert.DoesNotContain(net.parameters(), parameter => parameter.requires_grad);
        model.to(ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, net.inner.weight!.dtype);
    }

    [Fact]
    public void Weights_load_through_it()
    {
        using var folder = new TemporaryFolder();
        var (net, other) = (LoopNet.Seeded(), LoopNet.Seeded(4));
        var model = new Fabric(accelerator: "cpu").setup(other);
        model.load_state_dict(net.state_dict());

        Assert.Equal(net.Weights(), other.Weights());
        model.save(folder.File("weights.dat"));
        Assert.Equal(net.Weights(), ((LoopNet)LoopNet.Seeded(5).load(folder.File("weights.dat"))).Weights());
    }

    [Fact]
    public void It_can_be_copied()
    {
        var net = LoopNet.Seeded();
        var model = new Fabric(accelerator: "cpu").setup(net);
        model.eval();
        var copy = model.deepcopy();
        var input = Samples.Batches(1, 4)[0];
        using (torch.no_grad())
        {
            Assert.Equal(model.call(input).data<float>().ToArray(), copy.call(input).data<float>().ToArray());
            copy.module.parameters().First().zero_();
            Assert.NotEqual(model.call(input).data<float>().ToArray(), copy.call(input).data<float>().ToArray());
        }

        Assert.Equal(copy.module.parameters(), copy.parameters());
        Assert.Equal(net.state_dict().Keys, copy.state_dict().Keys);
    }

    [Fact]
    public void Hooks_run_on_both()
    {
        var net = LoopNet.Seeded();
        var model = new Fabric(accelerator: "cpu").setup(net);
        var calls = new List<string>();
        net.register_forward_hook(_ => calls.Add("module"));
        model.register_forward_hook(_ => calls.Add("model"));
        model.call(torch.ones(2, 32));

        Assert.Equal(["module", "model"], calls);
    }

    [Fact]
    public void Passes_run_on_many_threads()
    {
        var net = LoopNet.Seeded();
        var model = new Fabric(accelerator: "cpu", precision: "bf16-mixed").setup(net);
        model.eval();
        using var guard = torch.no_grad();
        var input = Samples.Batches(1, 4)[0];
        var expected = model.call(input).data<float>().ToArray();
        var results = new float[16][];
        Parallel.For(0, results.Length, i =>
        {
            using var mine = torch.no_grad();
            results[i] = model.call(input).data<float>().ToArray();
        });

        Assert.All(results, result => Assert.Equal(expected, result));
    }

    [Theory]
    [InlineData("32-true")]
    [InlineData("bf16-mixed")]
    public void A_pass_allocates_nothing_of_its_own(string precision)
    {
        var net = LoopNet.Seeded();
        var fabric = new Fabric(accelerator: "cpu", precision: precision);
        var model = fabric.setup(net);
        model.eval();
        using var guard = torch.no_grad();
        var input = Samples.Batches(1, 4)[0];

        Assert.Equal(Least(() => Bare().Dispose()), Least(() => model.call(input).Dispose()));

        Tensor Bare()
        {
            Tensor output;
            using (fabric.autocast())
            {
                output = net.call(input);
            }

            return output.dtype == ScalarType.Float32 ? output : output.to(ScalarType.Float32);
        }

        static long Least(Action pass) => Enumerable.Range(0, 50).Min(_ =>
        {
            using var scope = torch.NewDisposeScope();
            var before = GC.GetAllocatedBytesForCurrentThread();
            pass();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
    }

    [Fact]
    public void A_pass_that_fails_leaves_nothing_behind()
    {
        var model = new Fabric(accelerator: "cpu", precision: "bf16-mixed").setup(LoopNet.Seeded());

        Assert.ThrowsAny<Exception>(() => model.call(torch.ones(2, 3)));
        Assert.False(torch.is_autocast_enabled("cpu"));
    }

    [Fact]
    public void Another_method_runs_as_a_pass()
    {
        var net = LoopNet.Seeded();
        var model = new Fabric(accelerator: "cpu", precision: "bf16-mixed").setup(net);
        ScalarType inside = default;
        var code = model.RunForward(() =>
        {
            var result = net.inner.call(torch.ones(4, 32));
            inside = result.dtype;
            return result;
        });

        Assert.Equal(ScalarType.BFloat16, inside);
        Assert.Equal(ScalarType.Float32, code.dtype);
    }

    [Fact]
    public void Modules_of_several_inputs_and_of_none_are_set_up_too()
    {
        var fabric = new Fabric(accelerator: "cpu", precision: "bf16-mixed");
        var bilinear = fabric.setup(torch.nn.Bilinear(3, 4, 2));
        var both = (FabricModule<Tensor, Tensor, Tensor>)bilinear;
        var (pair, optimizer) = fabric.setup(new Pair(), torch.optim.SGD([new Parameter(torch.ones(1))], 0.1));
        var (sum, largest) = pair.call((torch.ones(2), torch.ones(2, dtype: ScalarType.Float64)), 2);
        var list = torch.nn.ModuleList<Linear>(torch.nn.Linear(2, 2), torch.nn.Linear(2, 1));
        FabricModule untyped = fabric.setup(list);

        Assert.Equal([5L, 2], both.call(torch.ones(5, 3), torch.ones(5, 4)).shape);
        Assert.Equal((ScalarType.Float32, ScalarType.Float32), (sum.dtype, largest.dtype));
        Assert.Equal(4, sum.item<float>());
        Assert.IsType<FabricOptimizer>(optimizer);
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias"], untyped.state_dict().Keys);
        Assert.Equal([3L, 1], untyped.call(() => list[1].call(list[0].call(torch.ones(3, 2)))).shape);
    }

    [Fact]
    public void Autocast_and_new_tensors_follow_the_precision()
    {
        var mixed = new Fabric(accelerator: "cpu", precision: "bf16-mixed");
        var half = new Fabric(accelerator: "cpu", precision: "bf16-true");
        using (mixed.autocast())
        {
            Assert.Equal(ScalarType.BFloat16, torch.ones(2, 2).matmul(torch.ones(2, 2)).dtype);
        }

        using (half.init_tensor())
        {
            Assert.Equal(ScalarType.BFloat16, torch.ones(2).dtype);
        }

        using (half.init_module())
        {
            Assert.Equal(ScalarType.BFloat16, torch.nn.Linear(2, 2).weight!.dtype);
        }

        using (mixed.init_module())
        {
            Assert.Equal(ScalarType.Float32, torch.nn.Linear(2, 2).weight!.dtype);
        }

        Assert.Equal(ScalarType.Float32, torch.ones(2).dtype);
    }

    private sealed class Pair() : torch.nn.Module<(Tensor, Tensor), int, (Tensor, Tensor)>("Pair")
    {
        public override (Tensor, Tensor) forward((Tensor, Tensor) input1, int input2) =>
            ((input1.Item1.to(ScalarType.BFloat16) * input2).sum(), (input1.Item2 * input2).max());
    }
}
