namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        public static partial class transforms
        {
            /// <summary><see cref="IndependentTransform"/> under the name that TorchSharp gives it.</summary>
            public class IndepdenentTransform : IndependentTransform
            {
                /// <summary>Makes the transform.</summary>
                /// <param name="base_transform">What maps.</param>
                /// <param name="reinterpreted_batch_dims">How many more of the last dimensions make up one value.</param>
                public IndepdenentTransform(Transform base_transform, int reinterpreted_batch_dims)
                    : base(base_transform, reinterpreted_batch_dims)
                {
                }
            }
        }
    }
}
