using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Jit;

public class TraceTests
{
    [Fact]
    public void A_network_keeps_its_modules_parameters_and_results()
    {
        using DisposeScope scope = NewDisposeScope();
        using Sequential net = nn.Sequential(
            ("conv", nn.Conv2d(3, 4, 3)), ("act", nn.ReLU()), ("flat", nn.Flatten()), ("fc", nn.Linear(4 * 6 * 6, 5)));
        Tensor x = randn(2, 3, 8, 8);
        using var traced = jit.trace(net, x);
        Assert.Equal(["conv.weight", "conv.bias", "fc.weight", "fc.bias"], traced.state_dict().Keys);
        Assert.Equal(["conv", "act", "flat", "fc"], traced.named_children().Select(child => child.name));
        Assert.Equal("Sequential", traced.original_name);
        Assert.True(traced.call(x).allclose(net.call(x)));
        Tensor many = randn(5, 3, 8, 8);
        Assert.True(traced.call(many).allclose(net.call(many)));
        var conv = (jit.ScriptModule)traced.get_submodule("conv")!;
        Assert.True(((Tensor)conv.forward(x)!).allclose(((Conv2d)net[0]).call(x)));
        Assert.Contains("self.fc", traced.code, StringComparison.Ordinal);
    }

    [Fact]
    public void Parameters_are_shared_and_gradients_flow()
    {
        using DisposeScope scope = NewDisposeScope();
        using Linear net = nn.Linear(3, 2);
        using var traced = jit.trace(net, randn(4, 3));
        traced.call(ones(4, 3)).sum().backward();
        Assert.Equal(4f, net.weight!.grad![0, 0].item<float>());
        using (no_grad())
        {
            net.weight.fill_(2);
            net.bias!.zero_();
        }

        Assert.Equal(6f, traced.call(ones(1, 3))[0, 0].item<float>());
        using var optimizer = optim.SGD(traced.parameters(), 0.5);
        optimizer.step();
        Assert.Equal(0f, net.weight[0, 0].item<float>());
    }

    [Fact]
    public void A_traced_network_evaluates_freezes_and_is_optimized()
    {
        using DisposeScope scope = NewDisposeScope();
        using Sequential net = nn.Sequential(("conv", nn.Conv2d(3, 4, 3)), ("norm", nn.BatchNorm2d(4)), ("act", nn.ReLU()));
        using var traced = jit.trace(net, randn(2, 3, 8, 8));
        Assert.True(traced.training);
        traced.eval();
        Assert.False(((jit.ScriptModule)traced.get_submodule("norm")!).training);
        net.eval();
        using var evaluating = jit.trace(net, randn(2, 3, 8, 8));
        Assert.False(evaluating.training);
        Tensor x = randn(3, 3, 8, 8);
        using jit.ScriptModule frozen = jit.freeze(evaluating);
        using jit.ScriptModule optimized = jit.optimize_for_inference(evaluating);
        Assert.True(((Tensor)frozen.forward(x)!).allclose(net.call(x), 1e-4, 1e-5));
        Assert.True(((Tensor)optimized.forward(x)!).allclose(net.call(x), 1e-4, 1e-5));
        Assert.Empty(frozen.parameters());
    }

