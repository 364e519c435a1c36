namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Datasets of one kind side by side, by name: a sample is a dictionary of one of each (Python's <c>StackDataset</c>).</summary>
            /// <typeparam name="T">A sample of each.</typeparam>
            public sealed class StackDataset<T> : Dataset<Dictionary<string, T>>
            {
                /// <summary>Puts the datasets side by side.</summary>
                /// <param name="datasets">The datasets by name, at least one, all of the same length; they are not disposed with the stack.</param>
                /// <exception cref="ArgumentException">There is none, or the lengths differ.</exception>
                public StackDataset(IReadOnlyDictionary<string, Dataset<T>> datasets)
                {
                    ArgumentNullException.ThrowIfNull(datasets);
                    CheckLengths([.. datasets.Values.Select(part => part.Count)]);
                    this.datasets = datasets;
                }

                /// <summary>The datasets by name.</summary>
                public IReadOnlyDictionary<string, Dataset<T>> datasets { get; }

                /// <inheritdoc/>
                public override long Count => datasets.Values.First().Count;

                /// <inheritdoc/>
                public override Dictionary<string, T> GetTensor(long index) =>
                    datasets.ToDictionary(part => part.Key, part => part.Value.GetTensor(index));

                internal static void CheckLengths(params ReadOnlySpan<long> lengths)
                {
                    if (lengths.Length == 0 || lengths.ContainsAnyExcept(lengths[0]))
                    {
                        throw new ArgumentException(
                            $"datasets that stand side by side are of the same length, at least one; these are of [{string.Join(", ", lengths.ToArray())}]");
                    }
                }
            }
        }
    }
}
