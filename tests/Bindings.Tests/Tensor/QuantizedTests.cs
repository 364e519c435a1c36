using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.TensorCore;

/// <summary>What a quantized tensor tells of itself.</summary>
public sealed class QuantizedTests
{
    [Fact]
    public void Schemes_have_Pythons_names()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = arange(4, ScalarType.Float32).reshape(2, 2);
        Tensor whole = quantize_per_tensor(x, 0.1, 10, ScalarType.QUInt8);
        Tensor rows = quantize_per_channel(x, tensor(new[] { 0.5, 0.25 }), tensor(new long[] { 0, 2 }), 0, ScalarType.QInt8);
        Assert.Equal(torch.per_tensor_affine, whole.qscheme());
        Assert.Equal(torch.per_channel_affine, rows.qscheme());
        Assert.Equal("per_channel_affine", rows.qscheme().ToString());
        Assert.Equal([0.5, 0.25], rows.q_per_channel_scales().data<double>().ToArray());
        Assert.Equal(0.1, whole.q_scale());
        Assert.Equal(10, whole.q_zero_point());
        Assert.True(whole.dequantize().allclose(x, 0, 0.05));
        Assert.Equal([10, 20, 30, 40], whole.int_repr().data<byte>().ToArray());
        Assert.ThrowsAny<TorchException>(() => x.qscheme());
    }

    [Fact]
    public void They_print_as_in_Python()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = arange(4, ScalarType.Float32).reshape(2, 2);
        string python = """
            tensor([[0., 1.],
                    [2., 3.]], size=(2, 2), dtype=torch.qint8,
                   quantization_scheme=torch.per_channel_affine,
                   scale=tensor([0.5000, 0.2500], dtype=torch.float64),
                   zero_point=tensor([0, 2]), axis=0)
            """;
        Tensor rows = quantize_per_channel(x, tensor(new[] { 0.5, 0.25 }), tensor(new long[] { 0, 2 }), 0, ScalarType.QInt8);
        Assert.Equal(python.ReplaceLineEndings("\n"), rows.ToString(TorchSharp.TensorStringStyle.Python));
        python = """
            tensor([[0., 1.],
                    [2., 3.]], size=(2, 2), dtype=torch.quint8,
                   quantization_scheme=torch.per_tensor_affine, scale=1.0, zero_point=10)
            """;
        Assert.Equal(python.ReplaceLineEndings("\n"), quantize_per_tensor(x, 1, 10, ScalarType.QUInt8).ToString(TorchSharp.TensorStringStyle.Python));
    }
}
