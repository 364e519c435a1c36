using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Surface;

/// <summary>The literal 0 converts to any enumeration: as a dimension it must not become the element type <see cref="ScalarType.Byte"/>.</summary>
public class LiteralDimensionTests
{
    [Fact]
    public void Zero_is_a_dimension_and_no_type()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = arange(6f).reshape(2, 3);
        foreach (Tensor sum in new[] { x.sum(0), torch.sum(x, 0), sparse_.sum(x.to_sparse(), 0).to_dense() })
        {
            Assert.Equal([3f, 5f, 7f], sum.data<float>().ToArray());
        }

        Assert.Equal([0f, 4f, 10f], x.prod(0).data<float>().ToArray());
        Assert.Equal([0f, 4f, 10f], torch.prod(x, 0).data<float>().ToArray());
        Assert.Equal([1.5f, 2.5f, 3.5f], x.mean(0).data<float>().ToArray());
        Assert.Equal([1.5f, 2.5f, 3.5f], torch.mean(x, 0).data<float>().ToArray());
    }

    [Fact]
    public void Types_are_still_types()
    {
        using Tensor x = ones(3);
        using Tensor sum = x.sum(ScalarType.Float64);
        Assert.Equal(ScalarType.Float64, sum.dtype);
        using Tensor bytes = x.sum(ScalarType.Byte);
        Assert.Equal(ScalarType.Byte, bytes.dtype);
    }
}
