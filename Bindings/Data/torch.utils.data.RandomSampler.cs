namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Samples in random order, or drawn with replacement; the same seed gives Python's order.</summary>
            public sealed class RandomSampler : Sampler<long>
            {
                private const int DrawSize = 32;

                private readonly ISized _source;
                private readonly bool _replacement;
                private readonly long? _samples;

                /// <summary>Creates the sampler.</summary>
                /// <param name="data_source">The dataset.</param>
                /// <param name="replacement">Whether each draw may give any sample.</param>
                /// <param name="num_samples">How many to draw; null for the dataset's size.</param>
                /// <param name="generator">What to draw from; null for a new one each epoch, seeded from the default generator.</param>
                /// <exception cref="ArgumentOutOfRangeException"><paramref name="num_samples"/> is not positive.</exception>
                public RandomSampler(ISized data_source, bool replacement = false, long? num_samples = null, Generator? generator = null)
                {
                    ArgumentNullException.ThrowIfNull(data_source);
                    if ((num_samples ?? data_source.Count) <= 0)
                    {
                        throw new ArgumentOutOfRangeException(nameof(num_samples), num_samples ?? data_source.Count,
                            "There is nothing to draw: the number of samples has to be positive.");
                    }
                    _source = data_source;
                    _replacement = replacement;
                    _samples = num_samples;
                    this.generator = generator;
                }

                /// <inheritdoc/>
                public override Generator? generator { get; }

                /// <inheritdoc/>
                public override long Count => _samples ?? _source.Count;

                /// <inheritdoc/>
                public override IEnumerator<long> GetEnumerator()
                {
                    using var own = generator is null ? new Generator(unchecked((ulong)RandomIndices.Seed(null)), CPU) : null;
                    var source = generator ?? own!;
                    var size = _replacement ? DrawSize : _source.Count;
                    for (var whole = Count / size; whole > 0; whole--)
                    {
                        foreach (var index in Draw(size, source))
                        {
                            yield return index;
                        }
                    }
                    // Python draws once more even when nothing is left over; with a generator of the user's, the next epoch depends on it.
                    foreach (var index in new ArraySegment<long>(Draw(_replacement ? Count % size : size, source), 0, (int)(Count % size)))
                    {
                        yield return index;
                    }
                }

                private long[] Draw(long size, Generator source) =>
                    _replacement ? RandomIndices.Integers(_source.Count, size, source) : RandomIndices.Permutation(size, source);
            }
        }
    }
}
