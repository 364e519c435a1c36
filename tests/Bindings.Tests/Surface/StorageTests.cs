using TorchSharp;
using static TorchSharp.torch;

namespace Torchlight.Bindings.Tests.Surface;

/// <summary>Tensor.storage: the memory behind tensors, shared by their views.</summary>
public class StorageTests
{
    [Fact]
    public void Is_all_of_the_memory_and_writes_to_it()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor whole = arange(6, ScalarType.Float32);
        using Storage<float> storage = whole[2..].storage<float>();
        Assert.Equal(6, storage.Count);
        Assert.Equal(24UL, storage.nbytes());
        Assert.Equal(4, storage.element_size());
        Assert.Equal(whole.data_ptr(), storage.data_ptr());
        storage[1] = 9;
        storage[-1] = 7;
        Assert.Equal([0f, 9, 2, 3, 4, 7], whole.data<float>().ToArray());
        storage.fill_(1);
        Assert.Equal(6f, whole.sum().item<float>());
        storage.copy_([5, 4]);
        Assert.Equal([5f, 4, 1, 1, 1, 1], storage.ToArray());
        Assert.True(is_storage(storage));
        Assert.False(is_storage(whole));
    }

    [Fact]
    public void Stretches_share_the_memory()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = arange(5, ScalarType.Int64);
        Storage<long> storage = x.storage<long>();
        storage[1..3] = 8;
        Storage<long> middle = storage[(2, null)];
        Assert.Equal([8L, 3, 4], middle.tolist());
        middle[0] = -1;
        Assert.Equal([0L, 8, -1, 3, 4], x.data<long>().ToArray());
        Assert.Equal(3, storage.IndexOf(3));
        Assert.True(storage.Contains(4));
        Assert.Equal(-1, storage.IndexOf(99));
        var target = new long[7];
        storage.CopyTo(target, 2);
        Assert.Equal([0L, 0, 0, 8, -1, 3, 4], target);
        storage.CopyFrom([1, 2, 3], 1);
        Assert.Equal([2L, 3, -1, 3, 4], storage.ToArray());
    }

    [Fact]
    public void Converts_its_elements()
    {
        using DisposeScope scope = NewDisposeScope();
        Storage<double> storage = tensor(new[] { 0.0, 1.75, -2 }).storage<double>();
        Assert.Equal([0, 1, -2], storage.@int().ToArray());
        Assert.Equal([0L, 1, -2], storage.@long().ToArray());
        Assert.Equal([false, true, true], storage.@bool().ToArray());
        Assert.Equal([0f, 1.75f, -2], storage.@float().ToArray());
        Assert.Equal([(sbyte)0, (sbyte)1, (sbyte)-2], storage.@char().ToArray());
        Assert.Equal(1.75, storage.complex_double()[1].Real);
        Assert.Equal(8, storage.complex_float().element_size());
    }

    [Fact]
    public void Says_what_is_wrong()
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor x = ones(2);
        Assert.Contains("convert it with to_type", Assert.Throws<ArgumentException>(() => x.storage<double>()).Message, StringComparison.Ordinal);
        Assert.Throws<TorchIndexException>(() => x.storage<float>()[2]);
        Assert.Throws<ArgumentException>(() => x.storage<float>().copy_([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => x.storage<float>().CopyTo(new float[1], 0));
        Assert.ThrowsAny<TorchException>(() => x.to_sparse().storage<float>());
    }
}
