namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Several streams one behind the other (Python's <c>ChainDataset</c>).</summary>
            /// <typeparam name="T">A sample.</typeparam>
            public sealed class ChainDataset<T> : IterableDataset<T>
            {
                /// <summary>Creates the chain.</summary>
                /// <param name="datasets">The parts; they are not disposed with the chain.</param>
                public ChainDataset(params IEnumerable<IterableDataset<T>> datasets)
                {
                    ArgumentNullException.ThrowIfNull(datasets);
                    this.datasets = [.. datasets];
                }

                /// <summary>The parts.</summary>
                public IReadOnlyList<IterableDataset<T>> datasets { get; }

                /// <summary>The parts' lengths together; null where one does not know its own.</summary>
                public override long? Length => datasets.Any(part => part.Length is null) ? null : datasets.Sum(part => part.Length);

                /// <inheritdoc/>
                public override IEnumerator<T> GetEnumerator() => datasets.SelectMany(part => part).GetEnumerator();
            }
        }
    }
}
