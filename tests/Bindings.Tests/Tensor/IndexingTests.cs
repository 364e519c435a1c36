using System.Text.Json;
using Bindings.Tests.Goldens;
using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.TensorCore;

public sealed class IndexingTests
{
    [Fact]
    public void ReadsAndWritesAgreeWithTheOracle()
    {
        int cases = 0;
        foreach (JsonElement golden in Golden.Cases("core", "indexing.json"))
        {
            using DisposeScope scope = NewDisposeScope();
            long[] shape = [.. golden.GetProperty("shape").EnumerateArray().Select(size => size.GetInt64())];
            TensorIndex[] parts = [.. golden.GetProperty("parts").EnumerateArray().Select(Part)];
            string what = $"shape [{string.Join(", ", shape)}], index {golden.GetProperty("parts").GetRawText()}";
            Tensor tensor = torch.arange((float)shape.Aggregate(1L, (a, b) => a * b)).reshape(shape);
            cases++;
            if (golden.TryGetProperty("error", out _))
            {
                Assert.ThrowsAny<TorchException>(() => tensor[parts]);
                continue;
            }

            Golden.AssertEqual(golden.GetProperty("result"), tensor[parts], 0, 0, what);
            Tensor written = tensor.clone();
            written[parts] = torch.tensor(-1f);
            Golden.AssertEqual(golden.GetProperty("put"), written, 0, 0, what);
        }

        Assert.Equal(220, cases);
    }

    [Fact]
    public void RangesAndIndicesFromTheEndWork()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.arange(10);
        Assert.Equal([7L, 8, 9], x[^3..].data<long>().ToArray());
        Assert.Equal([2L, 3], x[2..4].data<long>().ToArray());
        Assert.Equal(8L, x[^2].item<long>());
        Assert.Empty(x[^0..].data<long>().ToArray());
        Assert.Equal([0L, 3, 6, 9], x[TensorIndex.Slice(step: 3)].data<long>().ToArray());
    }

    [Fact]
    public void PositionsOutOfRangeNameTheDimension()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.zeros(2, 3);
        Assert.Equal("index 2 is out of bounds for dimension 0 with size 2", Assert.Throws<TorchIndexException>(() => x[2]).Message);
        Assert.Equal("index -4 is out of bounds for dimension 1 with size 3",
            Assert.Throws<TorchIndexException>(() => x[TensorIndex.Colon, TensorIndex.Single(-4)]).Message);
        Assert.Contains("too many indices", Assert.Throws<TorchIndexException>(() => x[TensorIndex.Colon, TensorIndex.Colon, TensorIndex.Colon]).Message);
        Assert.Contains("must be long, int, byte or bool", Assert.Throws<TorchIndexException>(() => x[torch.tensor(new[] { 0.5f })]).Message);
    }

    [Fact]
    public void AViewSharesItsData()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.zeros(3, 4);
        x[1].fill_(5);
        x[TensorIndex.Colon, TensorIndex.Single(0)] = torch.tensor(7f);
        Assert.Equal([7f, 0, 0, 0, 7, 5, 5, 5, 7, 0, 0, 0], x.data<float>().ToArray());
    }

    [Fact]
    public void AccumulatingAddsRepeatedPositions()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = torch.zeros(3);
        x.index_put_(torch.ones(4), [TensorIndex.Tensor(torch.tensor(new long[] { 0, 0, 2, 0 }))], accumulate: true);
        Assert.Equal([3f, 0, 1], x.data<float>().ToArray());
    }

    private static TensorIndex Part(JsonElement part)
    {
        if (part.ValueKind == JsonValueKind.Null)
        {
            return TensorIndex.None;
        }

        if (part.ValueKind == JsonValueKind.String)
        {
            return TensorIndex.Ellipsis;
        }

        if (part.ValueKind == JsonValueKind.Number)
        {
            return TensorIndex.Single(part.GetInt64());
        }

        if (part.TryGetProperty("slice", out JsonElement slice))
        {
            long?[] bounds = [.. slice.EnumerateArray().Select(bound => bound.ValueKind == JsonValueKind.Null ? (long?)null : bound.GetInt64())];
            return TensorIndex.Slice(bounds[0], bounds[1], bounds[2]);
        }

        return part.TryGetProperty("mask", out JsonElement mask)
            ? torch.tensor(mask.EnumerateArray().Select(value => value.GetBoolean()).ToArray())
            : torch.tensor(part.GetProperty("tensor").EnumerateArray().Select(value => value.GetInt64()).ToArray());
    }
}
