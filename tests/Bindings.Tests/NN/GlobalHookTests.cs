using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using static TorchSharp.torch.nn.modules.module;

namespace Bindings.Tests.NN;

/// <summary>Hooks of all modules: torch.nn.modules.module.register_module_*_hook.</summary>
public class GlobalHookTests
{
    [Fact]
    public void EveryCallIsSeenAndGlobalHooksComeFirst()
    {
        using var scope = NewDisposeScope();
        using var net = Sequential(Linear(2, 3), ReLU());
        var order = new List<string>();
        net[0].register_forward_pre_hook((_, _) => Note(order, "own before"));
        net[0].register_forward_hook((_, _, _) => Note(order, "own after"));
        using (register_module_forward_pre_hook((module, inputs) =>
        {
            Assert.Single(inputs);
            order.Add($"before {module.GetName()}");
            return null;
        }))
        using (register_module_forward_hook((module, inputs, result) =>
        {
            Assert.IsAssignableFrom<Tensor>(result);
            Assert.IsAssignableFrom<Tensor>(Assert.Single(inputs));
            order.Add($"after {module.GetName()}");
            return null;
        }))
        {
            Assert.True(net.HasHooks);
            net.call(ones(1, 2));
        }

        Assert.Equal(
            [
                "before Sequential", "before Linear", "own before", "after Linear", "own after", "before ReLU", "after ReLU", "after Sequential",
            ],
            order);
        order.Clear();
        net.call(ones(1, 2));
        Assert.Equal(["own before", "own after"], order);
        Assert.False(net.HasHooks);
    }

    [Fact]
    public void WhatHooksReturnTakesTheValuesPlaces()
    {
        using var scope = NewDisposeScope();
        using var layer = Linear(2, 2);
        using var bilinear = Bilinear(2, 2, 1);
        Tensor x = randn(3, 2), y = randn(3, 2);
        Tensor doubled = layer.call(x * 2), swapped = bilinear.call(y, x);
        var before = register_module_forward_pre_hook((module, inputs) => module == layer ? [(Tensor)inputs[0]! * 2] : [inputs[1], inputs[0]]);
        Assert.True(layer.call(x).SameAs(doubled));
        Assert.True(bilinear.call(x, y).SameAs(swapped));
        before.remove();
        before.remove();
        using (register_module_forward_hook((_, _, result) => (Tensor)result! + 1))
        {
            Assert.True(layer.call(x * 2).SameAs(doubled + 1));
        }

        using (register_module_forward_pre_hook((_, _) => []))
        {
            Assert.Contains("Linear, which takes 1", Assert.Throws<InvalidOperationException>(() => layer.call(x)).Message);
        }

        using (register_module_forward_pre_hook((_, _) => ["text"]))
        {
            Assert.Contains("String as input 0", Assert.Throws<InvalidOperationException>(() => layer.call(x)).Message);
        }

        using (register_module_forward_hook((_, _, _) => 3))
        {
            Assert.Contains("Int32 as result", Assert.Throws<InvalidOperationException>(() => layer.call(x)).Message);
        }
    }

    [Fact]
    public void GradientsOfEveryModuleAreSeenAndMayBeReplaced()
    {
        using var scope = NewDisposeScope();
        using var net = Sequential(Linear(2, 2), Tanh());
        var order = new List<string>();
        net[0].register_full_backward_hook((_, _, _) =>
        {
            order.Add("own");
            return null;
        });
        Tensor x = randn(3, 2, requires_grad: true), plain = randn(3, 2);
        plain.copy_(x.detach());
        plain.requires_grad_();
        using (register_module_full_backward_pre_hook((module, results) =>
        {
            Assert.NotNull(Assert.Single(results));
            order.Add($"before {module.GetName()}");
            return null;
        }))
        using (register_module_full_backward_hook((module, inputs, results) =>
        {
            order.Add(module.GetName());
            return module is Linear ? [inputs[0]! * 3] : null;
        }))
        {
            net.call(x).sum().backward();
        }

        Assert.Equal(["before Sequential", "before Tanh", "Tanh", "before Linear", "Linear", "own", "Sequential"], order);
        net.call(plain).sum().backward();
        Assert.True(x.grad!.allclose(plain.grad! * 3));
        Assert.Equal("own", order[^1]);
        Assert.Equal(8, order.Count);
    }

    [Fact]
    public void ModulesOfSeveralInputsAndTheFastWayTakePart()
    {
        using var scope = NewDisposeScope();
        using var attention = MultiheadAttention(4, 2, batch_first: true);
        attention.eval();
        using var guard = no_grad();
        Tensor x = randn(2, 3, 4);
        Tensor expected = attention.call(x, x, x).Item1;
        var seen = new List<int>();
        using var handle = register_module_forward_hook((module, inputs, _) =>
        {
            seen.Add(inputs.Length);
            return null;
        });
        Assert.True(expected.allclose(attention.call(x, x, x).Item1, 1e-4, 1e-5));
        Assert.Equal([6], seen);
    }

    private static Tensor Note(List<string> order, string what)
    {
        order.Add(what);
        return null!;
    }
}
