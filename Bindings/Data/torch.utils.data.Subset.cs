namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Some samples of another dataset, in an order of one's own.</summary>
            /// <typeparam name="T">A sample.</typeparam>
            public sealed class Subset<T> : Dataset<T>
            {
                /// <summary>Creates the view.</summary>
                /// <param name="dataset">The whole; it is not disposed with the view.</param>
                /// <param name="indices">Which samples, in which order.</param>
                public Subset(Dataset<T> dataset, IEnumerable<long> indices)
                {
                    ArgumentNullException.ThrowIfNull(dataset);
                    ArgumentNullException.ThrowIfNull(indices);
                    this.dataset = dataset;
                    this.indices = [.. indices];
                }

                /// <summary>The whole.</summary>
                public Dataset<T> dataset { get; }

                /// <summary>Which samples of the whole these are.</summary>
                public IReadOnlyList<long> indices { get; }

                /// <inheritdoc/>
                public override long Count => indices.Count;

                /// <inheritdoc/>
                public override T GetTensor(long index) => dataset.GetTensor(indices[checked((int)index)]);
            }
        }
    }
}
