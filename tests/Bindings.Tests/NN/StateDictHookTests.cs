using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

public class StateDictHookTests
{
    [Fact]
    public void HooksAroundSavingSeeTheirPath()
    {
        using var scope = NewDisposeScope();
        var net = Sequential(("a", Linear(1, 1)), ("b", Sequential(("c", Linear(1, 1)))));
        var seen = new List<string>();
        var inner = (Linear)net.get_submodule("b.c");
        inner.register_state_dict_pre_hook((module, prefix) => seen.Add($"before {prefix} {ReferenceEquals(module, inner)}"));
        using var handle = inner.register_state_dict_hook((_, state, prefix) =>
        {
            seen.Add($"after {prefix}");
            state[$"{prefix}scale"] = state[$"{prefix}weight"];
            state.Remove($"{prefix}weight");
        });
        Assert.Equal(["a.bias", "a.weight", "b.c.bias", "b.c.scale"], net.state_dict().Keys.Order());
        Assert.Equal(["before b.c. True", "after b.c."], seen);
        handle.remove();
        Assert.Contains("b.c.weight", net.state_dict().Keys);
    }

    [Fact]
    public void HooksBeforeLoadingMayRename()
    {
        using var scope = NewDisposeScope();
        var net = Sequential(("a", Linear(1, 1)), ("b", Linear(1, 1)));
        net.get_submodule("b").register_load_state_dict_pre_hook((_, state, prefix) =>
        {
            if (state.Remove($"{prefix}scale", out var weight))
            {
                state[$"{prefix}weight"] = weight;
            }
        });
        var source = new Dictionary<string, Tensor>
        {
            ["a.weight"] = ones(1, 1), ["a.bias"] = ones(1), ["b.scale"] = full([1, 1], 5f), ["b.bias"] = ones(1),
        };
        net.load_state_dict(source);
        Assert.Equal(5f, net.get_parameter("b.weight")!.item<float>());
        Assert.True(source.ContainsKey("b.scale"));
    }

    [Fact]
    public void HooksAfterLoadingMayForgive()
    {
        using var scope = NewDisposeScope();
        var net = Sequential(("a", Linear(1, 1)), ("b", Linear(1, 1)));
        var order = new List<string>();
        net.register_load_state_dict_post_hook((_, keys) =>
        {
            order.Add("net");
            Assert.Equal(["b.bias"], keys.missing_keys);
            keys.missing_keys.Clear();
        });
        net.get_submodule("b").register_load_state_dict_post_hook((_, _) => order.Add("b"));
        var source = new Dictionary<string, Tensor> { ["a.weight"] = full([1, 1], 3f), ["a.bias"] = ones(1), ["b.weight"] = ones(1, 1) };
        net.load_state_dict(source);
        Assert.Equal(["b", "net"], order);
        Assert.Equal(3f, net.get_parameter("a.weight")!.item<float>());

        source["c"] = ones(1);
        var error = Assert.Throws<StateDictException>(() => net.load_state_dict(source));
        Assert.Equal(["c"], error.UnexpectedKeys);
        Assert.Contains("what fits was loaded", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ExtraStateTravelsAlong()
    {
        using var scope = NewDisposeScope();
        var (one, two) = (Sequential(("a", new Counting { Count = 7 })), Sequential(("a", new Counting())));
        var state = one.state_dict();
        Assert.Equal(["a._extra_state"], state.Keys);
        two.load_state_dict(state);
        Assert.Equal(7, ((Counting)two[0]).Count);
        Assert.Throws<StateDictException>(() => two.load_state_dict([]));
    }

    private sealed class Counting() : Module<Tensor, Tensor>(nameof(Counting))
    {
        public long Count { get; set; }

        public override Tensor forward(Tensor input) => input;

        public override Tensor? get_extra_state() => tensor(Count);

        public override void set_extra_state(Tensor state) => Count = state.item<long>();
    }
}
