using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace Bindings.Tests.Data;

/// <summary>An epoch that is broken off, saved, and gone on with in a new loader.</summary>
public class DataLoaderResumeTests
{
    private sealed class Drawing(long count) : Dataset<double[]>
    {
        public override long Count => count;

        public override double[] GetTensor(long index)
        {
            using var drawn = ops.aten.rand_generator([1], random.Current, dtype: ScalarType.Float64);
            return [index, drawn.item<double>()];
        }
    }

    private sealed class Counting(long count) : IterableDataset<double[]>
    {
        public override long? Length => count;

        public override IEnumerator<double[]> GetEnumerator()
        {
            var (id, workers) = get_worker_info() is { } info ? (info.id, info.num_workers) : (0, 1);
            for (var value = (long)id; value < count; value += workers)
            {
                using var drawn = ops.aten.rand_generator([1], random.Current, dtype: ScalarType.Float64);
                yield return [value, drawn.item<double>()];
            }
        }
    }

    public static TheoryData<string, int, int> Cases
    {
        get
        {
            var cases = new TheoryData<string, int, int>();
            foreach (var kind in new[] { "default", "generator", "sampler", "weighted", "stream" })
            {
                foreach (var (stop, workers) in new[] { (0, 0), (3, 0), (3, 2), (7, 3) })
                {
                    cases.Add(kind, stop, workers);
                }
            }
            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_rest_of_the_epoch_and_the_next_one_are_the_same_to_the_last_bit(string kind, int stop, int workers)
    {
        manual_seed(21).Dispose();
        var loader = Create(kind, 9, workers);
        var epochs = new[] { Flatten(loader), Flatten(loader) };

        manual_seed(21).Dispose();
        var broken = Create(kind, 9, workers);
        var first = new List<double[]>();
        Dictionary<string, object?> saved;
        using (var epoch = broken.GetEnumerator())
        {
            while (first.Count < stop && epoch.MoveNext())
            {
                first.Add(epoch.Current);
            }
            using var stream = new MemoryStream();
            serialization.save(broken.state_dict(), stream);
            saved = (Dictionary<string, object?>)serialization.load(stream)!;
        }
        using var after = get_rng_state();

        // Another process: other seeds everywhere, until the state is loaded.
        manual_seed(99).Dispose();
        set_rng_state(after);
        var resumed = Create(kind, 1234, workers);
        resumed.load_state_dict(saved);
        var rest = Flatten(resumed);

        Assert.Equal(epochs[0], first.SelectMany(batch => batch).Concat(rest));
        Assert.Equal(epochs[1], Flatten(resumed));
    }

    [Fact]
    public void Between_epochs_there_is_nothing_to_go_on_with()
    {
        var loader = Create("default", 9, 0);
        Flatten(loader);
        var state = loader.state_dict();

        Assert.Equal(false, state["in_progress"]);
        Assert.Equal(0L, state["batches_delivered"]);
        loader.load_state_dict(state);
        Assert.Equal(40, Flatten(loader).Length);
    }

    [Fact]
    public void Something_else_is_refused() =>
        Assert.Throws<ArgumentException>(() => Create("default", 9, 0).load_state_dict(new Dictionary<string,
            object?> { ["batches_delivered"] = 1L }));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Streams_are_shared_out_and_delivered_in_turn(int workers)
    {
        var loader = DataLoader(new Counting(20), 2, workers, samples => [.. samples.Select(sample => sample[0])]);
        var values = loader.SelectMany(batch => batch).ToArray();

        Assert.Equal(Enumerable.Range(0, 20).Select(value => (double)value), values.Order());
        Assert.Equal(10, loader.Count);
        if (workers == 3)
        {
            Assert.Equal([0, 3, 1, 4, 2, 5, 6, 9], values.Take(8));
        }
    }

    private static double[] Flatten(TorchSharp.Modules.DataLoader<double[], double[]> loader) => [.. loader.SelectMany(batch => batch)];

    private static TorchSharp.Modules.DataLoader<double[], double[]> Create(string kind, ulong seed, int workers)
    {
        var dataset = new Drawing(20);
        Func<IReadOnlyList<double[]>, double[]> join = samples => [.. samples.SelectMany(sample => sample)];
        return kind switch
        {
            "default" => DataLoader(dataset, collate_fn: join, batch_size: 2, shuffle: true, num_workers: workers),
            "generator" => DataLoader(dataset, collate_fn: join, batch_size: 2, shuffle: true, num_workers: workers,
                generator: new Generator(seed, CPU)),
            "sampler" => DataLoader(dataset, collate_fn: join, batch_size: 2, num_workers: workers,
                sampler: new RandomSampler(dataset, replacement: true, generator: new Generator(seed, CPU))),
            "weighted" => DataLoader(dataset, collate_fn: join, batch_size: 2, num_workers: workers,
                sampler: new WeightedRandomSampler(new double[20].Select(_ => 1.0), 20)),
            _ => DataLoader(new Counting(20), 2, workers, join),
        };
    }
}
