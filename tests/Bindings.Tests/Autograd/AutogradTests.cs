using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Autograd;

public sealed class AutogradTests
{
    [Fact]
    public void BackwardFillsLeavesAndAddsUp()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([1f, 2f], requires_grad: true);
        (x * x).sum().backward();
        (x * x).sum().backward();
        Assert.Equal([4f, 8f], x.grad!.data<float>().ToArray());
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void GradReturnsGradientsAndTouchesNoLeaf()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor(3f, requires_grad: true), unused = torch.tensor(1f, requires_grad: true);
        IList<Tensor> first = autograd.grad([x * x * x], [x], create_graph: true);
        Assert.Equal(27f, first[0].item<float>());
        Assert.Equal(18f, autograd.grad([first[0]], [x])[0].item<float>());
        Assert.Null(autograd.grad([x * 2], [x, unused], allow_unused: true)[1]);
        Assert.Contains("allow_unused", Assert.ThrowsAny<TorchException>(() => autograd.grad([x * 2], [x, unused])).Message);
    }

    [Fact]
    public void AGraphIsGoneAfterBackwardUnlessRetained()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor(3f, requires_grad: true);
        Tensor y = (x * x).exp();
        y.backward(retain_graph: true);
        y.backward();
        Assert.ThrowsAny<TorchException>(() => y.backward());
    }

    [Fact]
    public void GradModesNestAndComeBack()
    {
        using Tensor x = torch.ones([2], requires_grad: true);
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
            {
                Assert.True((x * 2).requires_grad);
            }

            Assert.False(is_grad_enabled());
        }

        Assert.True(is_grad_enabled());
        using (inference_mode())
        {
            Assert.True(is_inference_mode_enabled());
            using Tensor y = x * 2;
            Assert.False(y.requires_grad);
        }

        Assert.False(is_inference_mode_enabled());
    }

    [Fact]
    public async Task AGuardRefusesToBeDisposedOnAnotherThread()
    {
        IDisposable guard = no_grad();
        InvalidOperationException? error = null;
        var thread = new Thread(() => error = Assert.Throws<InvalidOperationException>(guard.Dispose));
        thread.Start();
        thread.Join();
        guard.Dispose();
        Assert.Contains("do not await", error!.Message);
        await Task.CompletedTask;
    }

    [Fact]
    public void MistakesAreTypedErrors()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.ones([2], requires_grad: true);
        Assert.ThrowsAny<TorchException>(() => (x * 2).backward());
        Assert.ThrowsAny<TorchException>(() => torch.ones(2).sum().backward());
        Assert.ThrowsAny<TorchException>(() => torch.arange(3).requires_grad = true);
        Assert.ThrowsAny<TorchException>(() => x.add_(1));
    }

    [Fact]
    public void AnomalyModeFindsNaNAndComesBack()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor(-1f, requires_grad: true);
        using (autograd.detect_anomaly())
        {
            Assert.Contains("nan", Assert.ThrowsAny<TorchException>(() => (x.sqrt() * 2).backward()).Message);
        }

        (x.sqrt() * 2).backward();
        Assert.True(float.IsNaN(x.grad!.item<float>()));
    }
}
