using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Overwrites x with its <see cref="celu"/>.</summary>
            /// <inheritdoc cref="relu_"/>
            /// <param name="input">Any shape; is overwritten.</param>
            /// <param name="alpha">The scale of the exponential; default 1.</param>
            public static Tensor celu_(Tensor input, double alpha = 1.0) => aten.celu_(input, alpha);

            /// <summary>Overwrites x with its <see cref="elu"/>.</summary>
            /// <inheritdoc cref="relu_"/>
            /// <param name="input">Any shape; is overwritten.</param>
            /// <param name="alpha">The scale of the exponential; default 1.</param>
            public static Tensor elu_(Tensor input, double alpha = 1.0) => aten.elu_(input, alpha);

            /// <summary>Overwrites x with its <see cref="hardtanh"/>.</summary>
            /// <inheritdoc cref="relu_"/>
            /// <param name="input">Any shape; is overwritten.</param>
            /// <param name="min_val">The lower bound; default -1.</param>
            /// <param name="max_val">The upper bound; default 1.</param>
            public static Tensor hardtanh_(Tensor input, double min_val = -1.0, double max_val = 1.0) => aten.hardtanh_(input, min_val, max_val);

            /// <summary>Overwrites x with its <see cref="leaky_relu"/>.</summary>
            /// <inheritdoc cref="relu_"/>
            /// <param name="input">Any shape; is overwritten.</param>
            /// <param name="negative_slope">The slope below zero; default 0.01.</param>
            public static Tensor leaky_relu_(Tensor input, double negative_slope = 0.01) => aten.leaky_relu_(input, negative_slope);

            /// <summary>Overwrites x with max(0, x).</summary>
            /// <param name="input">Any shape; is overwritten.</param>
            /// <returns>The input, the same object.</returns>
            public static Tensor relu_(Tensor input) => aten.relu_(input);

            /// <summary>Overwrites x with its <see cref="rrelu(Tensor, double, double, bool, bool)"/>.</summary>
            /// <inheritdoc cref="relu_"/>
            /// <param name="input">Any shape; is overwritten.</param>
            /// <param name="lower">The smallest slope; default 1/8.</param>
            /// <param name="upper">The largest slope; default 1/3.</param>
            /// <param name="training">Whether to draw; else (the default) the mean slope is taken.</param>
            public static Tensor rrelu_(Tensor input, double lower = 1.0 / 8, double upper = 1.0 / 3, bool training = false) =>
                aten.rrelu_(input, lower, upper, training);

            /// <summary>Overwrites x with its <see cref="selu"/>.</summary>
            /// <inheritdoc cref="relu_"/>
            public static Tensor selu_(Tensor input) => aten.selu_(input);

            /// <summary>Overwrites x, where it does not exceed a threshold, with a value.</summary>
            /// <inheritdoc cref="relu_"/>
            /// <param name="input">Any shape; is overwritten.</param>
            /// <param name="threshold">The threshold.</param>
            /// <param name="value">What replaces the entries at or below it.</param>
            public static Tensor threshold_(Tensor input, double threshold, double value) => aten.threshold_(input, threshold, value);
        }
    }
}
