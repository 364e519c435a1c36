using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.utils;

namespace Bindings.Tests.NN;

/// <summary>Parameters that are computed: weight and spectral normalization, parametrizations, pruning.</summary>
public class ComputedParameterTests
{
    [Fact]
    public void NamesFollowPython()
    {
        Assert.Equal(["bias", "weight_g", "weight_v"], weight_norm(Linear(2, 3)).state_dict().Keys);
        Assert.Equal(["bias", "weight_orig", "weight_u", "weight_v"], spectral_norm(Linear(2, 3)).state_dict().Keys);
        Assert.Equal(["bias", "weight_orig", "weight_mask"], prune.identity(Linear(2, 3), "weight").state_dict().Keys);
        Assert.Equal(["bias", "parametrizations.weight.original"],
            parametrize.register_parametrization(Linear(3, 3), "weight", new Half()).state_dict().Keys);
        Assert.Equal(["bias", "parametrizations.weight.original0", "parametrizations.weight.original1"],
            parametrizations.weight_norm(Linear(2, 3)).state_dict().Keys);
        Assert.Equal(["bias", "parametrizations.weight.original", "parametrizations.weight.0.base"],
            parametrizations.orthogonal(Linear(2, 3)).state_dict().Keys);
    }

    [Fact]
    public void RemovalLeavesWhatWasComputed()
    {
        using var scope = NewDisposeScope();
        var x = randn(4, 3);
        (Linear layer, Func<Linear, Linear> remove)[] cases =
        [
            (weight_norm(Linear(3, 2)), layer => remove_weight_norm(layer)),
            (spectral_norm(Linear(3, 2)), layer => remove_spectral_norm(layer)),
            (prune.l1_unstructured(Linear(3, 2), "weight", 2), layer => prune.remove(layer, "weight")),
            (parametrize.register_parametrization(Linear(3, 2), "weight", new Half()), layer => parametrize.remove_parametrizations(layer, "weight")),
            (parametrizations.weight_norm(Linear(3, 2)), layer => parametrize.remove_parametrizations(layer, "weight")),
            (parametrizations.orthogonal(Linear(3, 2)), layer => parametrize.remove_parametrizations(layer, "weight")),
        ];
        foreach (var (layer, remove) in cases)
        {
            layer.call(x);
            layer.eval();
            var before = layer.call(x);
            Assert.Same(layer, remove(layer));
            Assert.True(layer.call(x).allclose(before, 1e-5, 1e-6));
            Assert.Equal(["bias", "weight"], layer.state_dict().Keys);
            Assert.True(layer.weight.is_leaf && layer.weight.requires_grad);
            Assert.Throws<ArgumentException>(() => remove(layer));
        }
    }

    [Fact]
    public void AnOptimizerMadeBeforePruningGoesOnTraining()
    {
        using var scope = NewDisposeScope();
        var layer = Linear(3, 2);
        var weight = layer.weight;
        var optimizer = optim.SGD(layer.parameters(), 0.1);
        prune.l1_unstructured(layer, "weight", 3);
        Assert.Same(weight, layer.get_parameter("weight_orig"));
        Assert.True(prune.is_pruned(layer));
        layer.call(randn(4, 3)).sum().backward();
        var before = weight.detach().clone();
        optimizer.step();
        Assert.False(weight.SameAs(before));
        var mask = layer.get_buffer("weight_mask")!;
        Assert.Equal(3f, mask.sum().item<float>());
        layer.call(randn(1, 3));
        Assert.True(layer.weight.SameAs(weight * mask));
        prune.remove(layer, "weight");
        Assert.Same(weight, layer.weight);
        Assert.False(prune.is_pruned(layer));
    }

