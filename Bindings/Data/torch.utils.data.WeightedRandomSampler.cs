namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Indices drawn with given weights; the same seed gives Python's draws.</summary>
            public sealed class WeightedRandomSampler : Sampler<long>
            {
                private readonly double[] _weights;
                private readonly long _samples;
                private readonly bool _replacement;

                /// <summary>Creates the sampler.</summary>
                /// <param name="weights">One weight for each sample, at least 0; they need not add up to 1.</param>
                /// <param name="num_samples">How many to draw.</param>
                /// <param name="replacement">Whether an index may come more than once.</param>
                /// <param name="generator">What to draw from; null for the default generator.</param>
                /// <exception cref="ArgumentOutOfRangeException"><paramref name="num_samples"/> is not positive.</exception>
                public WeightedRandomSampler(IEnumerable<double> weights, long num_samples, bool replacement = true, Generator? generator = null)
                {
                    ArgumentNullException.ThrowIfNull(weights);
                    ArgumentOutOfRangeException.ThrowIfNegativeOrZero(num_samples);
                    _weights = [.. weights];
                    _samples = num_samples;
                    _replacement = replacement;
                    this.generator = generator;
                }

                /// <inheritdoc/>
                public override Generator? generator { get; }

                /// <inheritdoc/>
                public override long Count => _samples;

                /// <inheritdoc/>
                public override IEnumerator<long> GetEnumerator() =>
                    ((IEnumerable<long>)RandomIndices.Weighted(_weights, _samples, _replacement, generator)).GetEnumerator();
            }
        }
    }
}
