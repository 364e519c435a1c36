using TorchSharp.Modules;
using aten = TorchSharp.torch.ops.aten;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class utils
        {
            /// <summary>
            /// Weight and bias of the convolution that does what a convolution and a batch normalization in evaluation do together.
            /// </summary>
            /// <param name="conv_w">The convolution's weight.</param>
            /// <param name="conv_b">The convolution's bias, or null.</param>
            /// <param name="bn_rm">The running mean: (C).</param>
            /// <param name="bn_rv">The running variance: (C).</param>
            /// <param name="bn_eps">What is added to the variance.</param>
            /// <param name="bn_w">The scale: (C), or null for 1.</param>
            /// <param name="bn_b">The shift: (C), or null for 0.</param>
            /// <param name="transpose">Whether the convolution is transposed; default false.</param>
            public static (Parameter weight, Parameter bias) fuse_conv_bn_weights(
                Tensor conv_w, Tensor? conv_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor? bn_w, Tensor? bn_b, bool transpose = false)
            {
                ArgumentNullException.ThrowIfNull(conv_w);
                var broadcast = new long[conv_w.dim()];
                Array.Fill(broadcast, 1);
                broadcast[transpose ? 1 : 0] = -1;
                return Fuse(conv_w, conv_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, broadcast);
            }

            /// <summary>
            /// Weight and bias of the linear layer that does what a linear layer and a batch normalization in evaluation do together.
            /// </summary>
            /// <param name="linear_w">The linear layer's weight.</param>
            /// <param name="linear_b">The linear layer's bias, or null.</param>
            /// <param name="bn_rm">The running mean: (C).</param>
            /// <param name="bn_rv">The running variance: (C).</param>
            /// <param name="bn_eps">What is added to the variance.</param>
            /// <param name="bn_w">The scale: (C), or null for 1.</param>
            /// <param name="bn_b">The shift: (C), or null for 0.</param>
            public static (Parameter weight, Parameter bias) fuse_linear_bn_weights(
                Tensor linear_w, Tensor? linear_b, Tensor bn_rm, Tensor bn_rv, double bn_eps, Tensor? bn_w, Tensor? bn_b) =>
                Fuse(linear_w, linear_b, bn_rm, bn_rv, bn_eps, bn_w, bn_b, [-1, 1]);

            /// <summary>The linear layer that does what a linear layer and a batch normalization behind it do in evaluation.</summary>
            /// <param name="linear">The linear layer.</param>
            /// <param name="bn">The batch normalization, with running statistics.</param>
            /// <exception cref="InvalidOperationException">One of the two is training, or there are no running statistics.</exception>
            public static Linear fuse_linear_bn_eval(Linear linear, BatchNorm bn)
            {
                ArgumentNullException.ThrowIfNull(linear);
                ArgumentNullException.ThrowIfNull(bn);
                var (mean, variance) = Statistics(linear, bn);
                var (weight, bias) = fuse_linear_bn_weights(linear.weight, linear.bias, mean, variance, bn.eps, bn.weight, bn.bias);
                return Linear(weight, bias);
            }

            /// <summary>The convolution that does what a convolution and a batch normalization behind it do in evaluation.</summary>
            /// <typeparam name="T">The kind of convolution.</typeparam>
            /// <param name="conv">The convolution; it stays as it is.</param>
            /// <param name="bn">The batch normalization, with running statistics.</param>
            /// <param name="transpose">Whether the convolution is transposed; default as its type says.</param>
            /// <returns>A convolution of its own, in evaluation.</returns>
            /// <exception cref="InvalidOperationException">One of the two is training, or there are no running statistics.</exception>
            public static T fuse_conv_bn_eval<T>(T conv, BatchNorm bn, bool? transpose = null)
                where T : Convolution
            {
                ArgumentNullException.ThrowIfNull(conv);
                ArgumentNullException.ThrowIfNull(bn);
                var (mean, variance) = Statistics(conv, bn);
                var (weight, bias) = fuse_conv_bn_weights(
                    conv.weight, conv.bias, mean, variance, bn.eps, bn.weight, bn.bias, transpose ?? conv.transposed);
                return (T)conv.With(weight, bias);
            }

            private static (Tensor mean, Tensor variance) Statistics(Module layer, BatchNorm bn) =>
                !layer.training && !bn.training && bn.running_mean is { } mean && bn.running_var is { } variance
                    ? (mean, variance)
                    : throw new InvalidOperationException("Layers are fused in evaluation (call eval() on both), and with running statistics.");

            private static (Parameter weight, Parameter bias) Fuse(
                Tensor weight, Tensor? bias, Tensor mean, Tensor variance, double eps, Tensor? scale, Tensor? shift, long[] broadcast)
            {
                using var guard = no_grad();
                using var scope = NewDisposeScope();
                var factor = aten.rsqrt(aten.add_Scalar(variance, eps));
                if (scale is not null)
                {
                    factor = aten.mul_Tensor(factor, scale);
                }

                var centred = bias is null ? aten.neg(mean) : aten.sub_Tensor(bias, mean);
                var moved = aten.mul_Tensor(centred, factor);
                if (shift is not null)
                {
                    moved = aten.add_Tensor(moved, shift);
                }

                var fused = new Parameter(aten.mul_Tensor(weight, aten.reshape(factor, broadcast)), weight.requires_grad);
                var fusedBias = new Parameter(moved, bias?.requires_grad ?? weight.requires_grad);
                return scope.MoveToOuter(fused, fusedBias);
            }
        }
    }
}
