namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Splits a dataset at random into parts that do not overlap; the same seed gives Python's split.</summary>
            /// <typeparam name="T">A sample.</typeparam>
            /// <param name="dataset">The whole.</param>
            /// <param name="lengths">The parts' sizes, which have to add up to the whole's.</param>
            /// <param name="generator">What to draw from; null for the default generator.</param>
            /// <exception cref="ArgumentException">The sizes do not add up.</exception>
            public static Subset<T>[] random_split<T>(Dataset<T> dataset, IReadOnlyList<long> lengths, Generator? generator = null)
            {
                ArgumentNullException.ThrowIfNull(dataset);
                ArgumentNullException.ThrowIfNull(lengths);
                if (lengths.Sum() != dataset.Count || lengths.Any(length => length < 0))
                {
                    throw new ArgumentException($"The lengths add up to {lengths.Sum()}, the dataset has {dataset.Count} samples.", nameof(lengths));
                }
                var order = RandomIndices.Permutation(dataset.Count, generator);
                var start = 0;
                return [.. lengths.Select(length => new Subset<T>(dataset, new ArraySegment<long>(order, (start += (int)length) - (int)length,
                    (int)length)))];
            }

            /// <summary>Splits a dataset at random by shares; what rounding leaves over goes to the parts in turn, as in Python.</summary>
            /// <typeparam name="T">A sample.</typeparam>
            /// <param name="dataset">The whole.</param>
            /// <param name="fractions">The parts' shares, which have to add up to 1.</param>
            /// <param name="generator">What to draw from; null for the default generator.</param>
            /// <exception cref="ArgumentException">A share is outside of 0 to 1, or they do not add up to 1.</exception>
            public static Subset<T>[] random_split<T>(Dataset<T> dataset, IReadOnlyList<double> fractions, Generator? generator = null)
            {
                ArgumentNullException.ThrowIfNull(dataset);
                ArgumentNullException.ThrowIfNull(fractions);
                if (fractions.Any(fraction => fraction is not (>= 0 and <= 1)) || Math.Abs(fractions.Sum() - 1) > 1e-9)
                {
                    throw new ArgumentException("The fractions have to lie between 0 and 1 and to add up to 1.", nameof(fractions));
                }
                long[] lengths = [.. fractions.Select(fraction => (long)Math.Floor(dataset.Count * fraction))];
                var rest = dataset.Count - lengths.Sum();
                for (var part = 0; part < rest; part++)
                {
                    lengths[part % lengths.Length]++;
                }
                return random_split(dataset, lengths, generator);
            }
        }
    }
}
