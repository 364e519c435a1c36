namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>Something with a known number of items: a dataset or a sampler.</summary>
            public interface ISized
            {
                /// <summary>How many items there are.</summary>
                long Count { get; }
            }
        }
    }
}
