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
        Assert.Contains("forward", ((jit.ScriptModule)traced.get_submodule("conv")!).Code.Functions);
    }

    [Fact]
    public void Sizes_that_are_read_follow_the_inputs()
    {
        using DisposeScope scope = NewDisposeScope();
        using var net = new Reader();
        using var traced = jit.trace(net, randn(2, 6, 4));
        foreach (var (batch, length) in new[] { (2, 6), (3, 6), (2, 10), (7, 4) })
        {
            Tensor x = randn(batch, length, 4);
            Assert.True(traced.call(x).allclose(net.call(x)), traced.inlined_graph);
        }
    }

    private sealed class Reader : nn.Module<Tensor, Tensor>
    {
        private readonly Linear heads = nn.Linear(4, 8);

        public Reader()
            : base(nameof(Reader)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            var (batch, length) = (input.shape[0], input.shape[1]);
            var split = heads.call(input).view(batch, length, 2, 4).transpose(1, 2).reshape(batch * 2, length, 4);
            var places = arange(length).to(split.dtype).unsqueeze(1);
            return (split + places).view(batch, 2 * length * 4) / length;
        }
    }
}