    [Fact]
    public void ParametrizedPropertiesAreFreshAndCanBeSet()
    {
        using var scope = NewDisposeScope();
        var layer = Linear(2, 2);
        var original = layer.weight;
        parametrize.register_parametrization(layer, "weight", new Half());
        Assert.True(parametrize.is_parametrized(layer) && parametrize.is_parametrized(layer, "weight") && !parametrize.is_parametrized(layer, "bias"));
        Assert.Same(original, layer.get_parameter("parametrizations.weight.original"));
        using (no_grad())
        {
            original.fill_(3);
        }

        Assert.Equal(1.5f, layer.weight[0, 0].item<float>());
        layer.weight = Parameter(full([2, 2], 7f));
        Assert.Equal(14f, original[1, 1].item<float>());
        Assert.Equal(7f, layer.weight[1, 1].item<float>());
        Assert.StartsWith("ParametrizedLinear(", layer.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ACacheComputesOnce()
    {
        using var scope = NewDisposeScope();
        var counting = new Half();
        var layer = parametrize.register_parametrization(Linear(2, 2), "weight", counting);
        var x = randn(1, 2);
        counting.Calls = 0;
        using (parametrize.cached())
        {
            layer.call(x);
            layer.call(x);
            _ = layer.weight;
        }

        Assert.Equal(1, counting.Calls);
        layer.call(x);
        Assert.Equal(2, counting.Calls);
    }

    [Fact]
    public void UserModulesKeepTheirOwnFields()
    {
        using var scope = NewDisposeScope();
        var module = weight_norm(new Scaling(), "scale", dim: null);
        var x = ones(3);
        Assert.True(module.call(x).allclose(tensor([3f, 4f, 0f])));
        Assert.Equal(["scale_g", "scale_v"], module.state_dict().Keys);
        Assert.Equal(5f, module.get_parameter("scale_g")!.item<float>(), 1e-5);
        module.call(x).sum().backward();
        Assert.NotNull(module.get_parameter("scale_g")!.grad);
        // A parent that registers what the module keeps in fields finds nothing new.
        var parent = Sequential(module);
        Assert.Equal(["0.scale_g", "0.scale_v"], parent.state_dict().Keys);
    }

    [Fact]
    public void ShapesAndNamesAreChecked()
    {
        Assert.Throws<ArgumentException>(() => weight_norm(Linear(2, 2), "no"));
        Assert.Throws<ArgumentException>(() => prune.l1_unstructured(ReLU(), "weight", 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => prune.l1_unstructured(Linear(2, 2), "weight", 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => prune.l1_unstructured(Linear(2, 2), "weight", 1.5));
        Assert.Throws<ArgumentException>(() => parametrize.register_parametrization(Linear(2, 3), "weight", Flatten(0)));
        Assert.Throws<ArgumentException>(() => parametrizations.orthogonal(Linear(2, 3), "bias"));
        using var layer = weight_norm(Linear(2, 2));
        Assert.Contains("computed from other", Assert.Throws<InvalidOperationException>(() => layer.weight = Parameter(zeros(2, 2))).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void OtherTensorsStandInForOneCall()
    {
        using var scope = NewDisposeScope();
        var net = Sequential(Linear(3, 2), BatchNorm1d(2));
        var own = net.get_parameter("0.weight")!.clone();
        var x = randn(4, 3);
        var weight = randn(2, 3, requires_grad: true);
        var mean = zeros(2);
        var result = stateless.functional_call(net, new Dictionary<string, Tensor> { ["0.weight"] = weight, ["1.running_mean"] = mean }, x);
        var expected = functional.batch_norm(
            functional.linear(x, weight, net.get_parameter("0.bias")), null, null, net.get_parameter("1.weight"), net.get_parameter("1.bias"), true);
        Assert.True(result.allclose(expected, 1e-5, 1e-6));
        result.pow(2).sum().backward();
        Assert.NotNull(weight.grad);
        Assert.Null(net.get_parameter("0.weight")!.grad);
        Assert.True(net.get_parameter("0.weight")!.SameAs(own));
        Assert.Equal(0f, net.get_buffer("1.running_mean")!.abs().sum().item<float>());
        Assert.NotEqual(0f, mean.abs().sum().item<float>());
        Assert.Throws<KeyNotFoundException>(() => stateless.functional_call(net, new Dictionary<string, Tensor> { ["2.weight"] = weight }, x));
        Assert.ThrowsAny<Exception>(() => stateless.functional_call(net, new Dictionary<string, Tensor> { ["0.weight"] = mean }, x));
        Assert.True(net.get_parameter("0.weight")!.SameAs(own));
    }

    [Fact]
    public void SkippedStartsDrawNothing()
    {
        manual_seed(5);
        var expected = rand(1).item<float>();
        manual_seed(5);
        using var layer = skip_init(device => Linear(100, 50, device: device));
        Assert.Equal(expected, rand(1).item<float>());
        Assert.Equal([50L, 100L], layer.weight.shape);
        Assert.Equal(DeviceType.CPU, layer.weight.device_type);
        Assert.True(layer.weight.requires_grad);
    }

    private sealed class Half() : Module<Tensor, Tensor>("Half"), parametrize.IRightInverse<Tensor>
    {
        public int Calls { get; set; }

        public override Tensor forward(Tensor input)
        {
            Calls++;
            return input / 2;
        }

        public Tensor right_inverse(Tensor value) => value * 2;
    }

    private sealed class Scaling : Module<Tensor, Tensor>
    {
        private readonly Parameter scale = Parameter(tensor([3f, 4f, 0f]));

        public Scaling()
            : base(nameof(Scaling)) => RegisterComponents();

        public override Tensor forward(Tensor input) => input * scale;
    }
}
