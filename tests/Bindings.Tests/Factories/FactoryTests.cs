using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Factories;

public sealed class FactoryTests
{
    [Fact]
    public void ShapesCanBeGivenInEveryForm()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal([2L, 3], torch.zeros(2, 3).shape);
        Assert.Equal([2L, 3], torch.zeros(2L, 3L).shape);
        Assert.Equal([2L, 3], torch.ones([2, 3]).shape);
        Assert.Equal([2L, 3], torch.full(new long[] { 2, 3 }, 7).shape);
        Assert.Equal([5L], torch.rand(5).shape);
        Assert.Equal([1L, 2, 3, 4], torch.randn(1, 2, 3, 4, dtype: float64).shape);
        Assert.Empty(torch.tensor(3).shape);
        Assert.Equal([2L, 3, 4], torch.empty((ReadOnlySpan<long>)[2, 3, 4], int32).shape);
    }

    [Fact]
    public void TypesFollowTheNumbers()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Equal(float32, torch.zeros(1).dtype);
        Assert.Equal(int64, torch.arange(3).dtype);
        Assert.Equal(float32, torch.arange(0, 1, 0.25).dtype);
        Assert.Equal(int64, torch.full([1], 3).dtype);
        Assert.Equal(@bool, torch.full([1], true).dtype);
        Assert.Equal(int32, torch.tensor(3).dtype);
        Assert.Equal(float64, torch.tensor(3.0).dtype);
        Assert.Equal(float16, torch.tensor([1f], float16).dtype);
        Assert.Equal(uint8, torch.tensor(new byte[] { 1 }).dtype);
    }

    [Fact]
    public void TheSameSeedGivesPythonsNumbers()
    {
        using DisposeScope scope = NewDisposeScope();
        torch.manual_seed(0);
        Assert.Equal([0.4962565899f, 0.7682217956f, 0.0884774327f], torch.rand(3).data<float>().ToArray());
        Assert.Equal([0.3643381894f, 0.1343963295f, 0.1642162502f], torch.randn(3).data<float>().ToArray());
    }

    [Fact]
    public void AGeneratorOfOnesOwnLeavesTheDefaultAlone()
    {
        using DisposeScope scope = NewDisposeScope();
        using var generator = new Generator(42);
        using Tensor before = torch.get_rng_state();
        float[] first = torch.rand(4, generator: generator).data<float>().ToArray();
        Assert.True(torch.ops.aten.equal(before, torch.get_rng_state()));
        generator.manual_seed(42);
        Assert.Equal(first, torch.rand(4, generator: generator).data<float>().ToArray());
        using Tensor state = generator.get_state();
        float[] next = torch.rand(4, generator: generator).data<float>().ToArray();
        generator.set_state(state);
        Assert.Equal(next, torch.rand(4, generator: generator).data<float>().ToArray());
    }

    [Fact]
    public void MistakesAreClear()
    {
        Assert.ThrowsAny<TorchException>(() => torch.zeros(-1, 2));
        Assert.Contains("the array has 12", Assert.ThrowsAny<TorchException>(() => torch.tensor([1f, 2f, 3f], [2, 2])).Message);
        Assert.Throws<ArgumentException>(() => torch.from_array(new string[] { "a" }));
        Assert.Throws<ArgumentException>(() => new Device("gpu"));
        Assert.Throws<ArgumentException>(() => new Device("cuda:x"));
        if (!cuda.is_available())
        {
            Assert.Contains("CUDA", Assert.Throws<InvalidOperationException>(() => torch.zeros(1, device: CUDA)).Message);
        }
    }
}
