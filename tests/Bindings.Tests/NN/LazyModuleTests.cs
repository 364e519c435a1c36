using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

public class LazyModuleTests
{
    [Fact]
    public void UseBeforeTheFirstCallIsOneClearError()
    {
        using var net = Sequential(LazyLinear(4), LazyBatchNorm1d());
        var weight = net.get_parameter("0.weight")!;
        Assert.IsType<UninitializedParameter>(weight);
        Action[] uses =
        [
            () => _ = weight.shape, () => _ = weight + 1, () => nn.utils.parameters_to_vector(net.parameters()),
            () => net.save(new MemoryStream()), () => _ = net.get_buffer("1.running_mean")!.dtype,
        ];
        foreach (var use in uses)
        {
            Assert.Contains("has no shape yet", Assert.Throws<InvalidOperationException>(use).Message, StringComparison.Ordinal);
        }

        Assert.Equal("<UninitializedParameter>", weight.ToString());
        net.zero_grad();
        net.train(false);
    }

    [Fact]
    public void ObjectsStayAndNamesBecomeTheEagerOnes()
    {
        using var scope = NewDisposeScope();
        var net = Sequential(LazyConv2d(3, 2), LazyBatchNorm2d(), Flatten(), LazyLinear(2));
        Assert.StartsWith("Sequential(\n  (0): LazyConv2d(0, 3, kernel_size=(2, 2), stride=(1, 1))", net.ToString(), StringComparison.Ordinal);
        var before = net.parameters().ToArray();
        net.to(ScalarType.Float64);
        net.call(randn(2, 5, 3, 3, dtype: ScalarType.Float64));
        var after = net.parameters().ToArray();
        Assert.All(before.Zip(after), pair => Assert.Same(pair.First, pair.Second));
        Assert.All(after, parameter => Assert.True(parameter.requires_grad && parameter.dtype == ScalarType.Float64));
        Assert.Equal(
            "Sequential(\n  (0): Conv2d(5, 3, kernel_size=(2, 2), stride=(1, 1))\n"
            + "  (1): BatchNorm2d(3, eps=1e-05, momentum=0.1, affine=True, track_running_stats=True)\n"
            + "  (2): Flatten(start_dim=1, end_dim=-1)\n  (3): Linear(in_features=12, out_features=2, bias=True)\n)",
            net.ToString());
        Assert.Throws<InvalidOperationException>(() => ((UninitializedParameter)after[0]).materialize([1]));
    }

    [Fact]
    public void StateGivesShapes()
    {
        using var scope = NewDisposeScope();
        var eager = Sequential(Conv1d(4, 6, 3, groups: 2), BatchNorm1d(6), Linear(5, 3));
        var lazy = Sequential(LazyConv1d(6, 3, groups: 2), LazyBatchNorm1d(), LazyLinear(3));
        lazy.load_state_dict(eager.state_dict());
        var x = randn(2, 4, 7);
        Assert.True(lazy.call(x).SameAs(eager.call(x)));
        Assert.Equal(eager.ToString(), lazy.ToString());
    }

    [Fact]
    public void DrawsEqualTheEagerLayers()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var eager = Linear(5, 4);
        manual_seed(3);
        var lazy = LazyLinear(4);
        lazy.call(randn(2, 5, generator: new Generator(1)));
        Assert.True(lazy.weight.SameAs(eager.weight) && lazy.bias!.SameAs(eager.bias!));
    }

    [Fact]
    public void AnInputOfTheWrongShapeLeavesTheModuleLazy()
    {
        using var layer = LazyConv2d(4, 3, groups: 2);
        Assert.Throws<ArgumentException>(() => layer.call(zeros(2)));
        Assert.True(layer.has_uninitialized_params());
        Assert.Throws<ArgumentException>(() => layer.call(zeros(1, 3, 5, 5)));
        using var result = layer.call(zeros(1, 2, 5, 5));
        Assert.Equal([1L, 4, 3, 3], result.shape);
    }
}
