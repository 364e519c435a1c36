using TorchSharp;
using static TorchSharp.torch;

namespace Bindings.Tests.Serialization;

/// <summary>Parts of tensors, read from the file alone.</summary>
public class SafetensorsSliceTests
{
    [Fact]
    public void A_part_read_from_the_file_is_the_part_of_the_tensor()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        var random = new Random(3);
        var tensors = new Dictionary<string, Tensor>
        {
            ["cube"] = arange(7 * 5 * 6, dtype: ScalarType.Int32).reshape(7, 5, 6),
            ["row"] = arange(40_000, dtype: ScalarType.Float64),
            ["wide"] = arange(300 * 200, dtype: ScalarType.Int64).reshape(300, 200),
            ["four"] = arange(3 * 1 * 4 * 2, dtype: ScalarType.Int16).reshape(3, 1, 4, 2),
            ["scalar"] = tensor(3),
            ["empty"] = zeros(3, 0, 2),
        };
        safetensors.torch.save_file(tensors, folder.File("a.safetensors"));
        using var file = safetensors.safe_open(folder.File("a.safetensors"));
        for (var round = 0; round < 600; round++)
        {
            var (name, whole) = tensors.ElementAt(random.Next(tensors.Count));
            TensorIndex[] index = [.. whole.shape.Take(random.Next((int)whole.dim() + 1)).Select(size => RandomIndex(random, size))];
            if (random.Next(4) == 0)
            {
                index = [TensorIndex.Ellipsis, .. index];
            }
            using var inner = NewDisposeScope();
            // With an ellipsis first the indices count from the last dimension: those that are out of range are refused by both.
            Tensor expected;
            try
            {
                expected = index.Length == 0 ? whole : whole[index];
            }
            catch (TorchIndexException)
            {
                Assert.Throws<TorchIndexException>(() => file.get_slice(name)[index]);
                continue;
            }
            var part = file.get_slice(name)[index];
            Assert.Equal(expected.shape, part.shape);
            Assert.True(ops.aten.equal(expected, part), $"{name} in round {round}");
            Assert.True(part.is_contiguous());
        }
    }

    [Fact]
    public void What_is_no_slice_is_refused()
    {
        using var scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        safetensors.torch.save_file(new Dictionary<string, Tensor> { ["x"] = zeros(3, 4) }, folder.File("a.safetensors"));
        using var file = safetensors.safe_open(folder.File("a.safetensors"));
        var slice = file.get_slice("x");

        Assert.Equal("F32", slice.get_dtype());
        Assert.Throws<TorchIndexException>(() => slice[3]);
        Assert.Throws<TorchIndexException>(() => slice[0, -5]);
        Assert.Throws<TorchIndexException>(() => slice[0, 0, 0]);
        Assert.Throws<TorchIndexException>(() => slice[TensorIndex.Ellipsis, TensorIndex.Ellipsis]);
        Assert.Throws<NotSupportedException>(() => slice[TensorIndex.None]);
        Assert.Throws<NotSupportedException>(() => slice[TensorIndex.Tensor(arange(2))]);
        Assert.Throws<TorchValueException>(() => slice[TensorIndex.Slice(0, 2, -1)]);
    }

    private static TensorIndex RandomIndex(Random random, long size)
    {
        switch (random.Next(3))
        {
            case 0 when size > 0: return TensorIndex.Single(random.NextInt64(-size, size));
            case 1: return TensorIndex.Colon;
            default:
                long? start = random.Next(4) == 0 ? null : random.NextInt64(-size - 2, size + 3);
                long? stop = random.Next(4) == 0 ? null : random.NextInt64(-size - 2, size + 3);
                return TensorIndex.Slice(start, stop, random.Next(2) == 0 ? null : random.NextInt64(1, 4));
        }
    }
}
