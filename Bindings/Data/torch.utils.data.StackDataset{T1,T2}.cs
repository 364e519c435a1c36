namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Two datasets side by side: a sample is one of each, of the same index (Python's <c>StackDataset</c>).</summary>
            /// <typeparam name="T1">A sample of the first.</typeparam>
            /// <typeparam name="T2">A sample of the second.</typeparam>
            public sealed class StackDataset<T1, T2> : Dataset<(T1, T2)>
            {
                /// <summary>Puts the datasets side by side.</summary>
                /// <param name="first">The first; it is not disposed with the stack.</param>
                /// <param name="second">The second, of the same length; it is not disposed with the stack.</param>
                /// <exception cref="ArgumentException">The lengths differ.</exception>
                public StackDataset(Dataset<T1> first, Dataset<T2> second)
                {
                    ArgumentNullException.ThrowIfNull(first);
                    ArgumentNullException.ThrowIfNull(second);
                    StackDataset<T1>.CheckLengths(first.Count, second.Count);
                    this.first = first;
                    this.second = second;
                }

                /// <summary>The first.</summary>
                public Dataset<T1> first { get; }

                /// <summary>The second.</summary>
                public Dataset<T2> second { get; }

                /// <inheritdoc/>
                public override long Count => first.Count;

                /// <inheritdoc/>
                public override (T1, T2) GetTensor(long index) => (first.GetTensor(index), second.GetTensor(index));
            }
        }
    }
}
