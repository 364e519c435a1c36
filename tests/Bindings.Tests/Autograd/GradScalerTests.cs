using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bindings.Tests.Autograd;

/// <summary>The laws of torch.amp.GradScaler, on the CPU (Python 1.13 has it for CUDA only, later ones for both).</summary>
public sealed class GradScalerTests
{
    [Fact]
    public void Steps_are_those_without_a_scaler()
    {
        using DisposeScope scope = NewDisposeScope();
        using amp.GradScaler scaler = new cpu.amp.GradScaler(growth_interval: 3);
        (Parameter weight, optim.Optimizer optimizer) = Problem();
        (Parameter plain, optim.Optimizer other) = Problem();
        for (int step = 0; step < 5; step++)
        {
            optimizer.zero_grad();
            other.zero_grad();
            scaler.scale(Loss(weight)).backward();
            Assert.Equal(Math.Pow(2, step < 3 ? 16 : 17), scaler.get_scale());
            scaler.step(optimizer);
            scaler.update();
            Loss(plain).backward();
            other.step();
            Assert.True(weight.allclose(plain, 1e-6, 1e-7), $"step {step}: {weight} and {plain}");
        }
    }

    [Fact]
    public void A_step_that_overflows_is_left_out_and_lowers_the_scale()
    {
        using DisposeScope scope = NewDisposeScope();
        foreach (double value in new[] { double.PositiveInfinity, double.NegativeInfinity, double.NaN })
        {
            using var scaler = new amp.GradScaler("cpu", init_scale: 8, backoff_factor: 0.25, growth_interval: 2);
            (Parameter weight, optim.Optimizer optimizer) = Problem();
            Tensor before = weight.detach().clone();
            scaler.scale(Loss(weight)).backward();
            Assert.NotNull(weight.grad);
            weight.grad![1] = value;
            Assert.Null(scaler.step(optimizer));
            Assert.True(weight.Equals(before));
            scaler.update();
            Assert.Equal(2, scaler.get_scale());

            // The count of good iterations begins anew.
            foreach (double expected in new[] { 2.0, 4.0 })
            {
                optimizer.zero_grad();
                scaler.scale(Loss(weight)).backward();
                scaler.step(optimizer);
                scaler.update();
                Assert.Equal(expected, scaler.get_scale());
            }

            Assert.False(weight.Equals(before));
        }
    }

    [Fact]
    public void Unscaled_gradients_are_the_plain_ones()
    {
        using DisposeScope scope = NewDisposeScope();
        using var scaler = new amp.GradScaler("cpu", init_scale: 1024);
        foreach (ScalarType dtype in new[] { ScalarType.Float32, ScalarType.Float64, ScalarType.BFloat16 })
        {
            var weight = new Parameter(tensor(new[] { 1.0, 2.0, 3.0 }, dtype));
            using var optimizer = optim.SGD([weight], 0.1);
            scaler.scale((weight * weight).sum()).backward();
            scaler.unscale_(optimizer);
            Assert.True(weight.grad!.Equals(tensor(new[] { 2.0, 4.0, 6.0 }, dtype)));
            scaler.step(optimizer);
            scaler.update();
        }
    }

    [Fact]
    public void One_overflow_of_two_optimizers_counts_and_leaves_the_other_its_step()
    {
        using DisposeScope scope = NewDisposeScope();
        using var scaler = new amp.GradScaler("cpu", init_scale: 4);
        (Parameter weight, optim.Optimizer optimizer) = Problem();
        (Parameter broken, optim.Optimizer other) = Problem();
        Tensor before = weight.detach().clone();
        Tensor[] losses = scaler.scale([Loss(weight), Loss(broken)]);
        autograd.backward(losses);
        broken.grad![0] = double.NaN;
        scaler.step(optimizer);
        scaler.step(other);
        scaler.update();
        Assert.False(weight.Equals(before));
        Assert.True(broken.Equals(before));
        Assert.Equal(2, scaler.get_scale());
    }

    [Fact]
    public void Sparse_gradients_are_unscaled()
    {
        using DisposeScope scope = NewDisposeScope();
        using var scaler = new amp.GradScaler("cpu", init_scale: 16);
        using var embedding = nn.Embedding(4, 2, sparse: true);
        using var optimizer = optim.SGD(embedding.parameters(), 0.5);
        scaler.scale(embedding.call(tensor(new long[] { 1, 3, 3 })).sum()).backward();
        scaler.unscale_(optimizer);
        Tensor gradient = embedding.weight!.grad!;
        Assert.True(gradient.is_sparse);
        Assert.True(gradient.to_dense().Equals(tensor(new[] { 0f, 1, 0, 2 }).unsqueeze(1).expand(4, 2)));
    }

