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
                        throw new ArgumentOutOfRangeException(nameof(num_samples), num_samples ?? data_source.Count, "There is nothing to draw: the number of samples has to be positive.");
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
                    var left = Count;
                    while (left > 0)
                    {
                        var drawn = _replacement
                            ? RandomIndices.Integers(_source.Count, Math.Min(left, DrawSize), source)
                            : RandomIndices.Permutation(_source.Count, source);
                        for (var index = 0; index < drawn.Length && left > 0; index++, left--)
                        {
                            yield return drawn[index];
                        }
                    }
                }
            }
        }
    }
}
