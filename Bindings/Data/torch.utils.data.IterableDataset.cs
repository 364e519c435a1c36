namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>A dataset whose samples are lists of tensors, reached by index. A stream without indices is
            /// <see cref="IterableDataset{T}"/>.</summary>
            public abstract class IterableDataset : Dataset<IList<Tensor>>
            {
            }
        }
    }
}
