using TorchSharp.Modules;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class init
        {
            /// <summary>Draws uniformly from [low, high).</summary>
            /// <param name="tensor">What is filled.</param>
            /// <param name="low">The lower bound; default 0.</param>
            /// <param name="high">The upper bound; default 1.</param>
            /// <param name="generator">Where the numbers come from; default the global generator.</param>
            public static Tensor uniform_(Tensor tensor, double low = 0, double high = 1, Generator? generator = null)
            {
                using var guard = no_grad();
                return aten.uniform_(tensor, low, high, generator);
            }

            /// <summary>Draws from a normal distribution.</summary>
            /// <param name="tensor">What is filled.</param>
            /// <param name="mean">The mean; default 0.</param>
            /// <param name="std">The standard deviation; default 1.</param>
            /// <param name="generator">Where the numbers come from; default the global generator.</param>
            public static Tensor normal_(Tensor tensor, double mean = 0, double std = 1, Generator? generator = null)
            {
                using var guard = no_grad();
                return aten.normal_(tensor, mean, std, generator);
            }

            /// <summary>Draws from a normal distribution cut off at [a, b].</summary>
            /// <param name="tensor">What is filled.</param>
            /// <param name="mean">The mean before the cut; default 0.</param>
            /// <param name="std">The standard deviation before the cut; default 1.</param>
            /// <param name="a">The least value; default -2.</param>
            /// <param name="b">The greatest value; default 2.</param>
            /// <param name="generator">Where the numbers come from; default the global generator.</param>
            public static Tensor trunc_normal_(
                Tensor tensor, double mean = 0, double std = 1, double a = -2, double b = 2, Generator? generator = null)
            {
                using var guard = no_grad();
                var low = NormalDistribution((a - mean) / std);
                var high = NormalDistribution((b - mean) / std);
                // Uniform between the values of the distribution function at the bounds, then through its inverse.
                aten.uniform_(tensor, (2 * low) - 1, (2 * high) - 1, generator);
                aten.erfinv_(tensor);
                aten.mul__Scalar(tensor, std * Math.Sqrt(2.0));
                aten.add__Scalar(tensor, mean);
                return aten.clamp_(tensor, a, b);
            }

            /// <summary>Glorot's uniform start: within gain sqrt(6 / (fan in + fan out)).</summary>
            /// <param name="tensor">A weight of two or more dimensions.</param>
            /// <param name="gain">A factor; see <see cref="calculate_gain"/>. Default 1.</param>
            public static Tensor xavier_uniform_(Tensor tensor, double gain = 1.0)
            {
                var bound = Math.Sqrt(3.0) * XavierDeviation(tensor, gain);
                return uniform_(tensor, -bound, bound);
            }

            /// <inheritdoc cref="xavier_uniform_"/>
            public static Tensor glorot_uniform_(Tensor tensor, double gain = 1.0) => xavier_uniform_(tensor, gain);

            /// <summary>Glorot's normal start: deviation gain sqrt(2 / (fan in + fan out)).</summary>
            /// <inheritdoc cref="xavier_uniform_"/>
            public static Tensor xavier_normal_(Tensor tensor, double gain = 1.0) => normal_(tensor, 0, XavierDeviation(tensor, gain));

            /// <inheritdoc cref="xavier_normal_"/>
            public static Tensor glorot_normal_(Tensor tensor, double gain = 1.0) => xavier_normal_(tensor, gain);

            /// <summary>He's uniform start: within gain sqrt(3 / fan).</summary>
            /// <param name="tensor">A weight of two or more dimensions.</param>
            /// <param name="a">The slope of a leaky rectified linear unit behind the layer; default 0.</param>
            /// <param name="mode">Which fan counts; default the inputs.</param>
            /// <param name="nonlinearity">What follows the layer; default a leaky rectified linear unit.</param>
            public static Tensor kaiming_uniform_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU)
            {
                if (tensor.numel() == 0)
                {
                    return tensor;
                }

                var bound = Math.Sqrt(3.0) * KaimingDeviation(tensor, a, mode, nonlinearity);
                return uniform_(tensor, -bound, bound);
            }

            /// <summary>He's normal start: deviation gain / sqrt(fan).</summary>
            /// <inheritdoc cref="kaiming_uniform_"/>
            public static Tensor kaiming_normal_(
                Tensor tensor, double a = 0, FanInOut mode = FanInOut.FanIn, NonlinearityType nonlinearity = NonlinearityType.LeakyReLU) =>
                tensor.numel() == 0 ? tensor : normal_(tensor, 0, KaimingDeviation(tensor, a, mode, nonlinearity));

            /// <summary>A random (semi-)orthogonal matrix; more dimensions than two are flattened behind the first.</summary>
            /// <param name="tensor">What is filled: two or more dimensions.</param>
            /// <param name="gain">A factor; default 1.</param>
            /// <exception cref="ArgumentException">The tensor has fewer than two dimensions.</exception>
            public static Tensor orthogonal_(Tensor tensor, double gain = 1.0)
            {
                ThrowUnless(tensor.dim() >= 2, tensor, "two or more dimensions");
                if (tensor.numel() == 0)
                {
                    return tensor;
                }

                using var guard = no_grad();
                using var scope = NewDisposeScope();
                var rows = tensor.size(0);
                var columns = tensor.numel() / rows;
                var drawn = aten.normal_(aten.empty_memory_format([rows, columns], tensor.dtype, null, tensor.device));
                var (q, r) = aten.linalg_qr(rows < columns ? aten.t(drawn) : drawn);
                // Signs of the diagonal make the distribution uniform.
                q = aten.mul_Tensor(q, aten.sign(aten.diag(r)));
                aten.copy_(tensor, aten.view_as(aten.contiguous(rows < columns ? aten.t(q) : q), tensor));
                return aten.mul__Scalar(tensor, gain);
            }

            /// <summary>A normal start with a share of zeros in each column.</summary>
            /// <param name="tensor">What is filled: two dimensions.</param>
            /// <param name="sparsity">The share of each column that is zero.</param>
            /// <param name="std">The standard deviation of the others; default 0.01.</param>
            /// <exception cref="ArgumentException">The tensor has another number of dimensions.</exception>
            public static Tensor sparse_(Tensor tensor, double sparsity, double std = 0.01)
            {
                ThrowUnless(tensor.dim() == 2, tensor, "two dimensions");
                using var guard = no_grad();
                var rows = tensor.size(0);
                var zeros = (long)Math.Ceiling(sparsity * rows);
                normal_(tensor, 0, std);
                for (var column = 0L; column < tensor.size(1); column++)
                {
                    using var scope = NewDisposeScope();
                    var places = aten.slice_Tensor(aten.randperm(rows), 0, 0, zeros);
                    aten.index_fill__int_Scalar(aten.select_int(tensor, 1, column), 0, places, 0);
                }

                return tensor;
            }

            /// <summary>A layer's bias at its start: uniform within 1 / sqrt(fan in of its weight).</summary>
            internal static void UniformBias(Parameter weight, Parameter? bias)
            {
                if (bias is null)
                {
                    return;
                }

                // Without inputs the bias is zero.
                var (fanIn, _) = CalculateFanInAndFanOut(weight);
                var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
                uniform_(bias, -bound, bound);
            }

            private static double XavierDeviation(Tensor tensor, double gain)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return gain * Math.Sqrt(2.0 / (fanIn + fanOut));
            }

            private static double KaimingDeviation(Tensor tensor, double a, FanInOut mode, NonlinearityType nonlinearity)
            {
                var (fanIn, fanOut) = CalculateFanInAndFanOut(tensor);
                return calculate_gain(nonlinearity, a) / Math.Sqrt(mode == FanInOut.FanIn ? fanIn : fanOut);
            }

            private static double NormalDistribution(double x)
            {
                using var point = aten.scalar_tensor(x / Math.Sqrt(2.0), ScalarType.Float64);
                using var error = aten.erf(point);
                return (1 + error.item<double>()) / 2;
            }
        }
    }
}
