using TorchSharp;
using static TorchSharp.torch;

namespace TorchSharpCompat.Tests.Callers;

/// <summary>Calls on tensors and numbers that a program written for TorchSharp makes, by the names and the overloads that it uses.</summary>
public class TensorCallers
{
    private readonly Tensor row = tensor(new[] { 3f, 1, 2 });

    [Fact]
    public void Pairs_have_TorchSharps_names()
    {
        Assert.Equal(0, topk(row, 1).indices.item<long>());
        Assert.Equal(0, row.topk(1).indexes.item<long>());
        Assert.Equal([1L, 2, 0], sort(row).indices.data<long>().ToArray());
        Assert.Equal([1L, 2, 0], row.sort().Indices.data<long>().ToArray());
        Assert.Equal(0, cummax(row, 0).indices[2].item<long>());
        Assert.Equal(1, cummin(row, 0).indices[2].item<long>());
        Assert.Equal(3f, row.max(0).values.item<float>());
    }

    [Fact]
    public void Pooling_with_indices_has_TorchSharps_names()
    {
        using var pool = nn.MaxPool1d(3);
        Tensor input = row.reshape(1, 1, 3);
        Assert.Equal(0, pool.forward_with_indices(input).Indices.item<long>());
        Assert.Equal(3f, nn.functional.adaptive_max_pool1d_with_indices(input, 1).Values.item<float>());
        Assert.Equal(3f, nn.functional.max_pool1d_with_indices(input, 3).output.item<float>());
    }

    [Fact]
    public void What_leaves_a_scope_has_the_names_of_the_arguments()
    {
        (Tensor first, Tensor second) kept;
        using (var scope = NewDisposeScope())
        {
            kept = scope.MoveToOuter(row.clone(), row.neg());
            var (one, other) = scope.DisposeEverythingBut(kept.first, kept.second);
            Assert.False(one.IsInvalid || other.IsInvalid);
            scope.Detach(one, other);
        }

        Assert.Equal(-3f, kept.second[0].item<float>());
        kept.first.Dispose();
        kept.second.Dispose();
    }

    [Fact]
    public void A_scalar_may_be_used()
    {
        using Scalar half = 0.5.ToScalar();
        Assert.Equal([1.5f, 0.5f, 1], (row * half).data<float>().ToArray());
    }

    [Fact]
    public void A_long_with_a_type_is_that_type()
    {
        long count = 3;
        Assert.Equal((float32, int64, float64), (tensor(count, float32).dtype, tensor(count).dtype, tensor(2L, dtype: float64, device: CPU).dtype));
    }

    [Fact]
    public void All_bytes_may_be_set()
    {
        Tensor two = zeros(2);
        two.bytes = (byte[])[0, 0, 128, 63, 0, 0, 0, 64];
        Assert.Equal([1f, 2], two.data<float>().ToArray());
        Assert.Contains("8 bytes", Assert.Throws<ArgumentException>(() => two.bytes = new byte[7]).Message);
    }

    [Fact]
    public void Buffers_begin_at_an_element()
    {
        Assert.Equal([3, 4], frombuffer(new[] { 1, 2, 3, 4 }, int32, 2, 2).data<int>().ToArray());
        Assert.Equal([2, 3, 4], frombuffer(new[] { 1, 2, 3, 4 }, int32, offset: 1).data<int>().ToArray());
        Assert.Equal([513], frombuffer(new byte[] { 0, 1, 2 }, int16, offset: 1).data<short>().ToArray());
        Assert.Throws<ArgumentException>(() => frombuffer(new[] { 1, 2 }, int32, 2, 1));
    }

    [Fact]
    public void The_style_of_printing_may_be_set()
    {
        TorchSharp.TensorStringStyle before = torch.TensorStringStyle;
        try
        {
            torch.TensorStringStyle = julia;
            Assert.StartsWith("[3], type = Float32, device = cpu", row.str());
        }
        finally
        {
            torch.TensorStringStyle = before;
        }
    }

    [Fact]
    public void Jacobians_take_their_inputs_one_by_one()
    {
        Tensor[] blocks = [.. autograd.functional.jacobian((Tensor[] x) => x[0] * x[1], row, row + 1)];
        Assert.Equal([4f, 2, 3], blocks[0].diagonal().contiguous().data<float>().ToArray());
        Assert.Equal(4, autograd.functional.jacobian((Tensor[] x) => new[] { x[0], x[1] }, row, row).Count());
    }
}
