using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace Bindings.Tests.Data;

/// <summary>Datasets made of datasets, and samples that are no batches.</summary>
public class DatasetTests
{
    [Fact]
    public void Datasets_stand_side_by_side()
    {
        var stack = new StackDataset<Tensor, Tensor>(new Range(3), new Range(3));
        Assert.Equal(3, stack.Count);
        (Tensor first, Tensor second) = stack.GetTensor(2);
        Assert.Equal((2L, 2L), (first.item<long>(), second.item<long>()));
        using var loader = utils.data.DataLoader(stack, batch_size: 2);
        Assert.Equal([2, 1], loader.Select(batch => batch.Item1.size(0)));
        Assert.Throws<ArgumentException>(() => new StackDataset<Tensor, Tensor>(new Range(3), new Range(4)));

        var named = new StackDataset<Tensor>(new Dictionary<string, Dataset<Tensor>> { ["a"] = new Range(2), ["b"] = new Range(2) });
        Assert.Equal(["a", "b"], named.GetTensor(1).Keys);
        Assert.Equal(1L, named.GetTensor(1)["b"].item<long>());
        Assert.Throws<ArgumentException>(() => new StackDataset<Tensor>(new Dictionary<string, Dataset<Tensor>>()));
    }

    [Fact]
    public void Datasets_add_up()
    {
        ConcatDataset<Tensor> both = new Range(2) + new Range(3);
        Assert.Equal(5, both.Count);
        Assert.Equal(2L, both.GetTensor(4).item<long>());
    }

    [Fact]
    public void Streams_follow_one_another()
    {
        var chain = new ChainDataset<Tensor>(new Stream(2), new Stream(0), new Stream(3));
        Assert.Equal(5, chain.Length);
        Assert.Equal([0L, 1, 0, 1, 2], chain.Select(sample => sample.item<long>()));
        Assert.Null(new ChainDataset<Tensor>(new Stream(1), new Stream(1) { Known = false }).Length);
        Assert.Empty(new ChainDataset<Tensor>());
    }

    [Fact]
    public void A_sample_converts_deeply()
    {
        using DisposeScope scope = NewDisposeScope();
        var converted = (Dictionary<string, object?>)default_convert(new Dictionary<string, object?>
        {
            ["numbers"] = new[] { 1f, 2f }, ["text"] = "x", ["pair"] = (new long[] { 3 }, 4), ["list"] = new List<object?> { new[] { true } },
        })!;
        Assert.Equal(ScalarType.Float32, ((Tensor)converted["numbers"]!).dtype);
        Assert.Equal("x", converted["text"]);
        Assert.Equal(3L, ((Tensor)((object?[])converted["pair"]!)[0]!).item<long>());
        Assert.Equal(4, ((object?[])converted["pair"]!)[1]);
        Assert.Equal(ScalarType.Bool, ((Tensor)((List<object?>)converted["list"]!)[0]!).dtype);
    }

    [Fact]
    public void Pinning_without_CUDA_is_left_out()
    {
        using var loader = utils.data.DataLoader(new Range(4), batch_size: 2, pin_memory: true);
        Assert.Equal([2, 2], loader.Select(batch => batch.size(0)));
    }

    [Fact]
    public void TorchSharps_first_loaders_read_unpacked_files()
    {
        using DisposeScope scope = NewDisposeScope();
        using var folder = new TemporaryFolder();
        folder.Put("train-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0, 255, 1, 2, 3, 4]);
        folder.Put("train-labels-idx1-ubyte", [0, 0, 8, 1, 0, 0, 0, 3, 7, 8, 9]);
        using TorchSharp.Data.DataIterator mnist = TorchSharp.Data.Loader.MNIST(folder.Path, 2);
        Assert.Equal(3, mnist.Size());
        var batches = mnist.ToList();
        Assert.Equal([2, 1, 1, 2], batches[0].Item1.shape);
        Assert.Equal((1 - 0.1307) / 0.3081, batches[0].Item1[0, 0, 0, 1].item<float>(), 5);
        Assert.Equal(9L, batches[1].Item2.item<long>());
        Assert.Throws<FileNotFoundException>(() => TorchSharp.Data.Loader.MNIST(folder.Path, 2, isTrain: false));
        folder.Put("t10k-images-idx3-ubyte", [0, 0, 8, 3, 0, 0, 0, 3, 0, 0, 0, 1, 0, 0, 0, 2, 0]);
        Assert.Throws<InvalidDataException>(() => TorchSharp.Data.Loader.MNIST(folder.Path, 2, isTrain: false));

        folder.Put("test_batch.bin", [5, .. Enumerable.Repeat((byte)255, 3072), 6, .. Enumerable.Repeat((byte)0, 3072)]);
        (Tensor images, Tensor labels) = Assert.Single(TorchSharp.Data.Loader.CIFAR10(folder.Path, 10, isTrain: false));
        Assert.Equal([2, 3, 32, 32], images.shape);
        Assert.Equal(3072f, images.sum().item<float>());
        Assert.Equal([5L, 6], labels.data<long>().ToArray());
        folder.Put("test_batch.bin", [5, 1]);
        Assert.Throws<InvalidDataException>(() => TorchSharp.Data.Loader.CIFAR10(folder.Path, 10, isTrain: false));
    }

    private sealed class Range(long count) : Dataset<Tensor>
    {
        public override long Count => count;

        public override Tensor GetTensor(long index) => tensor(index);
    }

    private sealed class Stream(long count) : IterableDataset<Tensor>
    {
        internal bool Known { get; init; } = true;

        public override long? Length => Known ? count : null;

        public override IEnumerator<Tensor> GetEnumerator()
        {
            for (long i = 0; i < count; i++)
            {
                yield return tensor(i);
            }
        }
    }
}
