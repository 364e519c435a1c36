using Bindings.Tests.NN;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Cuda;

/// <summary>Chance on a device: seeds, states, and that the processor's is another.</summary>
[Trait("Category", "Cuda")]
public sealed class CudaRandomTests
{
    [CudaFact]
    public void The_same_seed_draws_the_same_numbers()
    {
        using var scope = NewDisposeScope();
        cuda.manual_seed(7).Dispose();
        var first = randn(100, device: CUDA);
        cuda.manual_seed(7).Dispose();
        Assert.True(first.SameAs(randn(100, device: CUDA)));
        manual_seed(7);
        Assert.True(first.SameAs(randn(100, device: CUDA)));
        Assert.Equal(7, cuda.initial_seed());
        cuda.manual_seed_all(8).Dispose();
        Assert.False(first.SameAs(randn(100, device: CUDA)));
        Assert.Equal(8, cuda.initial_seed());
    }

    [CudaFact]
    public void A_state_is_kept_and_brought_back()
    {
        using var scope = NewDisposeScope();
        var state = cuda.get_rng_state();
        Assert.Equal((DeviceType.CPU, ScalarType.Byte), (state.device_type, state.dtype));
        var first = rand(50, device: CUDA);
        cuda.set_rng_state(state);
        Assert.True(first.SameAs(rand(50, device: CUDA)));
        Assert.Equal(cuda.device_count(), cuda.get_rng_state_all().Length);
        cuda.set_rng_state_all([state]);
        Assert.True(first.SameAs(rand(50, device: CUDA)));
    }

    [CudaFact]
    public void Drawing_on_the_device_leaves_the_processor_s_numbers_alone()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var expected = rand(5);
        manual_seed(3);
        _ = rand(1000, device: CUDA);
        Assert.True(expected.SameAs(rand(5)));
    }

    [CudaFact]
    public void A_generator_of_one_s_own_draws_on_its_device()
    {
        using var scope = NewDisposeScope();
        using var generator = new Generator(5, CUDA);
        var first = rand([20], device: CUDA, generator: generator);
        generator.manual_seed(5);
        Assert.True(first.SameAs(rand([20], device: CUDA, generator: generator)));
        Assert.ThrowsAny<TorchException>(() => rand([2], device: CPU, generator: generator));
    }

    [CudaFact]
    public void Draws_follow_their_laws()
    {
        using var scope = NewDisposeScope();
        cuda.manual_seed(1).Dispose();
        var normal = randn(200_000, device: CUDA);
        Assert.Equal(0, normal.mean().item<float>(), 0.02);
        Assert.Equal(1, normal.std().item<float>(), 0.02);
        Assert.Equal(0.3, nn.functional.dropout(ones(200_000, device: CUDA), 0.3, training: true).eq(0).to_type(float32).mean().item<float>(), 0.02);
        var order = randperm(1000, device: CUDA);
        Assert.True(order.sort().Values.SameAs(arange(1000, dtype: int64, device: CUDA)));
    }
}
