using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Autograd;

public sealed class VmapTests
{
    [Fact]
    public void DimensionsOfTheBatchGoInAndOutAnywhere()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.randn(3, 4, 5), y = torch.randn(5);
        Tensor rows = torch.vmap((Tensor a, Tensor b) => (a * b).sum(1), (2, 0), out_dims: 1)(x, y);
        Assert.True(torch.allclose(rows, (x * y).sum(1)));
        Tensor shared = torch.vmap((Tensor a, Tensor b) => a.dot(b), (0, null))(x.select(0, 0), y);
        Assert.True(torch.allclose(shared, x.select(0, 0).mv(y)));
        Tensor constant = torch.vmap(_ => torch.ones(2), out_dims: -1)(x);
        Assert.Equal([2L, 3L], constant.shape);
        Tensor[] several = torch.vmap((Tensor[] a) => [a[0] + 1, a[0].sum()], out_dims: [1, 0])([x]);
        Assert.Equal([4L, 3L, 5L], several[0].shape);
        Assert.Equal([3L], several[1].shape);
    }

    [Fact]
    public void ChunksAndNestingGiveTheSame()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.randn(7, 3), y = torch.randn(4, 3);
        Tensor pairs = torch.vmap(a => torch.vmap(b => a.dot(b))(y))(x);
        Assert.True(torch.allclose(pairs, x.mm(y.t()), rtol: 1e-5, atol: 1e-6));
        Assert.True(torch.allclose(torch.vmap(a => a.exp().sum(), chunk_size: 3)(x), torch.vmap(a => a.exp().sum())(x), 0, 0));
    }

    [Fact]
    public void GradientsFlowThrough()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.randn(4, 3, requires_grad: true);
        torch.vmap(a => a.pow(2).sum())(x).sum().backward();
        Assert.True(torch.allclose(x.grad!, x.detach() * 2));
    }

    [Fact]
    public void RandomDrawsFollowTheMode()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.zeros(3, 100);
        Assert.ThrowsAny<TorchException>(() => torch.vmap(a => a + torch.rand_like(a))(x));
        Tensor same = torch.vmap(a => a + torch.rand(100), randomness: "same")(x);
        Assert.True(torch.allclose(same[0], same[1], 0, 0));
        Tensor different = torch.vmap(a => a + torch.rand(100), randomness: "different")(x);
        Assert.False(torch.allclose(different[0], different[1], 0, 0));
        Assert.Throws<ArgumentException>(() => torch.vmap((Tensor a) => a, randomness: "maybe")(x));
    }

    [Fact]
    public void MistakesAreNamedAndLeaveNoLevelBehind()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.zeros(3, 2);
        Assert.Contains("differ in size: 3", Assert.Throws<ArgumentException>(
            () => torch.vmap((Tensor a, Tensor b) => a + b)(x, torch.zeros(4, 2))).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => torch.vmap((Tensor a) => a, in_dims: 2)(x));
        Assert.Throws<ArgumentException>(() => torch.vmap((Tensor a, Tensor b) => a + b, (null, null))(x, x));
        Assert.ThrowsAny<TorchException>(() => torch.vmap(a => torch.tensor(a.sum().item<float>()))(x));
        Assert.Throws<KeyNotFoundException>(() => torch.vmap((Tensor a) => throw new KeyNotFoundException())(x));
        Assert.Equal([3L, 2L], (x + 1).shape);
        Assert.Equal(0f, x.sum().item<float>());
    }
}
