using System.Numerics.Tensors;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Numerics;

public class NumericsTensorTests
{
    [Fact]
    public void A_span_is_the_same_memory_with_the_same_strides()
    {
        using DisposeScope scope = NewDisposeScope();
        torch.Tensor tensor = arange(6, dtype: ScalarType.Float32).reshape(2, 3).t();
        TensorSpan<float> span = tensor.AsTensorSpan<float>();
        Assert.Equal([3, 2], span.Lengths.ToArray());
        Assert.Equal(4f, span[1, 1]);
        span[2, 0] = 40;
        Assert.Equal(40f, tensor[2, 0].item<float>());
        Assert.Equal(2, ones(1).expand(2, 3).AsTensorSpan<float>().Rank);
        Assert.Equal(7L, tensor_of(7L).AsTensorSpan<long>()[0]);
        Assert.True(zeros(0, 3).AsTensorSpan<float>().IsEmpty);

        static torch.Tensor tensor_of(long value) => torch.tensor(value);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(0, 3)]
    [InlineData(1, 1)]
    public void Copies_go_there_and_back(int rows, int columns)
    {
        using DisposeScope scope = NewDisposeScope();
        torch.Tensor original = arange(rows * columns, dtype: ScalarType.Float64).reshape(rows, columns);
        System.Numerics.Tensors.Tensor<double> there = original.t().ToNumericsTensor<double>();
        Assert.Equal([columns, rows], there.Lengths.ToArray());
        torch.Tensor back = there.ToTorchTensor();
        Assert.Equal(ScalarType.Float64, back.dtype);
        Assert.True(ops.aten.equal(original.t().contiguous(), back));
        if (rows > 1)
        {
            Assert.True(ops.aten.equal(original.t(), original.t().AsTensorSpan<double>().ToTorchTensor()));
        }
    }

    [Fact]
    public void A_tensor_without_dimensions_becomes_one_of_length_one() =>
        Assert.Equal([1], full(Array.Empty<long>(), 2f).ToNumericsTensor<float>().Lengths.ToArray());

    [Fact]
    public void Other_types_and_places_say_why()
    {
        using DisposeScope scope = NewDisposeScope();
        Assert.Contains("Float32", Assert.Throws<ArgumentException>(() => ones(2).ToNumericsTensor<double>()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => ones(2).AsTensorSpan<int>());
        Assert.Throws<ArgumentException>(() => ones(2, 2).to_sparse().AsTensorSpan<float>());
        Assert.Throws<ArgumentException>(() => System.Numerics.Tensors.Tensor.Create(new[] { 1m }).ToTorchTensor());
    }
}
