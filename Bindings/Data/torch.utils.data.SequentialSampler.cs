namespace TorchSharp;

public static partial class torch
{
    public static partial class utils
    {
        public static partial class data
        {
            /// <summary>All samples in their order.</summary>
            /// <param name="data_source">The dataset.</param>
            public sealed class SequentialSampler(ISized data_source) : Sampler<long>
            {
                /// <inheritdoc/>
                public override long Count => data_source.Count;

                /// <inheritdoc/>
                public override IEnumerator<long> GetEnumerator()
                {
                    for (var index = 0L; index < data_source.Count; index++)
                    {
                        yield return index;
                    }
                }
            }
        }
    }
}
