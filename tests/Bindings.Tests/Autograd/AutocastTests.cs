using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Autograd;

public sealed class AutocastTests
{
    [Fact]
    public void OperatorsRunInTheTypeThatPythonChooses()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.randn(4, 4), w = torch.randn(4, 4, requires_grad: true);
        using (Autocast mode = torch.autocast("cpu"))
        {
            Assert.True(mode.Enabled);
            Assert.True(torch.is_autocast_cpu_enabled());
            Tensor product = x.mm(w);
            Assert.Equal(ScalarType.BFloat16, product.dtype);
            Assert.Equal(ScalarType.BFloat16, nn.functional.linear(x, w).dtype);
            Assert.Equal(ScalarType.Float32, (x + x).dtype);
            Assert.Equal(ScalarType.Float32, (product + x).dtype);
            Assert.Equal(ScalarType.Float32, nn.functional.mse_loss(product, x).dtype);
            using (torch.autocast(DeviceType.CPU, enabled: false))
            {
                Assert.Equal(ScalarType.Float32, x.mm(w).dtype);
            }

            Assert.Equal(ScalarType.BFloat16, x.mm(w).dtype);
            nn.functional.mse_loss(product, x).backward();
        }

        Assert.Equal(ScalarType.Float32, w.grad!.dtype);
        Assert.False(torch.is_autocast_cpu_enabled());
        Assert.Equal(ScalarType.Float32, x.mm(w).dtype);
    }

    [Fact]
    public void TheCastsAreThoseOfConvertingByHand()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.randn(3, 5), w = torch.randn(5, 2);
        using (cpu.amp.autocast())
        {
            Assert.True(torch.allclose(x.mm(w), x.to_type(ScalarType.BFloat16).mm(w.to_type(ScalarType.BFloat16)), 0, 0));
        }
    }

    [Fact]
    public void WeightsAreCastAnewOnceTheOutermostModeIsLeft()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.ones(1, 1), w = torch.ones(1, 1, requires_grad: true);
        using (torch.autocast("cpu"))
        {
            Assert.Equal(1f, x.mm(w).to_type(ScalarType.Float32).item<float>());
            using (no_grad())
            {
                w.fill_(3);
            }

            // The cast of a leaf is remembered within the mode, as in Python.
            Assert.Equal(1f, x.mm(w).to_type(ScalarType.Float32).item<float>());
            torch.clear_autocast_cache();
            Assert.Equal(3f, x.mm(w).to_type(ScalarType.Float32).item<float>());
            using (no_grad())
            {
                w.fill_(5);
            }
        }

        using (torch.autocast("cpu", cache_enabled: false))
        {
            Assert.False(torch.is_autocast_cache_enabled());
            Assert.Equal(5f, x.mm(w).to_type(ScalarType.Float32).item<float>());
        }

        Assert.True(torch.is_autocast_cache_enabled());
    }

    [Fact]
    public void CudaWithoutCudaIsOffAndTypesThatCannotBeAreRefused()
    {
        using (Autocast mode = torch.cuda.amp.autocast())
        {
            Assert.Equal(torch.cuda.is_available(), mode.Enabled);
        }

        Assert.Throws<ArgumentException>(() => torch.autocast("cpu", ScalarType.Float32));
        Assert.Throws<ArgumentException>(() => torch.amp.autocast("cuda", ScalarType.Float64));
        using (torch.autocast("cpu", ScalarType.Float64, enabled: false))
        {
            Assert.False(torch.is_autocast_cpu_enabled());
        }

        Assert.Equal(ScalarType.BFloat16, torch.get_autocast_cpu_dtype());
        Assert.Equal(ScalarType.Float16, torch.get_autocast_gpu_dtype());
    }

    [Fact]
    public void TheModeBelongsToItsThread()
    {
        using Autocast mode = torch.autocast("cpu");
        (bool there, Exception? error) = (true, null);
        var other = new Thread(() => (there, error) = (torch.is_autocast_cpu_enabled(), Record.Exception(mode.Dispose)));
        other.Start();
        other.Join();
        Assert.False(there);
        Assert.IsType<InvalidOperationException>(error);
    }
}