    [Fact]
    public void The_order_of_calls_is_checked()
    {
        using DisposeScope scope = NewDisposeScope();
        using var scaler = new amp.GradScaler("cpu");
        (Parameter weight, optim.Optimizer optimizer) = Problem();
        Assert.Contains("scaler.scale", Assert.Throws<InvalidOperationException>(() => scaler.step(optimizer)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => scaler.unscale_(optimizer));
        Assert.Throws<InvalidOperationException>(scaler.update);
        scaler.scale(Loss(weight));
        Assert.Contains("No inf checks", Assert.Throws<InvalidOperationException>(() => scaler.step(optimizer)).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(scaler.update);
        scaler.update(65536.0);
        scaler.scale(Loss(weight)).backward();
        scaler.unscale_(optimizer);
        Assert.Contains(
            "unscale_() has already been called on this optimizer since the last update()",
            Assert.Throws<InvalidOperationException>(() => scaler.unscale_(optimizer)).Message, StringComparison.Ordinal);
        scaler.step(optimizer);
        Assert.Contains(
            "step() has already been called since the last update()",
            Assert.Throws<InvalidOperationException>(() => scaler.step(optimizer)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "unscale_() is being called after step()",
            Assert.Throws<InvalidOperationException>(() => scaler.unscale_(optimizer)).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => scaler.step(optimizer, () => Loss(weight)));
        scaler.update();
        Assert.Contains("No inf checks", Assert.Throws<InvalidOperationException>(scaler.update).Message, StringComparison.Ordinal);
        var half = new Parameter(tensor(new[] { 1.0, 2 }, ScalarType.Float16));
        half.grad = ones_like(half);
        using var halves = optim.SGD([half], 0.1);
        Assert.Contains("FP16", Assert.Throws<ArgumentException>(() => scaler.unscale_(halves)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>(() => new amp.GradScaler("cpu", growth_factor: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new amp.GradScaler("cpu", backoff_factor: 1));
    }

    [Fact]
    public void The_scale_does_not_grow_past_floats_and_can_be_set()
    {
        using DisposeScope scope = NewDisposeScope();
        using var scaler = new amp.GradScaler("cpu", init_scale: Math.Pow(2, 127), growth_interval: 1);
        (Parameter weight, optim.Optimizer optimizer) = Problem();
        scaler.scale(weight.sum() * 0).backward();
        scaler.step(optimizer);
        scaler.update();
        Assert.Equal(Math.Pow(2, 127), scaler.get_scale());
        scaler.update(3.0);
        Assert.Equal(3, scaler.get_scale());
        scaler.update(tensor(5f));
        Assert.Equal(5, scaler.get_scale());
        Assert.Throws<ArgumentException>(() => scaler.update(ones(2)));
        Assert.Equal(15, scaler.scale(tensor(3.0)).item<double>());
    }

    [Fact]
    public void State_goes_on_where_it_was()
    {
        using DisposeScope scope = NewDisposeScope();
        using var scaler = new amp.GradScaler("cpu", init_scale: 4, growth_factor: 3, growth_interval: 3);
        (Parameter weight, optim.Optimizer optimizer) = Problem();
        for (int step = 0; step < 2; step++)
        {
            scaler.scale(Loss(weight)).backward();
            scaler.step(optimizer);
            scaler.update();
        }

        Dictionary<string, object?> state = scaler.state_dict();
        Assert.Equal(["scale", "growth_factor", "backoff_factor", "growth_interval", "_growth_tracker"], state.Keys);
        Assert.Equal([4.0, 3.0, 0.5, 3L, 2L], state.Values);
        using var stream = new MemoryStream();
        serialization.save(state, stream);
        using var other = new amp.GradScaler("cpu");
        other.load_state_dict((Dictionary<string, object?>)serialization.load(stream)!);
        other.scale(Loss(weight)).backward();
        other.step(optimizer);
        other.update();
        Assert.Equal(12, other.get_scale());
        other.load_state_dict(state);
        Assert.Equal(4, other.get_scale());
        Assert.Equal(3, other.get_growth_factor());
        Assert.Equal(0.5, other.get_backoff_factor());
        Assert.Equal(3, other.get_growth_interval());
        Assert.Throws<ArgumentException>(() => other.load_state_dict(new Dictionary<string, object?>()));
        Assert.Throws<ArgumentException>(() => other.load_state_dict(new Dictionary<string, object?> { ["scale"] = 1.0 }));
    }

    [Fact]
    public void A_scaler_that_is_not_enabled_passes_through()
    {
        using DisposeScope scope = NewDisposeScope();
        using var off = new amp.GradScaler("cpu", enabled: false);
        (Parameter weight, optim.Optimizer optimizer) = Problem();
        Tensor loss = Loss(weight);
        Assert.Same(loss, off.scale(loss));
        loss.backward();
        off.unscale_(optimizer);
        Tensor before = weight.detach().clone();
        Assert.NotNull(off.step(optimizer, () => Loss(weight)));
        off.update();
        Assert.False(weight.Equals(before));
        Assert.Empty(off.state_dict());
        Assert.False(off.is_enabled());
        Assert.Equal(1, off.get_scale());
        Assert.Equal(cuda.is_available(), new cuda.amp.GradScaler().is_enabled());
    }

    private static (Parameter weight, optim.Optimizer optimizer) Problem()
    {
        var weight = new Parameter(tensor(new[] { 1f, -2, 3 }));
        return (weight, optim.SGD([weight], 0.1, 0.9));
    }

    private static Tensor Loss(Tensor weight) => (weight.pow(2) * tensor(new[] { 0.5f, 0.25f, 1 })).sum();
}
