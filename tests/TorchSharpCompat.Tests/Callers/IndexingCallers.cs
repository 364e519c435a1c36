using TorchSharp;
using static TorchSharp.torch;

namespace TorchSharpCompat.Tests.Callers;

/// <summary>Numbers, pairs and ranges as indices where both parts of an index and tensors of positions would take them.</summary>
public class IndexingCallers
{
    private readonly Tensor grid = arange(12f).reshape(3, 4);

    [Fact]
    public void A_number_is_a_position()
    {
        Assert.Equal([4f, 5, 6, 7], grid.index(1).data<float>().ToArray());
        long last = 2;
        Assert.Equal([8f, 9, 10, 11], grid.index(last).data<float>().ToArray());
        Assert.Equal(6f, grid.index(1, 2).item<float>());
    }

    [Fact]
    public void A_number_is_where_values_are_put()
    {
        Tensor own = grid.clone();
        own.index_put_(9, 0);
        own.index_put_(tensor(7f), 1);
        own.index_put_(tensor(5f), last(own));
        Assert.Equal([9f, 9, 9, 9, 7, 7, 7, 7, 5, 5, 5, 5], own.data<float>().ToArray());

        static long last(Tensor x) => x.size(0) - 1;
    }

    [Fact]
    public void A_pair_is_a_range()
    {
        Assert.Equal([1f, 2, 5, 6, 9, 10], grid[.., (1, 3)].contiguous().data<float>().ToArray());
        Assert.Equal([4f, 5, 6, 7], grid[(1, 2)].data<float>().ToArray());
        Assert.Equal([4L, 4L], (long[])[grid[(1, null)].size(1), grid[(null, 2)].size(1)]);
    }

    [Fact]
    public void Tensors_are_still_positions_and_masks()
    {
        Tensor rows = tensor(new long[] { 2, 0 });
        Assert.Equal([8f, 0], grid[rows, zeros(2, dtype: int64)].data<float>().ToArray());
        Assert.Equal([8f, 0], grid.index([rows, zeros(2, dtype: int64)]).data<float>().ToArray());
        Assert.Equal([10f, 11], grid[grid > 9].data<float>().ToArray());
        Tensor own = grid.clone();
        own.index_put_(tensor(-1f), new[] { rows });
        Assert.Equal([-1f, 4, -1], own[.., 0].data<float>().ToArray());
    }
}
