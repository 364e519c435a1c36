using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Sets entries to zero at random and scales the others by 1 / (1 - p). Python's <c>dropout</c>.</summary>
            /// <param name="input">Any shape.</param>
            /// <param name="p">The probability that an entry is dropped; default 0.5.</param>
            /// <param name="training">Whether anything is dropped at all; default true.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            /// <exception cref="ArgumentException">The probability is not between 0 and 1.</exception>
            public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                ThrowIfNoProbability(p);
                return inplace ? Again(aten.dropout_(input, p, training)) : aten.dropout(input, p, training);
            }

            /// <summary>Dropout that keeps mean and variance behind <see cref="selu"/>. Python's <c>alpha_dropout</c>.</summary>
            /// <param name="input">Any shape.</param>
            /// <param name="p">The probability that an entry is dropped; default 0.5.</param>
            /// <param name="training">Whether anything is dropped at all; default false.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            /// <exception cref="ArgumentException">The probability is not between 0 and 1.</exception>
            public static Tensor alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false)
            {
                ThrowIfNoProbability(p);
                return inplace ? Again(aten.alpha_dropout_(input, p, training)) : aten.alpha_dropout(input, p, training);
            }

            /// <summary><see cref="alpha_dropout"/> of whole channels. Python's <c>feature_alpha_dropout</c>.</summary>
            /// <param name="input">(N, C, ...).</param>
            /// <param name="p">The probability that an entry is dropped; default 0.5.</param>
            /// <param name="training">Whether anything is dropped at all; default false.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            /// <exception cref="ArgumentException">The probability is not between 0 and 1.</exception>
            public static Tensor feature_alpha_dropout(Tensor input, double p = 0.5, bool training = false, bool inplace = false)
            {
                ThrowIfNoProbability(p);
                return inplace ? Again(aten.feature_alpha_dropout_(input, p, training)) : aten.feature_alpha_dropout(input, p, training);
            }

            /// <summary>Drops whole channels. Python's <c>dropout1d</c>.</summary>
            /// <param name="input">(N, C, L) or (C, L).</param>
            /// <param name="p">The probability that an entry is dropped; default 0.5.</param>
            /// <param name="training">Whether anything is dropped at all; default true.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            /// <exception cref="ArgumentException">The probability is not between 0 and 1.</exception>
            public static Tensor dropout1d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                ThrowIfNoProbability(p);
                if (input.dim() is not (2 or 3))
                {
                    throw new ArgumentException($"dropout1d takes (N, C, L) or (C, L), not a tensor of {input.dim()} dimensions.", nameof(input));
                }

                return DropChannels(input, p, training, inplace, batched: input.dim() == 3);
            }

            /// <summary>Drops whole channels. Python's <c>dropout2d</c>, which takes three dimensions as (N, C, L).</summary>
            /// <param name="input">(N, C, H, W), or (N, C, L).</param>
            /// <param name="p">The probability that an entry is dropped; default 0.5.</param>
            /// <param name="training">Whether anything is dropped at all; default true.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            /// <exception cref="ArgumentException">The probability is not between 0 and 1.</exception>
            public static Tensor dropout2d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                ThrowIfNoProbability(p);
                return DropChannels(input, p, training, inplace, batched: true);
            }

            /// <summary>Drops whole channels. Python's <c>dropout3d</c>.</summary>
            /// <param name="input">(N, C, D, H, W) or (C, D, H, W).</param>
            /// <param name="p">The probability that an entry is dropped; default 0.5.</param>
            /// <param name="training">Whether anything is dropped at all; default true.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            /// <exception cref="ArgumentException">The probability is not between 0 and 1.</exception>
            public static Tensor dropout3d(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
            {
                ThrowIfNoProbability(p);
                return DropChannels(input, p, training, inplace, batched: input.dim() == 5);
            }

            private static Tensor DropChannels(Tensor input, double p, bool training, bool inplace, bool batched)
            {
                if (batched)
                {
                    return inplace ? Again(aten.feature_dropout_(input, p, training)) : aten.feature_dropout(input, p, training);
                }

                using var batch = aten.unsqueeze(input, 0);
                if (inplace)
                {
                    aten.feature_dropout_(batch, p, training);
                    return Again(input);
                }

                using var dropped = aten.feature_dropout(batch, p, training);
                return aten.squeeze_dim(dropped, 0);
            }

            private static void ThrowIfNoProbability(double p)
            {
                if (p is not (>= 0 and <= 1))
                {
                    throw new ArgumentException($"A dropout probability lies between 0 and 1, not at {p}.", nameof(p));
                }
            }
        }
    }
}
