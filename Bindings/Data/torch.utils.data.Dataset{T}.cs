namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>A dataset whose samples are reached by index (Python's map-style <c>Dataset</c>).</summary>
            /// <remarks>
            /// Loaders with workers call <see cref="GetTensor"/> from several threads at once. Tensors that it makes belong to the loader; a tensor
            /// that the
            /// dataset keeps for itself while loading (a cache) has to be detached with <c>DetachFromDisposeScope</c>.
            /// </remarks>
            /// <typeparam name="T">A sample: for supervised learning a tuple of tensors, such as <c>(Tensor image, Tensor label)</c>.</typeparam>
            public abstract class Dataset<T> : ISized, IDisposable
            {
                /// <summary>One dataset behind the other (Python's <c>+</c>).</summary>
                /// <param name="left">The first.</param>
                /// <param name="right">The second.</param>
                public static ConcatDataset<T> operator +(Dataset<T> left, Dataset<T> right) => new(left, right);

                /// <summary>How many samples there are.</summary>
                public abstract long Count { get; }

                /// <summary>One sample (Python's <c>__getitem__</c>).</summary>
                /// <param name="index">Its index, from 0 to <see cref="Count"/> - 1.</param>
                public abstract T GetTensor(long index);

                /// <summary>Frees what the dataset holds.</summary>
                public void Dispose()
                {
                    Dispose(true);
                    GC.SuppressFinalize(this);
                }

                /// <summary>Frees what the dataset holds.</summary>
                /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
                protected virtual void Dispose(bool disposing)
                {
                }
            }
        }
    }
}
