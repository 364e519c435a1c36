using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Cuda;

/// <summary>The switches of cuDNN and cuBLAS change how something is computed, not what.</summary>
[Trait("Category", "Cuda")]
public sealed class CudaSwitchTests
{
    [CudaFact(CudaPart.CuDnn)]
    public void Convolutions_agree_with_and_without_cuDNN()
    {
        using var scope = NewDisposeScope();
        Assert.InRange(backends.cudnn.version() ?? 0, 7000, 200_000);
        using var convolution = nn.Conv2d(8, 8, 3);
        convolution.cuda();
        var x = randn(4, 8, 16, 16, device: CUDA);
        Tensor with, without, tried;
        using (backends.cudnn.flags(enabled: true, allow_tf32: false))
        {
            with = convolution.call(x);
        }

        using (backends.cudnn.flags(enabled: false))
        {
            Assert.False(backends.cudnn.enabled);
            without = convolution.call(x);
        }

        using (backends.cudnn.flags(enabled: true, benchmark: true, deterministic: true, allow_tf32: false))
        {
            Assert.True(backends.cudnn.benchmark && backends.cudnn.deterministic);
            tried = convolution.call(x);
        }

        Assert.True(allclose(with, without, 1e-3, 1e-3));
        Assert.True(allclose(with, tried, 1e-3, 1e-3));
        Assert.True(backends.cudnn.enabled);
    }

    [CudaFact]
    public void Products_in_tf32_are_near_those_in_full_precision()
    {
        using var scope = NewDisposeScope();
        var (a, b) = (randn(256, 256, device: CUDA), randn(256, 256, device: CUDA));
        var before = backends.cuda.matmul.allow_tf32;
        try
        {
            backends.cuda.matmul.allow_tf32 = false;
            var full = a.mm(b);
            backends.cuda.matmul.allow_tf32 = true;
            Assert.True(backends.cuda.matmul.allow_tf32);
            Assert.True(allclose(full, a.mm(b), 1e-2, 0.2));
        }
        finally
        {
            backends.cuda.matmul.allow_tf32 = before;
        }
    }

    [CudaFact]
    public void Attention_agrees_whichever_kernel_computes_it()
    {
        using var scope = NewDisposeScope();
        var (q, k, v) = (randn(2, 4, 16, 32), randn(2, 4, 16, 32), randn(2, 4, 16, 32));
        var expected = nn.functional.scaled_dot_product_attention(q, k, v);
        CudaDevice.AssertAgrees(expected, nn.functional.scaled_dot_product_attention(q.cuda(), k.cuda(), v.cuda()), 2e-3);
    }
}
