using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>The functions behind the modules of <see cref="nn"/>. Python's <c>torch.nn.functional</c>.</summary>
        public static partial class functional
        {
            /// <summary>Continuously differentiable exponential linear unit.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="alpha">The scale of the negative part; default 1.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor celu(Tensor x, double alpha = 1.0, bool inplace = false) =>
                inplace ? Again(aten.celu_(x, alpha)) : aten.celu(x, alpha);

            /// <summary>Exponential linear unit.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="alpha">The scale of the negative part; default 1.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor elu(Tensor x, double alpha = 1.0, bool inplace = false) => inplace ? Again(aten.elu_(x, alpha)) : aten.elu(x, alpha);

            /// <summary>Gaussian error linear unit, exactly.</summary>
            /// <param name="x">Any shape.</param>
            public static Tensor gelu(Tensor x) => aten.gelu(x);

            /// <summary>Gaussian error linear unit, exactly.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor gelu(Tensor x, bool inplace) => inplace ? Again(aten.gelu_(x)) : aten.gelu(x);

            /// <summary>Gaussian error linear unit.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="approximate">How the distribution function is computed.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor gelu(Tensor x, Modules.GELU.Approximate approximate, bool inplace = false) =>
                inplace ? Again(aten.gelu_(x, GeluName(approximate))) : aten.gelu(x, GeluName(approximate));

            /// <summary>Gated linear unit: the first half of a dimension times the sigmoid of its second half.</summary>
            /// <param name="input">Any shape.</param>
            /// <param name="dim">The dimension that is halved; default the last.</param>
            public static Tensor glu(Tensor input, long dim = -1) => aten.glu(input, dim);

            /// <summary>x where its magnitude exceeds lambda, else 0.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="lambda">The threshold; default 0.5.</param>
            public static Tensor hardshrink(Tensor x, double lambda = 0.5) => aten.hardshrink(x, lambda);

            /// <summary>x where its magnitude exceeds lambda, else 0.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="lambda">The threshold; default 0.5.</param>
            public static Tensor Hardshrink(Tensor x, double lambda = 0.5) => aten.hardshrink(x, lambda);

            /// <summary>clamp(x / 6 + 1/2, 0, 1).</summary>
            /// <param name="input">Any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor hardsigmoid(Tensor input, bool inplace = false) =>
                inplace ? Again(aten.hardsigmoid_(input)) : aten.hardsigmoid(input);

            /// <summary>x clamp(x / 6 + 1/2, 0, 1).</summary>
            /// <param name="input">Any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor hardswish(Tensor input, bool inplace = false) => inplace ? Again(aten.hardswish_(input)) : aten.hardswish(input);

            /// <summary>Clamps to [min_val, max_val].</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="min_val">The lower bound; default -1.</param>
            /// <param name="max_val">The upper bound; default 1.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                inplace ? Again(aten.hardtanh_(x, min_val, max_val)) : aten.hardtanh(x, min_val, max_val);

            /// <summary>Clamps to [min_val, max_val].</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="min_val">The lower bound; default -1.</param>
            /// <param name="max_val">The upper bound; default 1.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor Hardtanh(Tensor x, double min_val = -1.0, double max_val = 1.0, bool inplace = false) =>
                inplace ? Again(aten.hardtanh_(x, min_val, max_val)) : aten.hardtanh(x, min_val, max_val);

            /// <summary>x where positive, x times a small slope elsewhere.</summary>
            /// <param name="input">Any shape.</param>
            /// <param name="negative_slope">The slope below zero; default 0.01.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor leaky_relu(Tensor input, double negative_slope = 0.01, bool inplace = false) =>
                inplace ? Again(aten.leaky_relu_(input, negative_slope)) : aten.leaky_relu(input, negative_slope);

            /// <summary>The logarithm of the sigmoid.</summary>
            /// <param name="x">Any shape.</param>
            public static Tensor logsigmoid(Tensor x) => aten.log_sigmoid(x);

            /// <summary>The logarithm of the softmax along a dimension.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="dim">The dimension whose entries share one distribution.</param>
            public static Tensor log_softmax(Tensor x, long dim) => aten.log_softmax_int(x, dim);

            /// <summary>The logarithm of the softmax along a dimension.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="dim">The dimension whose entries share one distribution.</param>
            /// <param name="dtype">The type to compute in.</param>
            public static Tensor log_softmax(Tensor x, long dim, ScalarType dtype) => aten.log_softmax_int(x, dim, dtype);

            /// <summary>x tanh(softplus(x)).</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor mish(Tensor x, bool inplace = false) => inplace ? Again(aten.mish_(x)) : aten.mish(x);

            /// <summary>x tanh(softplus(x)).</summary>
            /// <param name="x">Any shape.</param>
            public static Tensor Mish(Tensor x) => aten.mish(x);

            /// <summary>Leaky rectified linear unit with given slopes.</summary>
            /// <param name="input">Any shape.</param>
            /// <param name="weight">The slopes: one, or one for each channel.</param>
            public static Tensor prelu(Tensor input, Tensor weight) => aten.prelu(input, weight);

            /// <summary>max(0, x).</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor relu(Tensor x, bool inplace = false) => inplace ? Again(aten.relu_(x)) : aten.relu(x);

            /// <summary>Clamps to [0, 6].</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor relu6(Tensor x, bool inplace = false) => inplace ? Again(aten.relu6_(x)) : aten.relu6(x);

            /// <summary>Leaky rectified linear unit with the mean slope of [lower, upper], as in evaluation.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="lower">The smallest slope; default 1/8.</param>
            /// <param name="upper">The largest slope; default 1/3.</param>
            /// <param name="inplace">Whether the input itself is overwritten; default false.</param>
            public static Tensor rrelu(Tensor x, double lower = 1.0 / 8, double upper = 1.0 / 3, bool inplace = false) =>
                rrelu(x, lower, upper, false, inplace);

            /// <summary>Leaky rectified linear unit whose slopes are drawn from [lower, upper] in training.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="lower">The smallest slope; default 1/8.</param>
            /// <param name="upper">The largest slope; default 1/3.</param>
            /// <param name="training">Whether to draw; else the mean slope is taken.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor rrelu(Tensor x, double lower, double upper, bool training, bool inplace = false) =>
                inplace ? Again(aten.rrelu_(x, lower, upper, training)) : aten.rrelu(x, lower, upper, training);

            /// <summary>Scaled exponential linear unit.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor selu(Tensor x, bool inplace = false) => inplace ? Again(aten.selu_(x)) : aten.selu(x);

            /// <summary>1 / (1 + exp(-x)).</summary>
            /// <param name="x">Any shape.</param>
            public static Tensor sigmoid(Tensor x) => aten.sigmoid(x);

            /// <summary>1 / (1 + exp(-x)).</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? Again(aten.sigmoid_(x)) : aten.sigmoid(x);

            /// <summary>x times its sigmoid.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor silu(Tensor x, bool inplace = false) => inplace ? Again(aten.silu_(x)) : aten.silu(x);

            /// <summary>x times its sigmoid.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor SiLU(Tensor x, bool inplace = false) => inplace ? Again(aten.silu_(x)) : aten.silu(x);

            /// <summary>exp(x) over its sum along a dimension.</summary>
            /// <param name="input">Any shape.</param>
            /// <param name="dim">The dimension whose entries share one distribution.</param>
            /// <param name="dtype">The type to compute in; default the input's.</param>
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => aten.softmax_int(input, dim, dtype);

            /// <summary>log(1 + exp(beta x)) / beta.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="beta">The sharpness; default 1.</param>
            /// <param name="threshold">Above it (in beta x) the function is taken as linear; default 20.</param>
            public static Tensor softplus(Tensor x, double beta = 1.0, double threshold = 20.0) => aten.softplus(x, beta, threshold);

            /// <summary>x moved towards zero by lambda, stopping there.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="lambda">How far; default 0.5.</param>
            public static Tensor softshrink(Tensor x, double lambda = 0.5) => aten.softshrink(x, lambda);

            /// <summary>x moved towards zero by lambda, stopping there.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="lambda">How far; default 0.5.</param>
            public static Tensor Softshrink(Tensor x, double lambda = 0.5) => aten.softshrink(x, lambda);

            /// <summary>x / (1 + |x|).</summary>
            /// <param name="x">Any shape.</param>
            public static Tensor Softsign(Tensor x) => softsign(x);

            /// <summary>The hyperbolic tangent.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor tanh(Tensor x, bool inplace = false) => inplace ? Again(aten.tanh_(x)) : aten.tanh(x);

            /// <summary>x - tanh(x).</summary>
            /// <param name="x">Any shape.</param>
            public static Tensor Tanhshrink(Tensor x) => tanhshrink(x);

            /// <summary>x where it exceeds a threshold, a given value elsewhere.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="threshold">The threshold.</param>
            /// <param name="value">What replaces the entries at or below it.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? Again(aten.threshold_(x, threshold, value)) : aten.threshold(x, threshold, value);

            /// <summary>x where it exceeds a threshold, a given value elsewhere.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="threshold">The threshold.</param>
            /// <param name="value">What replaces the entries at or below it.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor Threshold(Tensor x, double threshold, double value, bool inplace = false) =>
                inplace ? Again(aten.threshold_(x, threshold, value)) : aten.threshold(x, threshold, value);

            /// <summary>Softmax over the channels at each pixel.</summary>
            /// <param name="x">(N, C, H, W) or (C, H, W).</param>
            /// <exception cref="ArgumentException">The input has another number of dimensions.</exception>
            public static Tensor softmax2d(Tensor x)
            {
                if (x.dim() is not (3 or 4))
                {
                    throw new ArgumentException($"softmax2d takes (N, C, H, W) or (C, H, W), not a tensor of {x.dim()} dimensions.", nameof(x));
                }

                return aten.softmax_int(x, -3);
            }

            /// <summary>Softmax of -x along a dimension.</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="dim">The dimension whose entries share one distribution.</param>
            /// <param name="dtype">The type to compute in; default the input's.</param>
            public static Tensor softmin(Tensor x, long dim, ScalarType? dtype = null)
            {
                using var negative = aten.neg(x);
                return aten.softmax_int(negative, dim, dtype);
            }

            /// <summary>x / (1 + |x|).</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor softsign(Tensor x, bool inplace = false)
            {
                using var magnitude = aten.abs(x);
                using var denominator = aten.add_Scalar(magnitude, 1);
                return inplace ? Again(aten.div__Tensor(x, denominator)) : aten.div_Tensor(x, denominator);
            }

            /// <summary>x - tanh(x).</summary>
            /// <param name="x">Any shape.</param>
            /// <param name="inplace">Whether the input itself is overwritten and returned under a second handle; default false.</param>
            public static Tensor tanhshrink(Tensor x, bool inplace = false)
            {
                using var bounded = aten.tanh(x);
                return inplace ? Again(aten.sub__Tensor(x, bounded)) : aten.sub_Tensor(x, bounded);
            }

            /// <summary>
            /// Draws from the Gumbel-softmax distribution: a differentiable stand-in for drawing a category.
            /// </summary>
            /// <param name="logits">Unnormalized logarithms of probabilities, any shape.</param>
            /// <param name="tau">The temperature; default 1.</param>
            /// <param name="hard">Whether the result is one-hot (with the gradient of the soft one); default false.</param>
            /// <param name="eps">Ignored, as in Python.</param>
            /// <param name="dim">The dimension whose entries share one distribution; default the last.</param>
            public static Tensor gumbel_softmax(Tensor logits, double tau = 1.0, bool hard = false, double eps = 1e-10, long dim = -1)
            {
                using var scope = NewDisposeScope();
                var gumbels = aten.neg(aten.log(aten.exponential_(aten.empty_like(logits, memory_format: MemoryFormat.Contiguous))));
                var soft = aten.softmax_int(aten.div_Scalar(aten.add_Tensor(logits, gumbels), tau), dim);
                if (!hard)
                {
                    return soft.MoveToOuterDisposeScope();
                }

                var (_, index) = aten.max_dim(soft, dim, true);
                var one = aten.scatter_value(aten.zeros_like(soft), dim, index, 1.0);
                return aten.add_Tensor(aten.sub_Tensor(one, aten.detach(soft)), soft).MoveToOuterDisposeScope();
            }

            private static string GeluName(Modules.GELU.Approximate approximate) => approximate == Modules.GELU.Approximate.tanh ? "tanh" : "none";
        }
    }
}
