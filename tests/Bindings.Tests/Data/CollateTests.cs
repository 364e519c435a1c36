using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace Bindings.Tests.Data;

public class CollateTests
{
    private sealed record Sample(Tensor Value, string Name);

    [Fact]
    public void Tensors_stack_and_tuples_stack_field_by_field()
    {
        using var scope = NewDisposeScope();
        var single = default_collate<Tensor>([zeros(2), ones(2)]);
        var (image, label) = default_collate<(Tensor, Tensor)>([(zeros(2, 3), tensor(4L)), (ones(2, 3), tensor(5L))]);
        var seven = default_collate<(Tensor, Tensor, Tensor, Tensor, Tensor, Tensor,
            Tensor)>([(One(1), One(2), One(3), One(4), One(5), One(6), One(7))]);

        Assert.Equal([0f, 0f, 1f, 1f], single.flatten().data<float>().ToArray());
        Assert.Equal([2, 2, 3], image.shape);
        Assert.Equal([4L, 5L], label.data<long>().ToArray());
        Assert.Equal([1f, 7f], new[] { seven.Item1.item<float>(), seven.Item7.item<float>() });
    }

    [Fact]
    public void Numbers_become_tensors_of_Pythons_types()
    {
        using var scope = NewDisposeScope();

        Assert.Equal(ScalarType.Int64, default_collate([1, 2]).dtype);
        Assert.Equal(ScalarType.Int64, default_collate([1L, 2L]).dtype);
        Assert.Equal(ScalarType.Float32, default_collate([1f, 2f]).dtype);
        Assert.Equal(ScalarType.Float64, default_collate([1.0, 2.0]).dtype);
        Assert.Equal(ScalarType.Bool, default_collate([true, false]).dtype);
        Assert.Equal(["a", "b"], default_collate(["a", "b"]));
    }

    [Fact]
    public void Dictionaries_and_lists_stack_entry_by_entry()
    {
        using var scope = NewDisposeScope();
        var dictionary = default_collate<Dictionary<string,
            Tensor>>([new() { ["x"] = One(1), ["y"] = One(2) }, new() { ["x"] = One(3), ["y"] = One(4) }]);
        var list = default_collate<IList<Tensor>>([[One(1), One(2)], [One(3), One(4)]]);

        Assert.Equal([1f, 3f], dictionary["x"].data<float>().ToArray());
        Assert.Equal([2f, 4f], list[1].data<float>().ToArray());
    }

    [Fact]
    public void Nested_samples_are_taken_apart_at_run_time()
    {
        using var scope = NewDisposeScope();
        object? sample(int value) => (new Dictionary<string, object?> { ["image"] = One(value), ["name"] = $"n{value}" }, value,
            new List<object?> { value * 0.5 });
        var batch = Assert.IsType<object?[]>(default_collate([sample(1), sample(2)]));
        var fields = Assert.IsType<Dictionary<string, object?>>(batch[0]);

        Assert.Equal([1f, 2f], Assert.IsType<Tensor>(fields["image"]).data<float>().ToArray());
        Assert.Equal(["n1", "n2"], Assert.IsType<List<string>>(fields["name"]));
        Assert.Equal([1L, 2L], Assert.IsType<Tensor>(batch[1]).data<long>().ToArray());
        Assert.Equal([0.5, 1.0], ((Tensor)Assert.IsType<List<object?>>(batch[2])[0]!).data<double>().ToArray());
    }

    [Fact]
    public void A_type_of_ones_own_can_be_registered()
    {
        using var scope = NewDisposeScope();
        register_collate<Sample>((samples, _) =>
            new Sample(stack(samples.Select(sample => sample.Value)), string.Join('+', samples.Select(sample => sample.Name))));
        var batch = default_collate<Sample>([new Sample(One(1), "a"), new Sample(One(2), "b")]);

        Assert.Equal([1f, 2f], batch.Value.data<float>().ToArray());
        Assert.Equal("a+b", batch.Name);
    }

    [Fact]
    public void TorchSharps_factories_and_datasets_work_as_they_did()
    {
        using var x = arange(10).to_type(ScalarType.Float32);
        using var y = arange(10, 20);
        using var scope = NewDisposeScope();
        using var lists = DataLoader(TensorDataset(x, y), 4, device: CPU, num_worker: 2);
        using var dictionaries = DataLoader(new Records(), 2, new long[] { 2, 0, 1 });
        var seen = new List<float>();
        foreach (var batch in lists)
        {
            Assert.Equal(batch[0].size(0), batch[1].size(0));
            seen.AddRange(batch[0].data<float>().ToArray());
        }

        Assert.IsType<IterableDataLoader>(lists);
        Assert.Equal(Enumerable.Range(0, 10).Select(value => (float)value), seen);
        Assert.Equal([2f, 0f, 1f], dictionaries.SelectMany(batch => batch["value"].data<float>().ToArray()));
        Assert.Equal(2, dictionaries.Count);
        using var pairs = DataLoader(TensorPairDataset(x, y), batch_size: 5, shuffle: true);
        Assert.All(pairs, batch => Assert.True(ops.aten.equal(batch.Item1.to_type(ScalarType.Int64) + 10, batch.Item2)));
    }

    private sealed class Records : Dataset
    {
        public override long Count => 3;

        public override Dictionary<string, Tensor> GetTensor(long index) => new() { ["value"] = One(index) };
    }

    private static Tensor One(long value) => tensor((float)value);
}
