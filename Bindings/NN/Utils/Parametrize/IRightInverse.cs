namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            public static partial class parametrize
            {
                /// <summary>
                /// A parametrization that knows what to compute a given value from, so that a parametrized tensor can be set. Python's
                /// <c>right_inverse</c> method.
                /// </summary>
                /// <typeparam name="TOriginal">A tensor, or a pair of tensors for a parametrization that computes from two.</typeparam>
                public interface IRightInverse<TOriginal>
                {
                    /// <summary>What the parametrization computes the value (or one near it) from.</summary>
                    /// <param name="value">The value wanted.</param>
                    TOriginal right_inverse(Tensor value);
                }
            }
        }
    }
}
