namespace TorchSharp;

public static partial class torch
{
    public static partial class distributions
    {
        /// <content>The draws that distributions are made of, from the distribution's generator.</content>
        public abstract partial class Distribution
        {
            /// <summary>Numbers from the standard normal distribution, of another tensor's type and device.</summary>
            private protected Tensor StandardNormal(long[] shape, Tensor like) => Empty(shape, like).normal_(0, 1, Source);

            /// <summary>Numbers drawn uniformly from [from, to), of another tensor's type and device.</summary>
            private protected Tensor UniformDraw(long[] shape, Tensor like, double from = 0, double to = 1) =>
                Empty(shape, like).uniform_(from, to, Source);

            /// <summary>Numbers from the exponential distribution of rate 1.</summary>
            private protected Tensor StandardExponential(long[] shape, Tensor like) => Empty(shape, like).exponential_(1, Source);

            /// <summary>Numbers from the Cauchy distribution around 0 of scale 1.</summary>
            private protected Tensor StandardCauchy(long[] shape, Tensor like) => Empty(shape, like).cauchy_(0, 1, Source);

            /// <summary>Values 0, 1, ... along a new first dimension, for the whole batch or with ones in its place.</summary>
            private protected Tensor Enumerated(long count, Tensor like, bool expand)
            {
                Tensor values = arange(count, dtype: like.dtype, device: like.device).view([count, .. Enumerable.Repeat(1L, batch_shape.Length)]);
                return expand ? values.expand([count, .. batch_shape]) : values;
            }

            private static Tensor Empty(long[] shape, Tensor like) => empty(shape, dtype: like.dtype, device: like.device);
        }
    }
}
