using Bindings.Tests.NN;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Cuda;

/// <summary>Mixed precision on a device.</summary>
[Trait("Category", "Cuda")]
public sealed class CudaAutocastTests
{
    [CudaTheory(CudaPart.Bfloat16)]
    [InlineData(ScalarType.Float16)]
    [InlineData(ScalarType.BFloat16)]
    public void Products_are_made_in_the_short_type_and_sums_in_the_long_one(ScalarType type)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (x, w) = (randn(8, 8, device: CUDA), randn(8, 8, device: CUDA, requires_grad: true));
        using (autocast(DeviceType.CUDA, type))
        {
            Assert.Equal(type, x.mm(w).dtype);
            Assert.Equal(type, nn.functional.linear(x, w).dtype);
            Assert.Equal(ScalarType.Float32, x.mm(w).softmax(1).dtype);
            Assert.Equal(ScalarType.Float32, x.mm(w).exp().dtype);
            Assert.Equal(ScalarType.Float32, (x + x).dtype);
            var loss = nn.functional.mse_loss(x.mm(w), zeros(8, 8, device: CUDA));
            Assert.Equal(ScalarType.Float32, loss.dtype);
            loss.backward();
        }

        Assert.Equal(ScalarType.Float32, w.grad!.dtype);
        Assert.Equal(ScalarType.Float32, x.mm(w).dtype);
        CudaDevice.AssertAgrees(x.to(type).mm(w.to(type)).cpu(), Cast(x, w, type), 0);
    }

    [CudaFact]
    public void The_processor_s_mode_leaves_the_device_alone()
    {
        using var scope = NewDisposeScope();
        var x = randn(4, 4, device: CUDA);
        using (autocast(DeviceType.CPU))
        {
            Assert.Equal(ScalarType.Float32, x.mm(x).dtype);
        }

        using (cuda.amp.autocast())
        {
            Assert.Equal(ScalarType.Float16, x.mm(x).dtype);
            Assert.Equal(ScalarType.Float32, x.cpu().mm(x.cpu()).dtype);
        }
    }

    [CudaFact]
    public void A_convolution_with_its_normalization_trains_in_half_precision()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using var network = nn.Sequential(nn.Conv2d(3, 8, 3), nn.BatchNorm2d(8), nn.ReLU(), nn.Flatten(), nn.Linear(288, 4));
        network.cuda();
        using var optimizer = optim.SGD(network.parameters(), 0.05);
        var (x, y) = (randn(16, 3, 8, 8, device: CUDA), randint(0, 4, [16], dtype: int64, device: CUDA));
        var losses = new List<float>();
        for (var step = 0; step < 30; step++)
        {
            optimizer.zero_grad();
            Tensor loss;
            using (cuda.amp.autocast())
            {
                loss = nn.functional.cross_entropy(network.call(x), y);
            }

            loss.backward();
            optimizer.step();
            losses.Add(loss.item<float>());
        }

        Assert.True(losses[^1] < losses[0] / 2, $"{losses[0]} to {losses[^1]}");
        Assert.All(network.parameters(), parameter => Assert.Equal(ScalarType.Float32, parameter.dtype));
    }

    [CudaFact]
    public void A_scaled_loss_gives_unscaled_steps_and_an_infinite_one_none()
    {
        using var scope = NewDisposeScope();
        using var layer = nn.Linear(3, 1);
        layer.cuda();
        using var optimizer = optim.SGD(layer.parameters(), 0.1);
        using var scaler = new cuda.amp.GradScaler(init_scale: 1024);
        var before = layer.bias!.detach().clone();
        scaler.scale(layer.call(ones(4, 3, device: CUDA)).mean()).backward();
        scaler.step(optimizer);
        scaler.update();
        Assert.True(allclose(before - 0.1f, layer.bias.detach(), 1e-5, 1e-6));
        Assert.Equal(1024, scaler.get_scale());

        optimizer.zero_grad();
        var kept = layer.bias.detach().clone();
        scaler.scale(layer.call(ones(4, 3, device: CUDA)).mean() * float.PositiveInfinity).backward();
        scaler.step(optimizer);
        scaler.update();
        Assert.True(kept.SameAs(layer.bias.detach()));
        Assert.Equal(512, scaler.get_scale());
    }

    private static Tensor Cast(Tensor x, Tensor w, ScalarType type)
    {
        using (autocast(DeviceType.CUDA, type))
        {
            return x.mm(w);
        }
    }
}
