using static TorchSharp.torch.utils.data;

namespace TorchSharp;

public static partial class torchtext
{
    public static partial class data
    {
        public static partial class functional
        {
            /// <summary>A stream of samples as a data set with indices: it is read to its end once and kept.</summary>
            /// <typeparam name="T">A sample.</typeparam>
            /// <param name="iter_data">The stream, such as an <see cref="IterableDataset{T}"/> or a list.</param>
            public static Dataset<T> to_map_style_dataset<T>(IEnumerable<T> iter_data)
            {
                ArgumentNullException.ThrowIfNull(iter_data);
                return new ListDataset<T>([.. iter_data]);
            }
        }
    }
}
