namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>A stream of samples without indices (Python's <c>IterableDataset</c>).</summary>
            /// <remarks>
            /// Each worker of a loader enumerates the stream on a thread of its own; without a look at <see cref="get_worker_info"/> each would
            /// deliver all of it, as
            /// in Python. Share the work out by <see cref="WorkerInfo.id"/> and <see cref="WorkerInfo.num_workers"/>.
            /// </remarks>
            /// <typeparam name="T">A sample.</typeparam>
            public abstract class IterableDataset<T> : IEnumerable<T>, IDisposable
            {
                /// <summary>How many samples one pass over the whole stream gives; null where nobody knows.</summary>
                public virtual long? Length => null;

                /// <summary>Starts a pass.</summary>
                public abstract IEnumerator<T> GetEnumerator();

                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

                /// <summary>Frees what the stream holds.</summary>
                public void Dispose()
                {
                    Dispose(true);
                    GC.SuppressFinalize(this);
                }

                /// <summary>Frees what the stream holds.</summary>
                /// <param name="disposing">Whether <see cref="Dispose()"/> was called.</param>
                protected virtual void Dispose(bool disposing)
                {
                }
            }
        }
    }
}
