using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Autograd;

public sealed class CheckpointTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ValuesAndGradientsAreBitForBitThoseWithout(bool reentrant)
    {
        using DisposeScope scope = NewDisposeScope();
        torch.manual_seed(3);
        nn.Module<Tensor, Tensor> model = nn.Sequential(nn.Linear(8, 16), nn.ReLU(), nn.Dropout(0.5), nn.Linear(16, 16), nn.Tanh(), nn.Linear(16, 2));
        Tensor x = torch.randn(4, 8, requires_grad: true);
        torch.manual_seed(5);
        Tensor plain = model.call(x);
        plain.pow(2).sum().backward();
        Tensor[] expected = [plain.detach(), x.grad!, .. model.parameters().Select(p => p.grad!.clone())];
        Tensor after = torch.rand(3);
        x.grad = null;
        model.zero_grad();

        torch.manual_seed(5);
        Tensor saved = utils.checkpoint(model, x, use_reentrant: reentrant);
        saved.pow(2).sum().backward();
        Tensor[] found = [saved.detach(), x.grad!, .. model.parameters().Select(p => p.grad!)];
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(torch.allclose(expected[i], found[i], 0, 0), $"tensor {i}");
        }

        Assert.True(torch.allclose(after, torch.rand(3), 0, 0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void SequentialsRunInSegments(bool reentrant)
    {
        using DisposeScope scope = NewDisposeScope();
        var layers = Enumerable.Range(0, 5).Select(_ => (nn.Module<Tensor, Tensor>)nn.Linear(3, 3)).ToList();
        Tensor x = torch.randn(2, 3, requires_grad: true);
        Tensor plain = layers.Aggregate(x, (value, layer) => layer.call(value));
        Tensor slope = autograd.grad([plain.sum()], [x])[0];
        for (int segments = 1; segments <= 5; segments++)
        {
            Tensor y = utils.checkpoint_sequential(layers, segments, x, reentrant);
            Assert.True(torch.allclose(plain, y, 0, 0));
            x.grad = null;
            y.sum().backward();
            Assert.True(torch.allclose(slope, x.grad!, 0, 0));
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => utils.checkpoint_sequential(layers, 6, x));
    }

    [Fact]
    public void TheFunctionRunsTwiceAndNothingIsKeptBetween()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.ones(4, requires_grad: true);
        int runs = 0;
        Tensor y = utils.checkpoint(
            z =>
            {
                runs++;
                return z.exp().sin().exp();
            },
            x);
        Assert.Equal(1, runs);
        y.sum().backward(retain_graph: true);
        Assert.Equal(2, runs);
        x.grad = null;
        y.sum().backward();
        Assert.Equal(3, runs);
        double e = Math.E;
        Assert.Equal(Math.Exp(Math.Sin(e)) * Math.Cos(e) * e, x.grad![0].item<float>(), 4);
    }

    [Fact]
    public void SeveralTensorsAndDoubleDerivatives()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.tensor([2.0], requires_grad: true), k = torch.tensor([3.0]);
        Tensor[] y = utils.checkpoint(z => [z[0].pow(3) * z[1], z[0] + 1], [x, k]);
        Tensor slope = autograd.grad([y[0].sum() + y[1].sum()], [x], create_graph: true)[0];
        Assert.Equal(37.0, slope.item<double>());
        Assert.Equal(36.0, autograd.grad([slope.sum()], [x])[0].item<double>());
        Assert.Equal(6.0, utils.checkpoint((a, b) => a * b, x, k).item<double>());
        Assert.Throws<InvalidOperationException>(() => autograd.grad([utils.checkpoint(z => z * z, x, use_reentrant: true)], [x]));
    }

    [Fact]
    public void AFunctionThatComputesSomethingElseTheSecondTimeIsAnError()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.ones(4, requires_grad: true);
        int runs = 0;
        Tensor fewer = utils.checkpoint(z => runs++ == 0 ? z.exp().exp() : z.exp(), x);
        Assert.Contains("saved 2 tensors at first and 1 now", Assert.Throws<InvalidOperationException>(() => fewer.sum().backward()).Message, StringComparison.Ordinal);
        runs = 0;
        Tensor other = utils.checkpoint(z => runs++ == 0 ? z.exp() : z[..2].exp(), x);
        Assert.Contains("of shape [2]", Assert.Throws<InvalidOperationException>(() => other.sum().backward()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ArgumentsMayBeDisposedBeforeBackward()
    {
        using Tensor weight = torch.ones(3, requires_grad: true);
        Tensor y;
        using (DisposeScope scope = NewDisposeScope())
        {
            Tensor x = weight * 2;
            y = utils.checkpoint(z => z.exp(), x).MoveToOuterDisposeScope();
        }

        y.sum().backward();
        Assert.Equal(2 * Math.Exp(2), weight.grad![0].item<float>(), 4);
    }

    [Fact]
    public void AutocastIsTheSameTheSecondTime()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.randn(4, 4, requires_grad: true), w = torch.randn(4, 4);
        var types = new List<ScalarType>();
        Tensor y;
        using (torch.autocast("cpu"))
        {
            y = utils.checkpoint(
                z =>
                {
                    Tensor product = z.mm(w);
                    types.Add(product.dtype);
                    return product;
                },
                x);
        }

        y.sum().backward();
        Assert.Equal([ScalarType.BFloat16, ScalarType.BFloat16], types);
    }
}
