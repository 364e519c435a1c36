using TorchSharp;
using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

public class ModuleBehaviourTests
{
    [Fact]
    public void HooksSeeAndReplaceInputAndResult()
    {
        using var layer = Identity();
        using var one = ones(2);
        var calls = new List<string>();
        var before = layer.register_forward_pre_hook((_, x) => x * 3);
        layer.register_forward_pre_hook(_ => calls.Add("before"));
        layer.register_forward_hook((_, x, y) => y + x);
        layer.register_forward_hook(_ => calls.Add("after"));
        Assert.Equal([6f, 6f], layer.call(one).data<float>().ToArray());
        before.remove();
        Assert.Equal([2f, 2f], layer.call(one).data<float>().ToArray());
        Assert.Equal(["before", "after", "before", "after"], calls);
    }

    [Fact]
    public void SequentialReleasesOnlyWhatNobodyCanHold()
    {
        var tap = new Tap();
        using var net = Sequential(Linear(2, 3), ReLU(), tap, Linear(3, 4), Identity(), ReLU());
        using var x = randn(5, 2);
        using var y = net.call(x);
        Assert.Equal([5L, 4], y.shape);
        Assert.False(x.IsInvalid);
        Assert.Equal([5L, 3], tap.Input!.shape);
        Assert.Equal([5L, 3], tap.Result!.shape);

        Tensor? seen = null;
        using var hooked = Sequential(Linear(2, 3), ReLU());
        ((HookableModule<Func<Module<Tensor, Tensor>, Tensor, Tensor>, Func<Module<Tensor, Tensor>, Tensor, Tensor, Tensor>>)hooked[0])
            .register_forward_hook((_, _, result) => seen = result);
        hooked.call(x).Dispose();
        Assert.Equal([5L, 3], seen!.shape);

        var row = new KeepingRow();
        using var outer = Sequential(Linear(2, 3), row, ReLU());
        outer.call(x).Dispose();
        Assert.Equal([5L, 3], row.Input!.shape);

        using var empty = Sequential();
        using var same = empty.call(x);
        Assert.NotSame(x, same);
        Assert.True(ops.aten.equal(same, x));
    }

    [Fact]
    public void SharedModulesCountOnceAndStandUnderBothNamesInTheState()
    {
        using var shared = Linear(2, 2);
        using var net = Sequential(("a", shared), ("b", ReLU()), ("c", shared));
        Assert.Equal(["a.weight", "a.bias"], net.named_parameters().Select(p => p.name));
        Assert.Equal(["", "a", "b"], net.named_modules().Select(m => m.name));
        Assert.Equal(["a.weight", "a.bias", "c.weight", "c.bias"], net.state_dict().Keys);
    }

    [Fact]
    public void RegistrationByHandWinsOverFields()
    {
        using var net = new ByHand();
        using var outer = Sequential(net);
        Assert.Equal(["0.first.weight", "0.first.bias", "0.named.weight", "0.named.bias", "0.Tail.weight", "0.Tail.bias"], outer.state_dict().Keys);
    }

    [Fact]
    public void NamesAreChecked()
    {
        using var net = Sequential();
        Assert.Throws<ArgumentException>(() => net.register_module("a.b", ReLU()));
        Assert.Throws<ArgumentException>(() => net.register_buffer("", zeros(1)));
        net.register_buffer("a", zeros(1));
        Assert.Throws<InvalidOperationException>(() => net.register_parameter("a", Parameter(zeros(1))));
        Assert.Throws<InvalidOperationException>(() => ReLU().register_buffer("a", zeros(1)));
        Assert.Throws<KeyNotFoundException>(() => net.get_submodule("x.y"));
    }

    [Fact]
    public void ModulesOutliveTheScopeTheyWereBuiltIn()
    {
        Linear layer;
        using (NewDisposeScope())
        {
            layer = Linear(2, 3);
        }

        Assert.Equal([3L, 2], layer.weight.shape);
        var weight = layer.weight;
        layer.Dispose();
        layer.Dispose();
        Assert.True(weight.IsInvalid);
    }

    [Fact]
    public void ParametersTakeTensorsOver()
    {
        using var scope = NewDisposeScope();
        var data = randn(3);
        var parameter = new Parameter(data);
        Assert.True(data.IsInvalid);
        Assert.True(parameter.requires_grad);
        var computed = ones([2], requires_grad: true) * 2;
        var leaf = computed.AsParameter();
        Assert.True(leaf.is_leaf);
        Assert.Same(leaf, leaf.AsParameter());
    }

    [Fact]
    public void TrainingFreezingAndGradientsReachEveryModule()
    {
        using var net = Sequential(Linear(2, 2), Sequential(BatchNorm1d(2), Dropout()));
        net.eval();
        Assert.All(net.modules(), m => Assert.False(m.training));
        net.train();
        Assert.All(net.modules(), m => Assert.True(m.training));
        using var x = randn(4, 2);
        net.call(x).sum().backward();
        net.zero_grad(set_to_none: false);
        Assert.All(net.parameters(), p => Assert.Equal(0, p.grad!.abs().sum().item<float>()));
        net.zero_grad();
        Assert.All(net.parameters(), p => Assert.Null(p.grad));
        net.requires_grad_(false);
        Assert.False(net.call(x).requires_grad);
        var visited = new List<string>();
        net.apply(m => visited.Add(m.GetName()));
        Assert.Equal(["Linear", "BatchNorm1d", "Dropout", "Sequential", "Sequential"], visited);
    }

    [Fact]
    public void ModulesConvertToFloatingTypesOnly()
    {
        using var net = Linear(2, 2);
        Assert.Equal(ScalarType.BFloat16, net.bfloat16().weight.dtype);
        Assert.Equal(ScalarType.Float64, net.@double().weight.dtype);
        Assert.Throws<ArgumentException>(() => net.@int());
    }

    [Fact]
    public void WrongShapesAreOneClearError()
    {
        using var x = randn(2, 3);
        Assert.Contains("BatchNorm2d", Assert.Throws<ArgumentException>(() => BatchNorm2d(3).call(x)).Message);
        Assert.Throws<ArgumentException>(() => BatchNorm1d(3).call(x[..1]));
        Assert.Throws<ArgumentException>(() => Conv2d(3, 4, 1, groups: 2));
        Assert.Throws<ArgumentException>(() => functional.dropout(x, 1.5));
        Assert.ThrowsAny<TorchException>(() => Linear(4, 2).call(x));
        Assert.Throws<ArgumentException>(() => functional.interpolate(x.reshape(1, 1, 2, 3)));
    }

    private sealed class Tap() : Module<Tensor, Tensor>(nameof(Tap))
    {
        public Tensor? Input { get; private set; }

        public Tensor? Result { get; private set; }

        public override Tensor forward(Tensor input)
        {
            Input = input;
            return Result = input + 1;
        }
    }

    private sealed class KeepingRow() : Sequential(Tanh())
    {
        public Tensor? Input { get; private set; }

        public override Tensor forward(Tensor tensor)
        {
            Input = tensor;
            return base.forward(tensor);
        }
    }

    private sealed class ByHand : Module<Tensor, Tensor>
    {
        private readonly Linear _first = Linear(1, 1);

        [ComponentName(Name = "named")]
        private readonly Linear _second = Linear(1, 1);

        public ByHand()
            : base(nameof(ByHand))
        {
            register_module("first", _first);
            RegisterComponents();
        }

        public Linear Tail { get; } = Linear(1, 1);

        public override Tensor forward(Tensor input) => Tail.call(_second.call(_first.call(input)));
    }
}
