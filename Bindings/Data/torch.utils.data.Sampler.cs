namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Says in which order a loader takes samples; each enumeration is one epoch (Python's <c>Sampler</c>).</summary>
            /// <typeparam name="T">An index, or a list of indices for a sampler of whole batches.</typeparam>
            public abstract class Sampler<T> : IEnumerable<T>, ISized
            {
                /// <summary>How many items one epoch gives.</summary>
                public abstract long Count { get; }

                /// <summary>The generator of one's own that the sampler draws from; null if it has none. A loader saves and restores it for an exact
                /// resume.</summary>
                public virtual Generator? generator => null;

                /// <summary>Starts an epoch.</summary>
                public abstract IEnumerator<T> GetEnumerator();

                System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
            }
        }
    }
}
