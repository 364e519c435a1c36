namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Several datasets one behind the other.</summary>
            /// <typeparam name="T">A sample.</typeparam>
            public sealed class ConcatDataset<T> : Dataset<T>
            {
                private readonly long[] _ends;

                /// <summary>Creates the chain.</summary>
                /// <param name="datasets">The parts, at least one; they are not disposed with the chain.</param>
                /// <exception cref="ArgumentException">There is none.</exception>
                public ConcatDataset(params IEnumerable<Dataset<T>> datasets)
                {
                    ArgumentNullException.ThrowIfNull(datasets);
                    this.datasets = [.. datasets];
                    if (this.datasets.Count == 0)
                    {
                        throw new ArgumentException("At least one dataset is needed.", nameof(datasets));
                    }
                    var end = 0L;
                    _ends = [.. this.datasets.Select(part => end += part.Count)];
                }

                /// <summary>The parts.</summary>
                public IReadOnlyList<Dataset<T>> datasets { get; }

                /// <summary>The index behind each part's last sample (Python's name).</summary>
                public IReadOnlyList<long> cumulative_sizes => _ends;

                /// <inheritdoc/>
                public override long Count => _ends[^1];

                /// <inheritdoc/>
                /// <exception cref="ArgumentOutOfRangeException">The index is negative or too large.</exception>
                public override T GetTensor(long index)
                {
                    ArgumentOutOfRangeException.ThrowIfNegative(index);
                    ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
                    // The first part whose end lies behind the index.
                    var part = Array.BinarySearch(_ends, index + 1);
                    part = part < 0 ? ~part : part;
                    while (part > 0 && _ends[part - 1] > index)
                    {
                        part--;
                    }
                    return datasets[part].GetTensor(index - (part == 0 ? 0 : _ends[part - 1]));
                }
            }
        }
    }
}
