namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Data for several processes (Python's <c>torch.utils.data.distributed</c>).</summary>
            public static partial class distributed
            {
                /// <summary>
                /// Gives each process its share of a dataset: every so many-th sample, in the dataset's order or shuffled. The same seed and epoch give
                /// Python's indices (Python's <c>DistributedSampler</c>).
                /// </summary>
                /// <remarks>All shares have the same length: samples from the beginning are given twice, or some at the end left out.</remarks>
                public sealed class DistributedSampler : Sampler<long>
                {
                    private readonly ISized _dataset;
                    private long _epoch;

                    /// <summary>Creates the sampler.</summary>
                    /// <param name="dataset">The dataset.</param>
                    /// <param name="num_replicas">How many processes there are; null asks the process group.</param>
                    /// <param name="rank">Which of them this is; null asks the process group.</param>
                    /// <param name="shuffle">Whether each epoch has a new random order; default true.</param>
                    /// <param name="seed">The seed of the orders, the same in every process.</param>
                    /// <param name="drop_last">Whether shares are made equal by leaving samples out rather than by giving some twice.</param>
                    /// <exception cref="ArgumentOutOfRangeException">There is no such rank.</exception>
                    /// <exception cref="InvalidOperationException">No group has been initialized, and one is asked.</exception>
                    public DistributedSampler(
                        ISized dataset, int? num_replicas = null, int? rank = null, bool shuffle = true, long seed = 0, bool drop_last = false)
                    {
                        ArgumentNullException.ThrowIfNull(dataset);
                        this.num_replicas = num_replicas ?? torch.distributed.get_world_size();
                        this.rank = rank ?? torch.distributed.get_rank();
                        if (this.num_replicas < 1 || this.rank < 0 || this.rank >= this.num_replicas)
                        {
                            throw new ArgumentOutOfRangeException(
                                nameof(rank), this.rank, $"There is no rank {this.rank} among {this.num_replicas} processes; ranks go from 0 to {this.num_replicas - 1}.");
                        }

                        (_dataset, this.shuffle, this.seed, this.drop_last) = (dataset, shuffle, seed, drop_last);
                    }

                    /// <summary>How many processes share the dataset.</summary>
                    public int num_replicas { get; }

                    /// <summary>Which of them this is.</summary>
                    public int rank { get; }

                    /// <summary>Whether each epoch has a new random order.</summary>
                    public bool shuffle { get; }

                    /// <summary>The seed of the orders.</summary>
                    public long seed { get; }

                    /// <summary>Whether shares are made equal by leaving samples out.</summary>
                    public bool drop_last { get; }

                    /// <inheritdoc/>
                    public override long Count => drop_last ? _dataset.Count / num_replicas : (_dataset.Count + num_replicas - 1) / num_replicas;

                    /// <summary>Names the epoch, on which the order depends; call it in every process before each one.</summary>
                    public void set_epoch(long epoch) => _epoch = epoch;

                    /// <inheritdoc/>
                    public override IEnumerator<long> GetEnumerator()
                    {
                        long size = _dataset.Count;
                        long[]? order = shuffle ? Order(size) : null;
                        for (long place = rank, end = Count * num_replicas; place < end; place += num_replicas)
                        {
                            // Places behind the end begin again at the first.
                            long index = place % size;
                            yield return order is null ? index : order[index];
                        }
                    }

                    private long[] Order(long size)
                    {
                        using var generator = new Generator(unchecked((ulong)(seed + _epoch)), CPU);
                        return RandomIndices.Permutation(size, generator);
                    }
                }
            }
        }
    }
}
