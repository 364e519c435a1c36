using static TorchSharp.torch;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class data
    {
        /// <summary>
        /// Batches of texts of nearly equal lengths, so that little is filled up: the texts are shuffled, dealt into buckets of many batches, sorted by
        /// length within each bucket and cut into batches, which then come in random order. What a loader takes as <c>batch_sampler</c>.
        /// </summary>
        /// <remarks>Each enumeration is an epoch with an order of its own. The same seed gives the same batches.</remarks>
        public sealed class BucketBatchSampler : torch.utils.data.Sampler<IReadOnlyList<long>>
        {
            private readonly int[] _lengths;

            /// <summary>Makes the sampler.</summary>
            /// <param name="lengths">The length of each text, by its index in the data set.</param>
            /// <param name="batch_size">Texts in a batch.</param>
            /// <param name="shuffle">Whether each epoch draws new buckets and a new order. Without, texts are sorted by length as a whole and come from
            /// the shortest to the longest.</param>
            /// <param name="bucket_batches">How many batches make a bucket: more of them pad less and mix less.</param>
            /// <param name="drop_last">Whether a batch that is not full is left out.</param>
            /// <param name="generator">What to draw from; null for a new one each epoch, seeded from the default generator.</param>
            /// <exception cref="ArgumentOutOfRangeException"><paramref name="batch_size"/> or <paramref name="bucket_batches"/> is not positive, or a
            /// length is negative.</exception>
            public BucketBatchSampler(
                IEnumerable<int> lengths, int batch_size, bool shuffle = true, int bucket_batches = 50, bool drop_last = false,
                Generator? generator = null)
            {
                ArgumentNullException.ThrowIfNull(lengths);
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(batch_size);
                ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bucket_batches);
                _lengths = [.. lengths];
                if (Array.FindIndex(_lengths, length => length < 0) is >= 0 and var text)
                {
                    throw new ArgumentOutOfRangeException(nameof(lengths), _lengths[text], $"The length of text {text} is negative.");
                }
                (this.batch_size, this.shuffle, this.bucket_batches) = (batch_size, shuffle, bucket_batches);
                (this.drop_last, this.generator) = (drop_last, generator);
            }

            /// <summary>Texts in a batch.</summary>
            public int batch_size { get; }

            /// <summary>Whether each epoch has an order of its own.</summary>
            public bool shuffle { get; }

            /// <summary>How many batches make a bucket.</summary>
            public int bucket_batches { get; }

            /// <summary>Whether a batch that is not full is left out.</summary>
            public bool drop_last { get; }

            /// <inheritdoc/>
            public override Generator? generator { get; }

            /// <inheritdoc/>
            public override long Count => drop_last ? _lengths.Length / batch_size : (_lengths.Length + (long)batch_size - 1) / batch_size;

            /// <inheritdoc/>
            public override IEnumerator<IReadOnlyList<long>> GetEnumerator()
            {
                foreach (var batch in shuffle ? Shuffled() : Batches(Sorted(Enumerable.Range(0, _lengths.Length).Select(text => (long)text))))
                {
                    yield return batch;
                }
            }

            private IEnumerable<long[]> Shuffled()
            {
                using var own = generator is null ? new Generator(unchecked((ulong)Seed()), CPU) : null;
                var source = generator ?? own!;
                var bucket = (int)Math.Min((long)batch_size * bucket_batches, int.MaxValue);
                // Only the last bucket can leave a batch that is not full: all others hold whole batches.
                List<long[]> batches = [.. Permutation(_lengths.Length, source).Chunk(bucket).SelectMany(texts => Batches(Sorted(texts)))];
                return [.. Permutation(batches.Count, source).Select(batch => batches[(int)batch])];
            }

            // A stable sort: texts of one length stay in the order drawn.
            private IEnumerable<long> Sorted(IEnumerable<long> texts) => texts.OrderBy(text => _lengths[text]);

            private IEnumerable<long[]> Batches(IEnumerable<long> texts) =>
                texts.Chunk(batch_size).Where(batch => !drop_last || batch.Length == batch_size);

            private static long[] Permutation(long count, Generator source)
            {
                using var drawn = ops.aten.randperm_generator(count, source, dtype: ScalarType.Int64, device: CPU);
                return drawn.data<long>().ToArray();
            }

            private static long Seed()
            {
                using var drawn = empty(1, dtype: ScalarType.Int64);
                return ops.aten.random_(drawn, null).item<long>();
            }
        }
    }
}
