namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Puts another sampler's indices together into batches.</summary>
            public sealed class BatchSampler : Sampler<IReadOnlyList<long>>
            {
                /// <summary>Creates the sampler.</summary>
                /// <param name="sampler">The indices, in order.</param>
                /// <param name="batch_size">How many make a batch.</param>
                /// <param name="drop_last">Whether a last, smaller batch is left out.</param>
                /// <exception cref="ArgumentOutOfRangeException"><paramref name="batch_size"/> is not positive.</exception>
                public BatchSampler(IEnumerable<long> sampler, int batch_size, bool drop_last = false)
                {
                    ArgumentNullException.ThrowIfNull(sampler);
                    ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batch_size);
                    this.sampler = sampler;
                    this.batch_size = batch_size;
                    this.drop_last = drop_last;
                }

                /// <summary>The indices' sampler.</summary>
                public IEnumerable<long> sampler { get; }

                /// <summary>How many indices make a batch.</summary>
                public int batch_size { get; }

                /// <summary>Whether a last, smaller batch is left out.</summary>
                public bool drop_last { get; }

                /// <inheritdoc/>
                public override Generator? generator => (sampler as Sampler<long>)?.generator;

                /// <inheritdoc/>
                /// <exception cref="InvalidOperationException">The sampler does not know how many indices it gives.</exception>
                public override long Count
                {
                    get
                    {
                        var indices = Sizes.Of(sampler);
                        return drop_last ? indices / batch_size : (indices + batch_size - 1) / batch_size;
                    }
                }

                /// <inheritdoc/>
                public override IEnumerator<IReadOnlyList<long>> GetEnumerator()
                {
                    var batch = new List<long>(batch_size);
                    foreach (var index in sampler)
                    {
                        batch.Add(index);
                        if (batch.Count == batch_size)
                        {
                            yield return batch;
                            batch = new List<long>(batch_size);
                        }
                    }
                    if (batch.Count > 0 && !drop_last)
                    {
                        yield return batch;
                    }
                }
            }
        }
    }
}
