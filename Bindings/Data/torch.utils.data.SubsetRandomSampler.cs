namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>The given indices in random order; the same seed gives Python's order.</summary>
            public sealed class SubsetRandomSampler : Sampler<long>
            {
                private readonly long[] _indices;

                /// <summary>Creates the sampler.</summary>
                /// <param name="indices">The indices.</param>
                /// <param name="generator">What to draw from; null for the default generator.</param>
                public SubsetRandomSampler(IEnumerable<long> indices, Generator? generator = null)
                {
                    ArgumentNullException.ThrowIfNull(indices);
                    _indices = [.. indices];
                    this.generator = generator;
                }

                /// <inheritdoc/>
                public override Generator? generator { get; }

                /// <inheritdoc/>
                public override long Count => _indices.Length;

                /// <inheritdoc/>
                public override IEnumerator<long> GetEnumerator()
                {
                    foreach (var index in RandomIndices.Permutation(_indices.Length, generator))
                    {
                        yield return _indices[index];
                    }
                }
            }
        }
    }
}
