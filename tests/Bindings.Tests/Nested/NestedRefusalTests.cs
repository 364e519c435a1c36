using TorchSharp;
using static TorchSharp.torch;
using aten = TorchSharp.torch.ops.aten;

namespace Bindings.Tests.Nested;

/// <summary>What makes no sense of a nested tensor is one typed exception that says so, and what the kernels take for granted is checked.</summary>
public sealed class NestedRefusalTests
{
    public static TheoryData<string> Names => [.. Questions.Keys];

    private static IReadOnlyDictionary<string, Action<Tensor>> Questions { get; } = new Dictionary<string, Action<Tensor>>
    {
        ["shape"] = x => _ = x.shape,
        ["size()"] = x => x.size(),
        ["stride()"] = x => x.stride(),
        ["stride(0)"] = x => x.stride(0),
        ["data"] = x => x.data<float>(),
        ["ReadCpuSingle"] = x => x.ReadCpuSingle(0),
        ["ReadCpuValue"] = x => x.ReadCpuValue<float>(0),
        ["np.save"] = x => np.save(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), x),
        ["safetensors"] = x => safetensors.torch.save_file(
            new Dictionary<string, Tensor> { ["x"] = x }, Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public void Has_no_shape(string name)
    {
        using Tensor x = Made();
        string message = Assert.ThrowsAny<TorchException>(() => Questions[name](x)).Message;
        Assert.Contains("a nested tensor has no", message, StringComparison.Ordinal);
        Assert.Contains("to_padded_tensor", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Is_no_number_and_no_truth_value()
    {
        using Tensor x = Made();
        Assert.ThrowsAny<TorchException>(() => x.item<float>());
        Assert.ThrowsAny<TorchException>(() => x.ToScalar());
        Assert.ThrowsAny<TorchException>(() => (float)x);
        Assert.ThrowsAny<TorchException>(() => (bool)x);
        Assert.ThrowsAny<TorchException>(() => x.tolist());
    }

    [Fact]
    public void Is_neither_saved_nor_shared_nor_stacked()
    {
        using Tensor x = Made();
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        Assert.Contains("nested", Assert.Throws<NotSupportedException>(() => torch.serialization.save(x, path)).Message, StringComparison.Ordinal);
        Assert.Throws<NotSupportedException>(() => x.save(path));
        Assert.False(File.Exists(path));
        Assert.Contains("nested", Assert.Throws<ArgumentException>(() => torch.utils.dlpack.to_dlpack(x)).Message, StringComparison.Ordinal);
        Assert.Contains("nested", Assert.Throws<ArgumentException>(() => torch.utils.data.default_collate<Tensor>([x, x])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Positions_of_the_list_are_what_an_index_means()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Made();
        Assert.Equal([2, 3], x[0].shape);
        Assert.Equal([3, 3], x[-1].shape);
        Assert.Equal([3], x[1, 2].shape);
        Assert.Contains("out of bounds", Assert.Throws<TorchIndexException>(() => x[2]).Message, StringComparison.Ordinal);
        Assert.Throws<TorchIndexException>(() => x[-3]);
        x[0] = ones(2, 3);
        Assert.Equal(6, x[0].sum().item<float>());
        Assert.ThrowsAny<TorchException>(() => x[TensorIndex.Colon, 0]);
        Assert.ThrowsAny<TorchException>(() => x[tensor(new long[] { 0 })]);
        Assert.ThrowsAny<TorchException>(() => x[..1]);
    }

    [Fact]
    public void Equality_of_objects_disposal_and_words_work()
    {
        Tensor x = Made();
        Assert.True(x.Equals((object)x));
        Assert.Equal(x.GetHashCode(), x.GetHashCode());
        Assert.Equal("[2x*x3], type = Float32, device = cpu", x.ToString(TorchSharp.TensorStringStyle.Metadata));
        Assert.StartsWith("nested_tensor([", x.ToString(TorchSharp.TensorStringStyle.Numpy), StringComparison.Ordinal);
        Assert.StartsWith("nested_tensor([", x.ToString(TorchSharp.TensorStringStyle.Julia), StringComparison.Ordinal);
        Assert.StartsWith("nested_tensor([", x.ToString(TorchSharp.TensorStringStyle.CSharp), StringComparison.Ordinal);
        x.Dispose();
        x.Dispose();
        Assert.Equal("tensor(disposed)", x.ToString());
        Assert.Throws<ObjectDisposedException>(() => x.is_nested);
        Assert.Throws<ObjectDisposedException>(() => x.size(0));
        Assert.Throws<ObjectDisposedException>(() => x.to_padded_tensor(0));
    }

    [Fact]
    public void Errors_of_operators_tell_its_sizes_and_their_own_reason()
    {
        using DisposeScope scope = NewDisposeScope();
        string message = Assert.ThrowsAny<TorchException>(() => Made() + ones(3)).Message;
        Assert.Contains("nested Float32[2, *, 3]", message, StringComparison.Ordinal);
        Assert.Contains("to be nested", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Padding_of_dense_tensors_and_into_wrong_sizes_is_refused()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.ThrowsAny<TorchException>(() => ones(2, 2).to_padded_tensor(0));
        Assert.ThrowsAny<TorchException>(() => Made().to_padded_tensor(0, [-2, -3, -3]));
        Assert.ThrowsAny<TorchException>(() => Made().to_padded_tensor(0, [2, 3, 1L << 60]));
        Assert.ThrowsAny<TorchException>(() => Made().to_padded_tensor(0, []));
        Assert.Throws<ArgumentNullException>(() => nested.to_padded_tensor(null!, 0));
    }

    [Fact]
    public void Attention_outside_of_the_fast_path_takes_none()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = nested.nested_tensor([randn(2, 4), randn(3, 4)]);
        using var attention = nn.MultiheadAttention(4, 2, batch_first: true);
        using var layer = nn.TransformerEncoderLayer(4, 2, 8, batch_first: true);
        using var encoder = nn.TransformerEncoder(layer, 2);
        Assert.Contains("eval()", Assert.Throws<TorchNotImplementedException>(() => attention.call(x, x, x)).Message, StringComparison.Ordinal);
        Assert.ThrowsAny<TorchException>(() => layer.call(x));
        attention.eval();
        encoder.eval();
        layer.eval();
        using IDisposable mode = no_grad();
        Tensor padding = zeros(2, 3, dtype: ScalarType.Bool);
        Assert.Throws<TorchNotImplementedException>(() => attention.call(x, x, x, padding));
        Assert.Throws<TorchNotImplementedException>(() => layer.call(x, null, padding));
        Assert.Throws<TorchNotImplementedException>(() => encoder.call(x, null, padding));
        Assert.Throws<TorchNotImplementedException>(() => attention.call(x, nested.nested_tensor([randn(2, 4), randn(3, 4)]), x));
        Assert.Throws<ArgumentException>(() => attention.call(x, randn(2, 3, 4), x));
        Assert.Throws<ArgumentException>(() => layer.call(nested.nested_tensor([])));
        Assert.Throws<ArgumentException>(() => layer.call(nested.nested_tensor([randn(2, 3)])));
        Assert.ThrowsAny<TorchException>(() => layer.call(nested.nested_tensor([randn(2, 3), randn(2, 4)])));
    }

    [Fact]
    public void Kernels_are_given_what_they_divide_by_and_read()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = nested.nested_tensor([randn(2, 4), randn(3, 4)]), w = randn(12, 4), b = randn(12), p = randn(4, 4), one = randn(4);
        Assert.Throws<TorchValueException>(() => aten._native_multi_head_attention(x, x, x, 4, 0, w, b, p, one));
        Assert.Throws<TorchValueException>(() => Layer(0, one));
        Assert.Throws<TorchValueException>(() => Layer(2, randn(1)));
        Assert.Throws<TorchValueException>(() => aten._nested_sum_backward(nested.nested_tensor([randn(1, 1)]), x, [-1], true));
        Assert.True(Layer(2, one).is_nested);
        Assert.ThrowsAny<TorchException>(() => aten._nested_tensor_layer_norm(nested.nested_tensor([]), one, one, 1e-5));
        Assert.ThrowsAny<TorchException>(() => aten._nested_tensor_layer_norm(x, randn(1), one, 1e-5));

        Tensor Layer(long heads, Tensor norm) => aten._transformer_encoder_layer_fwd(
            x, 4, heads, w, b, p, one, false, false, 1e-5, norm, one, one, one, randn(8, 4), randn(8), randn(4, 8), one);
    }

    [Fact]
    public void What_would_look_for_sizes_is_told_before()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = Made(), vectors = nested.nested_tensor([ones(2), ones(3)]), numbers = nested.nested_tensor([tensor(1f), tensor(2f)]);
        Assert.Throws<TorchNotImplementedException>(() => aten.trapezoid_dx(x));
        Assert.Throws<TorchNotImplementedException>(() => aten.trapz_dx(x));
        Assert.Throws<TorchNotImplementedException>(() => aten.gather_backward(x, x, 1, zeros(1, dtype: ScalarType.Int64), false));
        Assert.ThrowsAny<TorchException>(() => vectors.select(1, 0));
        Assert.ThrowsAny<TorchException>(() => vectors.select(-1, 0));
        Assert.ThrowsAny<TorchException>(() => aten._nested_select_backward(ones(1), vectors, -1, 0));
        Assert.ThrowsAny<TorchException>(() => aten._nested_compute_contiguous_strides_offsets(zeros(0, 1, 3, 2, dtype: ScalarType.Int64)));
        Assert.ThrowsAny<TorchException>(
            () => aten.scaled_dot_product_attention(ones(1, 2, 3, 4), ones(1, 0, 3, 4), ones(1, 0, 3, 4), enable_gqa: true));
        Assert.ThrowsAny<TorchException>(() => x.select(-1, 0));
        Assert.ThrowsAny<TorchException>(() => x.select(1, 2));
        Assert.ThrowsAny<TorchException>(() => x.select(2, -4));
        Assert.ThrowsAny<TorchException>(() => aten._nested_sum_backward(vectors, vectors, [1], true));
        Assert.Equal([3], vectors.select(0, 1).shape);
        Assert.Equal([3], vectors.select(-2, 1).shape);
        Assert.ThrowsAny<TorchException>(() => numbers.chunk(1, 0));
        Assert.ThrowsAny<TorchException>(() => numbers.split(1, 0));
        Assert.ThrowsAny<TorchException>(() => ones(2).set_(x));
        Assert.ThrowsAny<TorchException>(() => torch.zeros_like(x, names: ["a", "b", "c"]));
    }

    private static Tensor Made() => nested.nested_tensor([arange(6.0f).reshape(2, 3), arange(9.0f).reshape(3, 3)]);

    [Fact]
    public void Quantized_tensors_are_refused()
    {
        using var scope = NewDisposeScope();
        var quantized = torch.quantize_per_tensor(torch.ones(3), 0.1, 0, ScalarType.QUInt8);
        Assert.Contains("dequantize()", Assert.ThrowsAny<Exception>(() => torch.nested.nested_tensor([quantized])).Message);
        Assert.Contains("dequantize()", Assert.ThrowsAny<Exception>(() => torch.nested.as_nested_tensor([quantized, quantized])).Message);
    }
}
