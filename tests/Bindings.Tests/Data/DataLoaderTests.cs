using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.utils.data;

namespace Bindings.Tests.Data;

public class DataLoaderTests
{
    /// <summary>Pairs of (index, a number drawn from the worker's generator), each made with some garbage beside it.</summary>
    private sealed class Noisy(long count) : Dataset<(Tensor, Tensor)>
    {
        public override long Count => count;

        public override (Tensor, Tensor) GetTensor(long index)
        {
            var garbage = zeros(3) + 1;
            GC.KeepAlive(garbage);
            return (tensor(index), ops.aten.rand_generator([2], random.Current));
        }
    }

    private sealed class Failing(long count, long bad) : Dataset<Tensor>
    {
        public override long Count => count;

        public override Tensor GetTensor(long index) => index == bad ? throw new FileNotFoundException("picture 7 is gone") : tensor(index);
    }

    private sealed record Batch(Tensor Values);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Batches_come_in_order_and_whole(int workers)
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(new Noisy(23), batch_size: 4, num_workers: workers);
        var batches = loader.ToList();

        Assert.Equal(6, loader.Count);
        Assert.Equal(Enumerable.Range(0, 23).Select(index => (long)index), batches.SelectMany(batch => batch.Item1.data<long>().ToArray()));
        Assert.Equal([4, 2], batches[0].Item2.shape);
        Assert.Equal([3, 2], batches[^1].Item2.shape);
    }

    [Fact]
    public void What_random_transforms_draw_does_not_depend_on_the_number_of_workers()
    {
        using var scope = NewDisposeScope();
        float[] Draw(int workers, bool persistent = false)
        {
            manual_seed(11).Dispose();
            using var loader = DataLoader(new Noisy(40), batch_size: 3, shuffle: true, num_workers: workers, persistent_workers: persistent);
            return [.. Enumerable.Range(0, 2).SelectMany(_ => loader.SelectMany(batch => batch.Item2.data<float>().ToArray()))];
        }

        var expected = Draw(0);
        Assert.Equal(160, expected.Distinct().Count());
        Assert.Equal(expected, Draw(1));
        Assert.Equal(expected, Draw(3));
        Assert.Equal(expected, Draw(4, persistent: true));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void A_failing_sample_is_named_and_its_cause_kept(int workers)
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(new Failing(20, 7), batch_size: 2, num_workers: workers);
        var delivered = 0;
        var exception = Assert.Throws<DataLoaderException>(() =>
        {
            foreach (var batch in loader)
            {
                delivered++;
            }
        });

        Assert.Equal(3, delivered);
        Assert.Equal(7, exception.SampleIndex);
        Assert.Equal(3, exception.BatchIndex);
        Assert.Equal(workers > 0, exception.Worker is not null);
        Assert.Contains("Sample 7 of batch 3", exception.Message);
        Assert.Contains("picture 7 is gone", exception.Message);
        Assert.IsType<FileNotFoundException>(exception.InnerException);
        Assert.Contains(nameof(Failing), exception.InnerException.StackTrace);
    }

    [Fact]
    public void Samples_of_unequal_shapes_say_so_and_which_batch()
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(new Ragged(), batch_size: 2);
        var exception = Assert.Throws<DataLoaderException>(() => loader.First());

        Assert.Contains("batch 0 could not be put together", exception.Message);
        Assert.Contains("equal size", exception.Message);
    }

    private sealed class Ragged : Dataset<Tensor>
    {
        public override long Count => 2;

        public override Tensor GetTensor(long index) => zeros(index + 1);
    }

    [Fact]
    public void An_enumeration_left_half_way_ends_its_threads_and_frees_its_batches()
    {
        using var gate = new CountdownEvent(4);
        var dataset = new Watched(1000, gate);
        using (var loader = DataLoader(dataset, batch_size: 1, num_workers: 4, prefetch_factor: 3))
        {
            foreach (var batch in loader)
            {
                gate.Wait();
                batch.Dispose();
                break;
            }
        }

        Assert.All(dataset.Threads, thread => Assert.False(thread.IsAlive));
        Assert.True(dataset.Made.Count < 20, $"{dataset.Made.Count} samples were loaded");
        Assert.Equal(4, dataset.Threads.Distinct().Count());
    }

    /// <summary>Remembers the threads that load; the first sample of each is counted at the gate.</summary>
    private sealed class Watched(long count, CountdownEvent gate) : Dataset<Tensor>
    {
        private readonly ThreadLocal<bool> _seen = new();

        public System.Collections.Concurrent.ConcurrentBag<Thread> Threads { get; } = [];

        public System.Collections.Concurrent.ConcurrentBag<long> Made { get; } = [];

        public override long Count => count;

        public override Tensor GetTensor(long index)
        {
            Made.Add(index);
            Threads.Add(Thread.CurrentThread);
            if (!_seen.Value)
            {
                _seen.Value = true;
                gate.Signal();
                gate.Wait();
            }
            return tensor(index);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Delivered_batches_belong_to_the_consumers_scope_and_nothing_else_stays(int workers)
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(new Noisy(12), batch_size: 4, num_workers: workers);
        Tensor? kept = null;
        foreach (var (index, noise) in loader)
        {
            Assert.True(scope.Contains(index));
            Assert.True(scope.Contains(noise));
            Assert.Equal(2, scope.DisposablesCount);
            kept = index;
            scope.DisposeEverything();
        }

        Assert.True(kept!.IsInvalid);
        Assert.Equal(0, scope.DisposablesCount);
    }

    [Fact]
    public void Tensors_that_a_dataset_keeps_are_not_disposed()
    {
        using var stored = arange(6);
        using (var scope = NewDisposeScope())
        {
            using var loader = DataLoader(new Stored(stored), samples => samples[0], num_workers: 2);
            Assert.Equal(3, loader.Count());
        }

        Assert.False(stored.IsInvalid);
    }

    private sealed class Stored(Tensor tensor) : Dataset<Tensor>
    {
        public override long Count => 3;

        public override Tensor GetTensor(long index) => tensor;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Batches_of_a_type_of_ones_own_keep_their_tensors(int workers)
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(new Failing(6, -1), samples => new Batch(stack(samples.ToArray())), batch_size: 3, num_workers: workers);

        Assert.Equal([0L, 1L, 2L, 3L, 4L, 5L], loader.SelectMany(batch => batch.Values.data<long>().ToArray()));
    }

    [Fact]
    public void Identity_collation_hands_the_samples_on()
    {
        using var scope = NewDisposeScope();
        using var loader = DataLoader(new Failing(4, -1), samples => samples, batch_size: 2, num_workers: 1);

        Assert.Equal([0L, 1L, 2L, 3L], loader.SelectMany(batch => batch.Select(sample => sample.item<long>())));
    }

    [Fact]
    public void Contradicting_arguments_are_refused()
    {
        var dataset = new Failing(4, -1);

        Assert.Throws<ArgumentException>(() => DataLoader(dataset, sampler: [1L], shuffle: true));
        Assert.Throws<ArgumentException>(() => DataLoader(dataset, batch_size: 2, batch_sampler: [[1L]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => DataLoader(dataset, batch_size: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => DataLoader(dataset, num_workers: -1));
        Assert.Contains("collate_fn", Assert.Throws<NotSupportedException>(() => DataLoader(new Numbers(3))).Message);
    }

    [Fact]
    public void A_dispose_of_the_last_batch_can_be_asked_for()
    {
        using var loader = DataLoader(new Failing(4, -1), batch_size: 2, disposeBatch: true, num_workers: 1);
        var batches = new List<Tensor>();
        foreach (var batch in loader)
        {
            Assert.False(batch.IsInvalid);
            batches.Add(batch);
        }

        Assert.All(batches, batch => Assert.True(batch.IsInvalid));
    }

    [Fact]
    public void Workers_compute_with_one_thread_and_the_consumer_with_as_many_as_before()
    {
        var before = get_num_threads();
        var dataset = new Counting();
        using var loader = DataLoader(dataset, samples => samples[0], num_workers: 2);

        Assert.All(loader, threads => Assert.Equal(1, threads));
        Assert.Equal(before, get_num_threads());
    }

    private sealed class Counting : Dataset<long>
    {
        public override long Count => 8;

        public override long GetTensor(long index) => get_num_threads();
    }
}
