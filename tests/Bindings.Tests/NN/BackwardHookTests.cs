using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Bindings.Tests.NN;

public class BackwardHookTests
{
    [Fact]
    public void HooksSeeTheGradientsOfInputsAndResults()
    {
        using var scope = NewDisposeScope();
        var layer = Linear(3, 2);
        var (x, g) = (randn(4, 3, requires_grad: true), randn(4, 2));
        (Tensor input, Tensor result)? seen = null;
        using var handle = layer.register_full_backward_hook((module, inputs, results) =>
        {
            Assert.Same(layer, module);
            seen = (Assert.Single(inputs)!.clone().DetachFromDisposeScope(), Assert.Single(results)!.clone().DetachFromDisposeScope());
            return null;
        });
        layer.call(x).backward([g]);
        Assert.True(seen!.Value.result.SameAs(g));
        Assert.True(seen.Value.input.SameAs(x.grad!));
        Assert.True(x.grad!.allclose(g.matmul(layer.weight)));

        handle.remove();
        seen = null;
        layer.call(x).backward([g]);
        Assert.Null(seen);
    }

    [Fact]
    public void WhatHooksReturnFlowsOn()
    {
        using var scope = NewDisposeScope();
        var layer = Linear(3, 2);
        var x = randn(4, 3, requires_grad: true);
        layer.register_full_backward_pre_hook((_, results) => [results[0]! * 2]);
        layer.register_full_backward_hook((_, inputs, results) =>
        {
            Assert.True(results[0]!.SameAs(full_like(results[0]!, 2)));
            return [inputs[0]! * 3];
        });
        layer.call(x).sum().backward();
        Assert.True(x.grad!.allclose(full([4, 2], 6f).matmul(layer.weight)));
        Assert.True(layer.bias!.grad!.allclose(full([2], 8f)));
    }

    [Fact]
    public void HooksRunInOrderAndPrependedOnesFirst()
    {
        using var scope = NewDisposeScope();
        var layer = Linear(1, 1);
        var order = new List<string>();
        layer.register_full_backward_hook((_, _, _) => Note("b"));
        layer.register_full_backward_hook((_, _, _) => Note("c"));
        layer.register_full_backward_hook((_, _, _) => Note("a"), prepend: true);
        layer.register_full_backward_pre_hook((_, _) => Note("before"));
        layer.call(randn(2, 1, requires_grad: true)).sum().backward();
        Assert.Equal(["before", "a", "b", "c"], order);

        Tensor?[]? Note(string name)
        {
            order.Add(name);
            return null;
        }
    }

    [Fact]
    public void AFirstLayerHasNoGradientOfItsInput()
    {
        using var scope = NewDisposeScope();
        var layer = Linear(2, 2);
        var calls = 0;
        var handle = layer.register_full_backward_hook((_, inputs, results) =>
        {
            calls++;
            Assert.Null(Assert.Single(inputs));
            Assert.NotNull(Assert.Single(results));
            return null;
        });
        layer.call(randn(3, 2)).sum().backward();
        Assert.Equal(1, calls);

        handle.remove();
        layer.register_full_backward_hook((_, _, results) => [results[0]]);
        Assert.Contains("no input of this call requires any",
            Assert.ThrowsAny<Exception>(() => layer.call(randn(3, 2)).sum().backward()).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralInputsAndInPlaceLayersBehindAreFine()
    {
        using var scope = NewDisposeScope();
        var layer = Bilinear(2, 3, 4);
        var (a, b) = (randn(5, 2, requires_grad: true), randn(5, 3));
        var places = new List<(bool, bool)>();
        layer.register_full_backward_hook((_, inputs, _) =>
        {
            places.Add((inputs[0] is null, inputs[1] is null));
            return null;
        });
        ReLU(inplace: true).call(layer.call(a, b)).sum().backward();
        Assert.Equal([(false, true)], places);
        Assert.NotNull(a.grad);
    }

    [Fact]
    public void SequencesOfHookedLayersKeepTheirGradients()
    {
        using var scope = NewDisposeScope();
        var net = Sequential(Linear(3, 4), Tanh(), Linear(4, 2));
        var x = randn(5, 3, requires_grad: true);
        net.call(x).sum().backward();
        var plain = x.grad!.clone();
        x.grad = null;
        var seen = new List<string>();
        foreach (var (name, module) in net.named_modules())
        {
            module.register_full_backward_hook((_, _, _) =>
            {
                seen.Add(name);
                return null;
            });
        }

        net.call(x).sum().backward();
        Assert.True(x.grad!.allclose(plain));
        Assert.Equal(["2", "1", "0", ""], seen);
        using (no_grad())
        {
            net.call(x);
        }

        Assert.Equal(4, seen.Count);
    }

    [Fact]
    public void AWrongNumberOfGradientsIsAnError()
    {
        using var scope = NewDisposeScope();
        var layer = Linear(1, 1);
        layer.register_full_backward_hook((_, _, _) => []);
        var error = Assert.ThrowsAny<Exception>(() => layer.call(randn(1, 1, requires_grad: true)).sum().backward());
        Assert.Contains("returned 0 gradients in the place of 1", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void ForwardHooksMayGoFirst()
    {
        using var scope = NewDisposeScope();
        var layer = Identity();
        layer.register_forward_hook((_, _, result) => result + 1);
        layer.register_forward_hook((_, _, result) => result * 10, prepend: true);
        layer.register_forward_pre_hook((_, input) => input + 1);
        layer.register_forward_pre_hook((_, input) => input * 5, prepend: true);
        Assert.Equal(61f, layer.call(tensor(1f)).item<float>());
    }
}