    [Fact]
    public void Tracing_leaves_statistics_draws_and_inputs_as_they_were()
    {
        using DisposeScope scope = NewDisposeScope();
        using var warnings = new TracerWarnings();
        using Sequential net = nn.Sequential(("norm", nn.BatchNorm1d(3)), ("drop", nn.Dropout(0.5)));
        var before = net.state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.clone());
        Tensor generator = get_rng_state();
        using var traced = jit.trace(net, randn(4, 3, generator: new Generator(1)));
        Assert.All(net.state_dict(), entry => Assert.True(entry.Value.Equals(before[entry.Key]), entry.Key));
        Assert.True(generator.Equals(get_rng_state()));
        Assert.Contains("aten::dropout", Assert.Single(warnings.Heard), StringComparison.Ordinal);
    }

    [Fact]
    public void Several_inputs_may_be_nested_and_the_rest_is_constant()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor a = randn(2, 3), b = randn(2, 3);
        using var pair = new Computing<(Tensor, Tensor), Tensor>(input => input.Item1 - input.Item2);
        using var traced = jit.trace(pair, (a, b));
        Assert.True(traced.call((b, a)).allclose(b - a));
        using var list = new Computing<Tensor[], (Tensor, Tensor)>(input => (input[0] + input[1], input[0] * 2));
        using var traced_list = jit.trace(list, [a, b]);
        Assert.True(traced_list.call([b, b]).Item1.allclose(b * 2));
        using var by_name = new Computing<Dictionary<string, Tensor>, Dictionary<string, Tensor>>(
            input => new Dictionary<string, Tensor> { ["sum"] = input["x"] + input["y"] });
        using var traced_dictionary = jit.trace(by_name, new Dictionary<string, Tensor> { ["x"] = a, ["y"] = b }, strict: false);
        Assert.True(traced_dictionary.call(new Dictionary<string, Tensor> { ["x"] = b, ["y"] = b })["sum"].allclose(b * 2));

        using MultiheadAttention attention = nn.MultiheadAttention(8, 2);
        attention.eval();
        Tensor query = randn(5, 2, 8), key = randn(7, 2, 8);
        using var attending = jit.trace(attention, query, key, key, null!, false, null!);
        Tensor other = randn(3, 4, 8), others = randn(6, 4, 8);
        Assert.True(attending.call(other, others, others).Item1.allclose(attention.call(other, others, others).Item1, 1e-4, 1e-5));
    }

    [Fact]
    public void A_function_is_traced_saved_and_loaded()
    {
        using DisposeScope scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        Tensor shift = tensor(new[] { 1f, 2f, 3f });
        jit.ScriptFunction traced = jit.trace((Tensor x, Tensor y) => (x * y + shift).view(x.shape[0] * x.shape[1]), randn(2, 3), randn(2, 3));
        Tensor x = randn(5, 3), y = randn(5, 3);
        Assert.True(traced.call<Tensor>(x, y).allclose((x * y + shift).flatten()));
        jit.save(traced, folder.File("function.pt"));
        using jit.ScriptModule loaded = jit.load(folder.File("function.pt"));
        Assert.True(((Tensor)loaded.forward(x, y)!).allclose((x * y + shift).flatten()));
    }

    [Fact]
    public void Hooks_are_part_of_what_is_traced()
    {
        using DisposeScope scope = NewDisposeScope();
        using Sequential net = nn.Sequential(("a", nn.Linear(3, 3)), ("b", nn.ReLU()));
        ((Linear)net[0]).register_forward_hook((_, _, result) => result + 10);
        net.register_forward_pre_hook((_, input) => input * 2);
        Tensor x = randn(2, 3);
        using var traced = jit.trace(net, x);
        Tensor other = randn(4, 3);
        Assert.True(traced.call(other).allclose(net.call(other)));
    }

    [Fact]
    public void In_place_operators_work_on_inputs_and_buffers()
    {
        using DisposeScope scope = NewDisposeScope();
        using var net = new Counting();
        Tensor x = ones(2, 3);
        using var traced = jit.trace(net, x);
        Assert.Equal(1f, x[0, 0].item<float>() - 1f);
        Assert.Equal(0, net.Count);
        Tensor y = ones(4, 3);
        Assert.Equal(3f, traced.call(y)[3, 2].item<float>());
        Assert.Equal(2f, y[0, 0].item<float>());
        Assert.Equal(1, net.Count);
    }

    [Fact]
    public void A_script_inside_is_called_with_its_conditions()
    {
        using DisposeScope scope = NewDisposeScope();
        using jit.ScriptModule<Tensor, Tensor> inner = jit.trace(nn.Linear(3, 3), randn(2, 3));
        inner.define("def turn(self, x: Tensor) -> Tensor:\n    if bool(x.sum() > 0):\n        return self.forward(x)\n    return -x");
        using var net = new Wrapping(inner);
        using var traced = jit.trace(net, ones(2, 3));
        Assert.Equal(["inner.weight", "inner.bias"], traced.state_dict().Keys);
        Assert.True(traced.call(-ones(4, 3)).allclose(ones(4, 3) * 2));
        Assert.True(traced.call(ones(4, 3)).allclose(inner.call(ones(4, 3)) * 2));
    }

    /// <summary>A module that computes anything.</summary>
    private sealed class Computing<T, TResult>(Func<T, TResult> compute) : nn.Module<T, TResult>("Computing")
    {
        public override TResult forward(T input) => compute(input);
    }

    private sealed class Counting : nn.Module<Tensor, Tensor>
    {
        private readonly Tensor count = zeros(1, int64);

        public Counting()
            : base(nameof(Counting)) => RegisterComponents();

        public long Count => count[0].item<long>();

        public override Tensor forward(Tensor input)
        {
            count.add_(1);
            input.add_(1);
            return input + 1;
        }
    }

    private sealed class Wrapping : nn.Module<Tensor, Tensor>
    {
        private readonly jit.ScriptModule<Tensor, Tensor> inner;

        public Wrapping(jit.ScriptModule<Tensor, Tensor> inner)
            : base(nameof(Wrapping))
        {
            this.inner = inner;
            RegisterComponents();
        }

        public override Tensor forward(Tensor input) => inner.invoke<Tensor>("turn", input) * 2;
    }
}
