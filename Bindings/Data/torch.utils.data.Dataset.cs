namespace TorchSharp;

public static partial class torch
{
    /// <summary>What trains, loads and saves around tensors (Python's <c>torch.utils</c>).</summary>
    public static partial class utils
    {
        /// <summary>Data sets, samplers and loaders (Python's <c>torch.utils.data</c>).</summary>
        public static partial class data
        {
            /// <summary>A dataset whose samples are dictionaries of tensors.</summary>
            public abstract class Dataset : Dataset<Dictionary<string, Tensor>>
            {
            }
        }
    }
}
