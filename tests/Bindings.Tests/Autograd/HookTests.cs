using System.Runtime.CompilerServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Autograd;

public sealed class HookTests
{
    [Fact]
    public void AHookSeesAndReplacesTheGradientUntilItIsTakenOff()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([1.0, 2.0], requires_grad: true);
        var seen = new List<Tensor>();
        utils.hooks.RemovableHandle first = x.register_hook(gradient => gradient * 2);
        utils.hooks.RemovableHandle second = x.register_hook(gradient => seen.Add(gradient));
        (x * x).sum().backward();
        Assert.Equal([4.0, 8.0], x.grad!.data<double>().ToArray());
        Assert.Equal([4.0, 8.0], Assert.Single(seen).data<double>().ToArray());

        first.remove();
        first.remove();
        x.grad = null;
        (x * x).sum().backward();
        Assert.Equal([2.0, 4.0], x.grad!.data<double>().ToArray());
        Assert.Equal(2, seen.Count);
        second.Dispose();
        (x * x).sum().backward();
        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public void AHookOfAnInnerTensorReachesWhatIsBehindIt()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([3f], requires_grad: true);
        Tensor y = x * 2;
        y.register_hook(gradient => torch.zeros_like(gradient) + 10);
        y.retain_grad();
        (y * y).sum().backward();
        Assert.Equal(20f, x.grad!.item<float>());
        Assert.Equal(10f, y.grad!.item<float>());
        Assert.Equal(20f, autograd.grad([(x * 2).register(g => g * 10).sum()], [x])[0].item<float>());
    }

    [Fact]
    public void HooksOfHigherDerivativesAreRecordedThemselves()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([2.0], requires_grad: true);
        Tensor y = x.pow(3).register(gradient => gradient * x.detach());
        Tensor slope = autograd.grad([y.sum()], [x], create_graph: true)[0];
        Assert.Equal(24.0, slope.item<double>());
        Assert.Equal(24.0, autograd.grad([slope.sum()], [x])[0].item<double>());
    }

    [Fact]
    public void WhatAHookThrowsReachesTheCallerAndIsNotWrapped()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([2f], requires_grad: true);
        x.register_hook(_ => throw new KeyNotFoundException("mine"));
        Assert.Equal("mine", Assert.Throws<KeyNotFoundException>(() => x.sum().backward()).Message);
    }

    [Fact]
    public void ReplacementsThatDoNotFitAreRefused()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([2f, 3f], requires_grad: true);
        utils.hooks.RemovableHandle handle = x.register_hook(gradient => gradient.to_type(ScalarType.Float64));
        Assert.ThrowsAny<TorchException>(() => x.sum().backward());
        handle.remove();
        Tensor gone = torch.zeros(2);
        gone.Dispose();
        x.register_hook(_ => gone);
        Assert.Throws<ObjectDisposedException>(() => x.sum().backward());
    }

    [Fact]
    public void OnlyTensorsThatAskForGradientsTakeHooks()
    {
        using Tensor x = torch.zeros(2);
        Assert.Contains("doesn't require gradient", Assert.ThrowsAny<TorchException>(() => x.register_hook(_ => { })).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<TorchException>(() => x.register_post_accumulate_grad_hook(_ => { }));
    }

    [Fact]
    public void AHookTakenOffFreesWhatItRefersTo()
    {
        using Tensor x = torch.zeros(2, requires_grad: true);
        (WeakReference watched, utils.hooks.RemovableHandle handle) = Hang(x);
        handle.remove();
        for (int i = 0; i < 10 && watched.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(watched.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (WeakReference, utils.hooks.RemovableHandle) Hang(Tensor x)
        {
            var held = new object();
            return (new WeakReference(held), x.register_hook(_ => GC.KeepAlive(held)));
        }
    }

    [Fact]
    public void HooksAfterAccumulationSeeTheWholeGradient()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([1f, 2f], requires_grad: true);
        if (Version.Parse(torch.__version__.Split('+', 'a')[0]) < new Version(2, 1))
        {
            Assert.Contains("2.1", Assert.Throws<TorchNotImplementedException>(
                () => x.register_post_accumulate_grad_hook(_ => { })).Message, StringComparison.Ordinal);
            return;
        }

        var seen = new List<float>();
        using utils.hooks.RemovableHandle first = x.register_post_accumulate_grad_hook(leaf => seen.Add(leaf.grad!.sum().item<float>()));
        using utils.hooks.RemovableHandle second = x.register_post_accumulate_grad_hook(leaf => leaf.grad = null);
        x.sum().backward();
        x.sum().backward();
        Assert.Equal([2f, 2f], seen);
        Assert.Null(x.grad);
        Assert.ThrowsAny<TorchException>(() => (x * 2).register_post_accumulate_grad_hook(_ => { }));
    }

    [Fact]
    public void NodesTellTheGraph()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([2.0], requires_grad: true);
        Tensor y = x * 3 + x;
        autograd.graph.Node node = y.grad_fn!;
        Assert.Equal("AddBackward0", node.name());
        Assert.Equal("AddBackward0", $"{node}");
        Assert.Equal(node, y.grad_fn);
        Assert.Equal(node.GetHashCode(), y.grad_fn!.GetHashCode());
        Assert.Null(x.grad_fn);
        Assert.Null(node.variable);

        (autograd.graph.Node? product, int input) = node.next_functions[0];
        (autograd.graph.Node? leaf, _) = node.next_functions[1];
        Assert.Equal(0, input);
        Assert.Equal("MulBackward0", product!.name());
        Assert.True(product._sequence_nr() < node._sequence_nr());
        Assert.EndsWith("AccumulateGrad", leaf!.name(), StringComparison.Ordinal);
        Assert.Equal(2.0, leaf.variable!.item<double>());
        Assert.Equal(leaf, product.next_functions[0].node);
        Assert.NotEqual(node, product);
        Assert.Null(product.next_functions[1].node);
    }

    [Fact]
    public void NodesTakeHooksBeforeAndAfter()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([2.0], requires_grad: true);
        Tensor y = x * 3;
        var order = new List<string>();
        using utils.hooks.RemovableHandle before = y.grad_fn!.register_prehook(gradients =>
        {
            order.Add("before");
            return [gradients[0]! * 10];
        });
        utils.hooks.RemovableHandle after = y.grad_fn!.register_hook((inputs, outputs) =>
        {
            order.Add($"after {inputs.Length} {outputs[0]!.item<double>()}");
            return [inputs[0]! + 1, null];
        });
        y.backward(retain_graph: true);
        Assert.Equal(31.0, x.grad!.item<double>());
        Assert.Equal(["before", "after 2 10"], order);
        after.remove();
        x.grad = null;
        y.backward();
        Assert.Equal(30.0, x.grad!.item<double>());
    }

    [Fact]
    public void AHookThatReturnsTheWrongNumberIsAnError()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([2.0], requires_grad: true);
        Tensor y = x * 3;
        y.grad_fn!.register_hook((_, _) => []);
        Assert.Contains("0 tensors in the place of 2", Assert.Throws<InvalidOperationException>(() => y.backward()).Message, StringComparison.Ordinal);
    }
}

file static class Chained
{
    internal static Tensor register(this Tensor tensor, Func<Tensor, Tensor?> hook)
    {
        tensor.register_hook(hook);
        return tensor;
    }
}
