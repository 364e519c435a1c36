using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

public class ModuleTests
{
    [Fact]
    public void ComponentsInFieldsAreRegisteredInPythonsOrder()
    {
        using var net = new Net();
        Assert.Equal(
            ["scale", "conv.weight", "conv.bias", "bn.weight", "bn.bias", "head.0.weight", "head.0.bias"],
            net.named_parameters().Select(p => p.name));
        Assert.Equal(["offset", "bn.running_mean", "bn.running_var", "bn.num_batches_tracked"], net.named_buffers().Select(b => b.name));
        Assert.Equal(["", "conv", "bn", "head", "head.0"], net.named_modules().Select(m => m.name));
        Assert.Equal(
            ["scale", "offset", "conv.weight", "conv.bias", "bn.weight", "bn.bias", "bn.running_mean", "bn.running_var",
                "bn.num_batches_tracked", "head.0.weight", "head.0.bias"],
            net.state_dict().Keys);
    }

    [Fact]
    public void PrintsAsPython()
    {
        using var net = new Net();
        Assert.Equal(
            """
            Net(
              (conv): Conv2d(1, 2, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
              (bn): BatchNorm2d(2, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)
              (head): Sequential(
                (0): Linear(in_features=2, out_features=3, bias=True)
              )
            )
            """.ReplaceLineEndings("\n"),
            net.ToString());
    }

    [Fact]
    public void TrainsAStep()
    {
        manual_seed(0);
        using var net = new Net();
        using var x = randn(4, 1, 5, 5);
        using var y = tensor(new long[] { 0, 1, 2, 0 });
        using var loss = CrossEntropyLoss().call(net.call(x), y);
        loss.backward();
        Assert.All(net.parameters(), p => Assert.NotNull(p.grad));
        Assert.Equal(1, net.get_buffer("bn.num_batches_tracked")!.item<long>());
    }

    [Fact]
    public void MovesKeepTheParametersThatAnOptimizerHolds()
    {
        using var net = new Net();
        var before = net.parameters().ToArray();
        using var x = randn(2, 1, 4, 4);
        net.call(x).sum().backward();
        net.to(ScalarType.Float64);
        Assert.Equal(before, net.parameters());
        Assert.All(before, p => Assert.Equal(ScalarType.Float64, p.dtype));
        Assert.All(before, p => Assert.Equal(ScalarType.Float64, p.grad!.dtype));
        Assert.Equal(ScalarType.Int64, net.get_buffer("bn.num_batches_tracked")!.dtype);
        using var wide = x.to(ScalarType.Float64);
        net.call(wide).sum().backward();
    }

    private sealed class Net : Module<Tensor, Tensor>
    {
        private readonly TorchSharp.Modules.Parameter scale = Parameter(ones([1]));
        private readonly Tensor offset = zeros([1]);
        private readonly Module<Tensor, Tensor> conv = Conv2d(1, 2, 3, padding: 1);
        private readonly TorchSharp.Modules.BatchNorm2d bn = BatchNorm2d(2);
        private readonly TorchSharp.Modules.Sequential head = Sequential(Linear(2, 3));

        public Net()
            : base("net")
        {
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            var x = functional.relu(bn.call(conv.call(input)));
            x = functional.adaptive_avg_pool2d(x, 1).flatten(1);
            return ((head.call(x) * scale) + offset).MoveToOuterDisposeScope();
        }
    }
}
